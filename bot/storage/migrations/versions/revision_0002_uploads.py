"""Files that carriers have."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of files that needn't be drawn or uploaded again."""
    op.create_table(
        "upload",
        sa.Column("bot", sa.BigInteger(), nullable=False),
        sa.Column("venture", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("bot", "venture", "form", name="pk_upload"),
        sqlite_with_rowid=False,
    )
