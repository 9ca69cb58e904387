"""Names of what a canvas had come to: interview finished, check-in."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the name to revisions."""
    op.add_column("revision", sa.Column("name", sa.Text(), nullable=True))
