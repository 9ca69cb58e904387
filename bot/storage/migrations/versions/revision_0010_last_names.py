"""People's last names, so that two Anas of a cohort can be told apart."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them; they are filled in as people write."""
    op.add_column("person", sa.Column("last_name", sa.Text(), server_default="", nullable=False))
