"""The rate that all workers on a server keep together."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of what all workers together may send."""
    op.create_table(
        "allowance",
        sa.Column("bot", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("free_from", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("bot", "kind", name="pk_allowance"),
    )
