"""Comments stay with the founders they were told to when who wrote them is forgotten."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let a comment be without an author."""
    with op.batch_alter_table("comment") as batch:
        batch.alter_column("author", existing_type=sa.Integer(), nullable=True)
