"""The writes of an ordinary turn and of delivery marks. A transaction gathers them and sends each kind once.

They stand here in the order in which they are sent. Ids to look up by are bound as `this_...`.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BindParameter,
    Text,
    bindparam,
    delete,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)

from bot.storage.lane_statements import (
    CUT_OFF,
    ERASE,
    GO_ON,
    HOLD_LANE,
    MARK_THROUGH,
    RENEW_LANE,
    TAKE_OFF,
    TAKE_OFF_ALL,
)
from bot.storage.link_statements import ADD_LINK, REVOKE_LINK, USE_LINK, USED_BY
from bot.storage.schema import (
    conversation,
    intent,
    message,
    outgoing,
    request,
    revision,
    turn,
    upload,
    venture,
)

THIS: BindParameter[Any] = bindparam("this")
THIS_SEQ: BindParameter[Any] = bindparam("this_seq")
THIS_MESSAGE: BindParameter[Any] = bindparam("this_message")

TURN_FAILED = (
    update(turn).where(turn.c.key == THIS).values(outcome="failed", failure=bindparam("why", type_=Text))
)

CARRY = update(turn).where(turn.c.key == THIS).values(carried=bindparam("new_carried", type_=Text))

SAVE_POSITION = (
    update(conversation)
    .where(conversation.c.id == THIS)
    .values(
        {
            name: bindparam(f"new_{name}", type_=conversation.c[name].type)
            for name in ("document", "seq", "delivery_owner", "delivery_until", "reachable")
        }
        | {"erase_when_delivered": bindparam("new_erase", type_=conversation.c.erase_when_delivered.type)}
    )
)

SAVE_CANVAS = (
    update(venture)
    .where(venture.c.id == THIS, venture.c.version == bindparam("was"))
    .values(document=bindparam("new_document"), version=bindparam("was") + 1)
)

ADD_REVISION = insert(revision)

_LATEST = select(func.max(revision.c.version)).where(revision.c.venture == THIS).scalar_subquery()
NAME_REVISION = (
    update(revision)
    .where(revision.c.venture == THIS, revision.c.version == _LATEST)
    .values(name=bindparam("new_name", type_=Text))
)
"""What the canvas has come to without changing any more."""

FORGET_REMINDER = delete(intent).where(intent.c.conversation == THIS, intent.c.body.is_(None))

ADD_REMINDER = insert(intent)

ADD_INTENT = insert(intent).from_select(
    ["conversation", "name", "occurrence", "body", "urgency", "due_at", "until", "held_until", "tries", "at"],
    select(
        bindparam("this", type_=intent.c.conversation.type),
        bindparam("called", type_=Text),
        bindparam("on", type_=Text),
        bindparam("new_body", type_=Text),
        bindparam("new_urgency", type_=Text),
        bindparam("new_due_at", type_=intent.c.due_at.type),
        bindparam("new_until", type_=intent.c.until.type),
        literal(0),
        literal(0),
        bindparam("new_at", type_=intent.c.at.type),
    ).where(
        ~exists().where(
            intent.c.conversation == THIS,
            intent.c.name == bindparam("called", type_=Text),
            intent.c.occurrence == bindparam("on", type_=Text),
        )
    ),
)
"""Something that shall happen; the same is made once."""

TAKE_INTENT = (
    update(intent)
    .where(intent.c.id == THIS)
    .values(
        due_at=None,
        body=bindparam("new_body", type_=Text),
        at=bindparam("new_at", type_=intent.c.at.type),
    )
)

ADD_REQUEST = insert(request)

ANSWER_REQUEST = delete(request).where(request.c.key == THIS)

ADD_OUTGOING = insert(outgoing)

HEAR = insert(message).from_select(
    ["conversation", "message", "direction", "prompt", "about", "at"],
    select(
        bindparam("this", type_=message.c.conversation.type),
        bindparam("this_message", type_=message.c.message.type),
        literal("in"),
        literal(""),
        bindparam("new_about", type_=Text),
        bindparam("new_at", type_=message.c.at.type),
    ).where(~exists().where(message.c.conversation == THIS, message.c.message == THIS_MESSAGE)),
)
"""An incoming message; one that is known (it was edited) stays as it is."""

HEAR_ABOUT = (
    update(message)
    .where(message.c.conversation == THIS, message.c.message == THIS_MESSAGE)
    .values(about=bindparam("new_about"))
)

SHOW = (
    update(message)
    .where(
        message.c.conversation == THIS,
        message.c.message == THIS_MESSAGE,
        exists().where(outgoing.c.conversation == THIS, outgoing.c.seq == THIS_SEQ, outgoing.c.prompt != ""),
    )
    .values(
        prompt=select(outgoing.c.prompt)
        .where(outgoing.c.conversation == THIS, outgoing.c.seq == THIS_SEQ)
        .scalar_subquery()
    )
)
SHOWS = ("this", "this_seq", "this_message")
"""A message that was rewritten shows another prompt now; sent where `SENT` finds that it was there before."""

SENT = insert(message).from_select(
    ["conversation", "message", "direction", "prompt", "about", "at"],
    select(
        outgoing.c.conversation,
        bindparam("this_message", type_=message.c.message.type),
        literal("out"),
        outgoing.c.prompt,
        outgoing.c.about,
        bindparam("new_at", type_=message.c.at.type),
    )
    .join(conversation, conversation.c.id == outgoing.c.conversation)
    .where(
        outgoing.c.conversation == THIS,
        outgoing.c.seq == THIS_SEQ,
        conversation.c.erase_when_delivered.is_(False),
        ~exists().where(message.c.conversation == THIS, message.c.message == THIS_MESSAGE),
    ),
)
"""A message that went out, with what it shows and is about; nothing of somebody who was forgotten."""

UNSHOW = (
    update(message)
    .where(
        message.c.conversation == THIS,
        message.c.prompt
        == select(outgoing.c.prompt)
        .where(outgoing.c.conversation == THIS, outgoing.c.seq == THIS_SEQ)
        .scalar_subquery(),
    )
    .values(prompt="")
)
"""A message that was kept up to date and isn't there, or isn't pinned, any more."""

FORGET_UPLOAD = delete(upload).where(
    upload.c.bot == bindparam("this_bot"),
    upload.c.venture == bindparam("this_venture"),
    upload.c.form == bindparam("this_form"),
)

_THIS_VENTURE: BindParameter[Any] = bindparam("this_venture", type_=upload.c.venture.type)

ADD_UPLOAD = insert(upload).from_select(
    ["bot", "venture", "form", "digest", "file", "at"],
    select(
        bindparam("this_bot", type_=upload.c.bot.type),
        _THIS_VENTURE,
        bindparam("this_form", type_=upload.c.form.type),
        bindparam("new_digest", type_=upload.c.digest.type),
        bindparam("new_file", type_=upload.c.file.type),
        bindparam("new_at", type_=upload.c.at.type),
    ).where(
        or_(_THIS_VENTURE == "", exists().where(venture.c.id == _THIS_VENTURE)),
        ~exists().where(
            upload.c.bot == bindparam("this_bot"),
            upload.c.venture == _THIS_VENTURE,
            upload.c.form == bindparam("this_form"),
        ),
    ),
)
"""A file that went out; nothing of a venture that was deleted meanwhile."""

IN_ORDER = (
    TURN_FAILED,
    CARRY,
    SAVE_POSITION,
    SAVE_CANVAS,
    ADD_REVISION,
    NAME_REVISION,
    FORGET_REMINDER,
    ADD_REMINDER,
    ADD_INTENT,
    TAKE_INTENT,
    ADD_REQUEST,
    ANSWER_REQUEST,
    ADD_OUTGOING,
    HEAR,
    HEAR_ABOUT,
    SENT,
    UNSHOW,
    FORGET_UPLOAD,
    ADD_UPLOAD,
    TAKE_OFF,
    TAKE_OFF_ALL,
    MARK_THROUGH,
    HOLD_LANE,
    GO_ON,
    ADD_LINK,
    USE_LINK,
    USED_BY,
    REVOKE_LINK,
    RENEW_LANE,
    CUT_OFF,
    ERASE,
)
