"""The tables of cohorts and check-ins."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of cohorts, of who is in them and what is shared, of check-ins and comments."""
    _cohorts()
    _consents()
    _check_ins()
    _comments()


def _cohorts() -> None:
    op.create_table(
        "cohort",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("owner_gone_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_cohort"),
    )
    op.create_table(
        "cohort_member",
        sa.Column("cohort", sa.Text(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("venture", sa.Text(), nullable=True),
        sa.Column("finished", sa.Boolean(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["cohort"], ["cohort.id"], name="fk_cohort_member_cohort"),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name="fk_cohort_member_person"),
        sa.ForeignKeyConstraint(["venture"], ["venture.id"], name="fk_cohort_member_venture"),
        sa.PrimaryKeyConstraint("cohort", "person", "role", name="pk_cohort_member"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_cohort_member_person", "cohort_member", ["person"])
    op.create_index("ix_cohort_member_venture", "cohort_member", ["venture"])


def _consents() -> None:
    op.create_table(
        "consent",
        sa.Column("cohort", sa.Text(), nullable=False),
        sa.Column("venture", sa.Text(), nullable=False),
        sa.Column("block", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["cohort"], ["cohort.id"], name="fk_consent_cohort"),
        sa.ForeignKeyConstraint(["venture"], ["venture.id"], name="fk_consent_venture"),
        sa.PrimaryKeyConstraint("cohort", "venture", "block", name="pk_consent"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_consent_venture", "consent", ["venture"])


def _check_ins() -> None:
    op.create_table(
        "check_in",
        sa.Column("venture", sa.Text(), nullable=False),
        sa.Column("cohort", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("canvas", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["venture"], ["venture.id"], name="fk_check_in_venture"),
        sa.PrimaryKeyConstraint("venture", "cohort", "day", name="pk_check_in"),
    )
    op.create_index("ix_check_in_cohort", "check_in", ["cohort"])


def _comments() -> None:
    op.create_table(
        "comment",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("cohort", sa.Text(), nullable=False),
        sa.Column("venture", sa.Text(), nullable=False),
        sa.Column("author", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["author"], ["person.id"], name="fk_comment_author"),
        sa.ForeignKeyConstraint(["cohort"], ["cohort.id"], name="fk_comment_cohort"),
        sa.ForeignKeyConstraint(["venture"], ["venture.id"], name="fk_comment_venture"),
        sa.PrimaryKeyConstraint("id", name="pk_comment"),
    )
    op.create_index("ix_comment_author", "comment", ["author"])
    op.create_index("ix_comment_cohort", "comment", ["cohort"])
    op.create_index("ix_comment_venture", "comment", ["venture"])
