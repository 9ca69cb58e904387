"""The tables. Documents are JSON texts of msgspec structs; moments are milliseconds, see `moments`."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

turn = Table(
    "turn",
    metadata,
    Column("key", Text, primary_key=True),
    Column("at", BigInteger, nullable=False, index=True),
    Column("outcome", Text, nullable=False),  # "ok", "failed" or "unheard"
    Column("failure", Text),  # types and frames, never messages
    Column("carried", Text),  # the call that the acknowledgement carried, without words
    sqlite_with_rowid=False,
)

person = Table(
    "person",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("carrier", Text, nullable=False),
    Column("carrier_id", BigInteger, nullable=False),
    Column("first_name", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("last_name", Text, nullable=False, server_default=""),  # often none
    UniqueConstraint("carrier", "carrier_id"),
    sqlite_autoincrement=True,  # a forgotten person's id is never given to another
)

venture = Table(
    "venture",
    metadata,
    Column("id", Text, primary_key=True),
    Column("document", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("created_at", BigInteger, nullable=False),
)

membership = Table(
    "membership",
    metadata,
    Column("venture", Text, ForeignKey("venture.id"), primary_key=True),
    Column("person", Integer, ForeignKey("person.id"), primary_key=True),
    Column("role", Text, nullable=False),
    Index(None, "person"),
    sqlite_with_rowid=False,
)

conversation = Table(
    "conversation",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("carrier", Text, nullable=False),
    Column("bot", BigInteger, nullable=False),
    Column("chat", BigInteger, nullable=False),
    Column("topic", BigInteger, nullable=False),
    Column("person", Integer, ForeignKey("person.id"), index=True),
    Column("venture", Text, ForeignKey("venture.id"), index=True),
    Column("document", Text),
    Column("seq", Integer, nullable=False),  # of the last message saved for delivery
    Column("delivered_through", Integer, nullable=False),
    Column("delivery_owner", Text),
    Column("delivery_until", BigInteger, nullable=False),
    Column("reachable", Boolean, nullable=False),
    Column("erase_when_delivered", Boolean, nullable=False),
    UniqueConstraint("carrier", "bot", "chat", "topic"),
    sqlite_autoincrement=True,  # a late mark for an erased conversation never hits another
)

outgoing = Table(
    "outgoing",
    metadata,
    Column("conversation", Integer, ForeignKey("conversation.id"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("body", Text, nullable=False),
    Column("prompt", Text, nullable=False),
    Column("about", Text),
    Column("urgency", Text, nullable=False, server_default="reply"),
    Column("at", BigInteger, nullable=False),
)

message = Table(
    "message",
    metadata,
    Column("conversation", Integer, ForeignKey("conversation.id"), primary_key=True),
    Column("message", BigInteger, primary_key=True),
    Column("direction", Text, nullable=False),  # "in" or "out"
    Column("prompt", Text, nullable=False),
    Column("about", Text),
    Column("at", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

revision = Table(
    "revision",
    metadata,
    Column("venture", Text, ForeignKey("venture.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("author", Text, nullable=False),  # the person's id here; empty once they were forgotten
    Column("turn", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("changes", Text, nullable=False),
    Column("snapshot", Text),  # the whole canvas, now and then
    Column("name", Text),  # what the canvas had come to with it, such as "finished"
)

request = Table(
    "request",
    metadata,
    Column("key", Text, primary_key=True),  # of the turn that asked, and a number
    Column("conversation", Integer, ForeignKey("conversation.id"), nullable=False, index=True),
    Column("body", Text, nullable=False),
    Column("at", BigInteger, nullable=False, index=True),
    sqlite_with_rowid=False,
)

upload = Table(
    "upload",
    metadata,
    Column("bot", BigInteger, primary_key=True),
    Column("venture", Text, primary_key=True),  # empty for what is nobody's, such as the worksheet
    Column("form", Text, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("file", Text, nullable=False),  # the carrier's id
    Column("at", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

intent = Table(
    "intent",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("conversation", Integer, ForeignKey("conversation.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("occurrence", Text, nullable=False),
    Column("body", Text),  # the occasion; a reminder has none
    Column("urgency", Text, nullable=False),
    Column("due_at", BigInteger, index=True),  # none once it was taken
    Column("until", BigInteger),
    Column("held_until", BigInteger, nullable=False),  # by the process that it was given to
    Column("tries", Integer, nullable=False),
    Column("at", BigInteger, nullable=False),
    UniqueConstraint("conversation", "name", "occurrence"),
    sqlite_autoincrement=True,  # ids are part of turn keys
)

cohort = Table(
    "cohort",
    metadata,
    Column("id", Text, primary_key=True),
    Column("document", Text, nullable=False),
    Column("owner_gone_at", BigInteger),  # since when nobody owns it
    Column("version", Integer, nullable=False, server_default="1"),
)

cohort_playbook = Table(
    "cohort_playbook",
    metadata,
    Column("cohort", Text, ForeignKey("cohort.id"), primary_key=True),
    Column("document", Text, nullable=False),  # TOML, as its owner sent it
)

cohort_member = Table(
    "cohort_member",
    metadata,
    Column("cohort", Text, ForeignKey("cohort.id"), primary_key=True),
    Column("person", Integer, ForeignKey("person.id"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("venture", Text, ForeignKey("venture.id"), index=True),  # a founder's
    Column("finished", Boolean, nullable=False),  # the venture's interview
    Column("since", BigInteger, nullable=False),
    Index(None, "person"),
    sqlite_with_rowid=False,
)

consent = Table(
    "consent",
    metadata,
    Column("cohort", Text, ForeignKey("cohort.id"), primary_key=True),
    Column("venture", Text, ForeignKey("venture.id"), primary_key=True),
    Column("block", Text, primary_key=True),  # front stage, numbers and check-ins count as blocks
    Column("since", BigInteger, nullable=False, server_default="0"),
    Index(None, "venture"),
    sqlite_with_rowid=False,
)

check_in = Table(
    "check_in",
    metadata,
    Column("venture", Text, ForeignKey("venture.id"), primary_key=True),
    Column("cohort", Text, primary_key=True),  # empty where a founder checks in for themselves
    Column("day", Text, primary_key=True),  # ISO date of the occurrence
    Column("document", Text, nullable=False),
    Column("canvas", Text, nullable=False),  # as it was when the check-in was sent
    Index(None, "cohort"),
)

comment = Table(
    "comment",
    metadata,
    Column("id", Text, primary_key=True),
    Column("cohort", Text, ForeignKey("cohort.id"), nullable=False),
    Column("venture", Text, ForeignKey("venture.id"), nullable=False, index=True),
    Column("author", Integer, ForeignKey("person.id"), index=True),  # nobody: a mentor who was forgotten
    Column("document", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index(None, "cohort"),
)
link = Table(
    "link",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),  # of the token, which is kept nowhere
    Column("purpose", Text),  # what it carries is gone once it is used up
    Column("target", Text, nullable=False),  # what it leads to, for listing the links to it; often empty
    Column("made_by", Integer, ForeignKey("person.id"), index=True),  # nobody: the operator
    Column("made_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, index=True),
    Column("uses", Integer, nullable=False),
    Column("uses_left", Integer),  # nothing: without end
    Column("revoked", Boolean, nullable=False),
    Index(None, "target"),
    sqlite_autoincrement=True,  # a tap on an old list never revokes another link
)

link_use = Table(
    "link_use",
    metadata,
    Column("link", Integer, ForeignKey("link.id"), primary_key=True),
    Column("person", Integer, ForeignKey("person.id"), primary_key=True),
    Column("at", BigInteger, nullable=False),
    Index(None, "person"),
    sqlite_with_rowid=False,
)

allowance = Table(
    "allowance",
    metadata,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, primary_key=True),  # what is sent: all of it, or broadcasts
    Column("free_from", BigInteger, nullable=False),  # microseconds; see bot/storage/fellowship.py
)
