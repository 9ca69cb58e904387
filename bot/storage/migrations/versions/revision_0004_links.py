"""Links that lead into the chat, and who used which.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of links."""
    op.create_table(
        "link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=True),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=True),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.Column("uses_left", sa.Integer(), nullable=True),
        sa.Column("revoked", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name="fk_link_made_by"),
        sa.PrimaryKeyConstraint("id", name="pk_link"),
        sa.UniqueConstraint("digest", name="uq_link_digest"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_link_made_by", "link", ["made_by"])
    op.create_index("ix_link_expires_at", "link", ["expires_at"])
    op.create_index("ix_link_target", "link", ["target"])
    op.create_table(
        "link_use",
        sa.Column("link", sa.Integer(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["link"], ["link.id"], name="fk_link_use_link"),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name="fk_link_use_person"),
        sa.PrimaryKeyConstraint("link", "person", name="pk_link_use"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_link_use_person", "link_use", ["person"])
