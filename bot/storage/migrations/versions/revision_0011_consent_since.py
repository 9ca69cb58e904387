"""Since when a part of a venture is shared with a cohort; pictures of others' ventures are kept no more."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add when; what is shared already counts as shared from the beginning."""
    op.add_column("consent", sa.Column("since", sa.BigInteger(), server_default="0", nullable=False))
    op.execute("DELETE FROM upload WHERE venture = '' AND form IN ('picture', 'glance')")
