"""Versions of cohorts, so that of two owners who change one at once nobody's change is lost."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them, one for all that are there."""
    op.add_column("cohort", sa.Column("version", sa.Integer(), server_default="1", nullable=False))
