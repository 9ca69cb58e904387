"""Intents may be for any conversation and carry what happens; messages know how urgent they are."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_SEQUENCE = sa.table("sqlite_sequence", sa.column("name", sa.Text()), sa.column("seq", sa.Integer()))
_BEFORE = sa.table(
    "intent",
    sa.column("id", sa.Integer()),
    sa.column("conversation", sa.Integer()),
    sa.column("name", sa.Text()),
    sa.column("due_at", sa.BigInteger()),
)


def upgrade() -> None:
    """Make the table of intents anew with the reminders in it, and give messages an urgency."""
    connection = op.get_bind()
    reminders = [row._asdict() for row in connection.execute(sa.select(_BEFORE))]
    spent = _ids_spent(connection)
    op.drop_index("ix_intent_due_at", "intent")
    op.drop_table("intent")
    _intents()
    more = {"occurrence": "", "urgency": "broadcast", "held_until": 0, "tries": 0}
    if reminders:
        op.bulk_insert(_after(), [row | more | {"at": row["due_at"]} for row in reminders])
    _spend_ids(connection, spent)
    op.add_column("outgoing", sa.Column("urgency", sa.Text(), server_default="reply", nullable=False))


def _intents() -> None:
    op.create_table(
        "intent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("occurrence", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("urgency", sa.Text(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.Column("held_until", sa.BigInteger(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["conversation"], ["conversation.id"], name="fk_intent_conversation"),
        sa.PrimaryKeyConstraint("id", name="pk_intent"),
        sa.UniqueConstraint(
            "conversation", "name", "occurrence", name="uq_intent_conversation_name_occurrence"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_intent_due_at", "intent", ["due_at"])


def _after() -> sa.TableClause:
    names = ("id", "conversation", "name", "due_at", "occurrence", "urgency", "held_until", "tries", "at")
    return sa.table("intent", *(sa.column(name) for name in names))


def _ids_spent(connection: sa.Connection) -> int:
    """Give the highest id that was ever given: ids are part of turns' keys, and none comes twice."""
    if connection.dialect.name != "sqlite":
        return 0
    asked = sa.select(_SEQUENCE.c.seq).where(_SEQUENCE.c.name == "intent")
    return connection.execute(asked).scalar() or 0


def _spend_ids(connection: sa.Connection, spent: int) -> None:
    if spent:
        connection.execute(sa.delete(_SEQUENCE).where(_SEQUENCE.c.name == "intent"))
        connection.execute(sa.insert(_SEQUENCE), {"name": "intent", "seq": spent})
