"""Cohorts may have an interview of their own."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of cohorts' playbooks."""
    op.create_table(
        "cohort_playbook",
        sa.Column("cohort", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["cohort"], ["cohort.id"], name="fk_cohort_playbook_cohort"),
        sa.PrimaryKeyConstraint("cohort", name="pk_cohort_playbook"),
    )
