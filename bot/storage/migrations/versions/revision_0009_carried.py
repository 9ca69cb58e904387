"""What the acknowledgement of a turn carried."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add it to turns."""
    op.add_column("turn", sa.Column("carried", sa.Text(), nullable=True))
