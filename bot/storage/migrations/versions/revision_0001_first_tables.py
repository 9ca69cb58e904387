"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of turns, people, ventures, conversations and what waits for delivery."""
    _turns_and_people()
    _ventures()
    _conversations()
    _messages()


def _turns_and_people() -> None:
    op.create_table(
        "turn",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("failure", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_turn"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_turn_at", "turn", ["at"])
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("carrier", sa.Text(), nullable=False),
        sa.Column("carrier_id", sa.BigInteger(), nullable=False),
        sa.Column("first_name", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("carrier", "carrier_id", name="uq_person_carrier_carrier_id"),
        sqlite_autoincrement=True,
    )


def _ventures() -> None:
    op.create_table(
        "venture",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_venture"),
    )
    op.create_table(
        "membership",
        sa.Column("venture", sa.Text(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name="fk_membership_person"),
        sa.ForeignKeyConstraint(["venture"], ["venture.id"], name="fk_membership_venture"),
        sa.PrimaryKeyConstraint("venture", "person", name="pk_membership"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_membership_person", "membership", ["person"])
    op.create_table(
        "revision",
        sa.Column("venture", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("turn", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("snapshot", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["venture"], ["venture.id"], name="fk_revision_venture"),
        sa.PrimaryKeyConstraint("venture", "version", name="pk_revision"),
    )


def _conversations() -> None:
    op.create_table(
        "conversation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("carrier", sa.Text(), nullable=False),
        sa.Column("bot", sa.BigInteger(), nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("topic", sa.BigInteger(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=True),
        sa.Column("venture", sa.Text(), nullable=True),
        sa.Column("document", sa.Text(), nullable=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("delivered_through", sa.Integer(), nullable=False),
        sa.Column("delivery_owner", sa.Text(), nullable=True),
        sa.Column("delivery_until", sa.BigInteger(), nullable=False),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("erase_when_delivered", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name="fk_conversation_person"),
        sa.ForeignKeyConstraint(["venture"], ["venture.id"], name="fk_conversation_venture"),
        sa.PrimaryKeyConstraint("id", name="pk_conversation"),
        sa.UniqueConstraint("carrier", "bot", "chat", "topic", name="uq_conversation_carrier_bot_chat_topic"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_conversation_person", "conversation", ["person"])
    op.create_index("ix_conversation_venture", "conversation", ["venture"])
    op.create_table(
        "intent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["conversation"], ["conversation.id"], name="fk_intent_conversation"),
        sa.PrimaryKeyConstraint("id", name="pk_intent"),
        sa.UniqueConstraint("conversation", name="uq_intent_conversation"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_intent_due_at", "intent", ["due_at"])
    op.create_table(
        "request",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("conversation", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["conversation"], ["conversation.id"], name="fk_request_conversation"),
        sa.PrimaryKeyConstraint("key", name="pk_request"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_request_conversation", "request", ["conversation"])
    op.create_index("ix_request_at", "request", ["at"])


def _messages() -> None:
    op.create_table(
        "outgoing",
        sa.Column("conversation", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("prompt", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["conversation"], ["conversation.id"], name="fk_outgoing_conversation"),
        sa.PrimaryKeyConstraint("conversation", "seq", name="pk_outgoing"),
    )
    op.create_table(
        "message",
        sa.Column("conversation", sa.Integer(), nullable=False),
        sa.Column("message", sa.BigInteger(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("prompt", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["conversation"], ["conversation.id"], name="fk_message_conversation"),
        sa.PrimaryKeyConstraint("conversation", "message", name="pk_message"),
        sqlite_with_rowid=False,
    )
