"""What a person takes along: everything the store holds of them.

    {"format": "backstage-export/1", "exported_at": ISO time,
     "person": {"carrier", "id", "first_name", "last_name", "language"},
     "ventures": [{"id", "role", "created_at", "version", "canvas": {...},
                   "revisions": [{"version", "yours", "at", "changes": [...], "name"?, "snapshot"?: {...}}],
                   "files": [{"bot", "form", "file", "at"}],
                   "check_ins": [{...}]}],
     "conversations": [{"carrier", "bot", "chat", "topic", "position": {...},
                        "messages": [{"message", "direction", "prompt", "about", "at"}],
                        "waiting": [message to be sent], "reminders": [{"name", "due_at"}]}],
     "cohorts": [{"cohort": {...}, "role", "venture", "shared": [...], "written": [{...}]}],
     "links": [{"made_at", "purpose", "expires_at", "uses", "uses_left", "revoked"}]}

Canvases are spelled as they are stored (`conversations.canvas.document`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import select

from bot.storage.cohorts.leaving import check_ins_of, cohorts_of
from bot.storage.moments import moment
from bot.storage.schema import (
    conversation,
    intent,
    link,
    membership,
    message,
    outgoing,
    person,
    revision,
    upload,
    venture,
)
from bot.turns import ExportHere, SendFile, Unsend, UnsendHere

if TYPE_CHECKING:
    from sqlalchemy import Row

    from bot.storage.places import Place
    from bot.storage.unit import Unit
    from bot.turns import Outgoing

FORMAT = "backstage-export/1"
DELETABLE = 48 * 3600 * 1000
"""How long Telegram lets a bot delete a message, in milliseconds."""

_encoder = msgspec.json.Encoder()


def filled_in(unit: Unit, place: Place, stand_in: Outgoing | ExportHere | UnsendHere) -> Outgoing | None:
    """Give a message with what it stands for put in, None where that is nothing to send."""
    if isinstance(stand_in, ExportHere):
        unit.flush()
        document = msgspec.json.format(_encoder.encode(export_of(unit, place.person or 0)), indent=1)
        return SendFile(name=stand_in.name, content=document, html=stand_in.html)
    if isinstance(stand_in, UnsendHere):
        unit.flush()
        rows = unit.connection.execute(
            select(message.c.message)
            .where(message.c.conversation == place.id, message.c.at > unit.now - DELETABLE)
            .order_by(message.c.message)
        )
        messages = tuple(rows.scalars())
        return Unsend(messages=messages) if messages else None
    return stand_in


def export_of(unit: Unit, owner: int) -> dict[str, Any]:
    """Give everything that is stored of a person as JSON values."""
    who = unit.connection.execute(select(person).where(person.c.id == owner)).one()
    ventures = unit.connection.execute(
        select(venture, membership.c.role)
        .join(membership, membership.c.venture == venture.c.id)
        .where(membership.c.person == owner)
        .order_by(venture.c.created_at, venture.c.id)
    ).all()
    conversations = unit.connection.execute(
        select(conversation).where(conversation.c.person == owner).order_by(conversation.c.id)
    ).all()
    made = unit.connection.execute(select(link).where(link.c.made_by == owner).order_by(link.c.id)).all()
    return {
        "format": FORMAT,
        "exported_at": unit.at,
        "person": {
            "carrier": who.carrier,
            "id": who.carrier_id,
            "first_name": who.first_name,
            "last_name": who.last_name,
            "language": who.language,
        },
        "ventures": [_venture(unit, row, owner) for row in ventures],
        "conversations": [_conversation(unit, row) for row in conversations],
        "cohorts": cohorts_of(unit, owner),
        "links": [_link(row) for row in made],
    }


def _venture(unit: Unit, row: Row[Any], owner: int) -> dict[str, Any]:
    revisions = unit.connection.execute(
        select(revision).where(revision.c.venture == row.id).order_by(revision.c.version)
    )
    files = unit.connection.execute(select(upload).where(upload.c.venture == row.id).order_by(upload.c.form))
    return {
        "id": row.id,
        "role": row.role,
        "created_at": moment(row.created_at),
        "version": row.version,
        "canvas": _document(row.document),
        "revisions": [
            {
                "version": made.version,
                "yours": made.author == str(owner),
                "at": moment(made.at),
                "changes": _document(made.changes),
                **({"name": made.name} if made.name else {}),
                **({"snapshot": _document(made.snapshot)} if made.snapshot else {}),
            }
            for made in revisions
        ],
        "files": [
            {"bot": sent.bot, "form": sent.form, "file": sent.file, "at": moment(sent.at)} for sent in files
        ],
        "check_ins": check_ins_of(unit, row.id),
    }


def _conversation(unit: Unit, row: Row[Any]) -> dict[str, Any]:
    messages = unit.connection.execute(
        select(message).where(message.c.conversation == row.id).order_by(message.c.message)
    )
    waiting = unit.connection.execute(
        select(outgoing.c.body).where(outgoing.c.conversation == row.id).order_by(outgoing.c.seq)
    )
    reminders = unit.connection.execute(
        select(intent).where(intent.c.conversation == row.id, intent.c.due_at.is_not(None))
    )
    return {
        "carrier": row.carrier,
        "bot": row.bot,
        "chat": row.chat,
        "topic": row.topic,
        "position": _document(row.document),
        "messages": [
            {
                "message": one.message,
                "direction": one.direction,
                "prompt": one.prompt,
                "about": _document(one.about),
                "at": moment(one.at),
            }
            for one in messages
        ],
        "waiting": [_document(body) for body in waiting.scalars()],
        "reminders": [{"name": one.name, "due_at": moment(one.due_at)} for one in reminders],
    }


def _link(row: Row[Any]) -> dict[str, Any]:
    return {
        "made_at": moment(row.made_at),
        "purpose": _document(row.purpose),
        "expires_at": None if row.expires_at is None else moment(row.expires_at),
        "uses": row.uses,
        "uses_left": row.uses_left,
        "revoked": row.revoked,
    }


def _document(stored: str | None) -> msgspec.Raw | None:
    return msgspec.Raw(stored.encode()) if stored else None
