"""The files that carriers have: sent once, and known by an id from then on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from bot.storage import statements
from bot.storage.schema import upload

if TYPE_CHECKING:
    from bot.storage.unit import Unit
    from bot.turns import Edition, Upload

_FILE = select(upload.c.file).where(
    upload.c.bot == bindparam("this_bot"),
    upload.c.venture == bindparam("this_venture"),
    upload.c.form == bindparam("this_form"),
    upload.c.digest == bindparam("this_digest"),
)


def keep(unit: Unit, sent: Upload) -> None:
    """Note the file that went out; it takes the place of the one that showed how the canvas was before."""
    edition = sent.edition
    this = {"this_bot": sent.bot, "this_venture": edition.venture, "this_form": edition.form}
    unit.later(statements.FORGET_UPLOAD, **this)
    unit.later(statements.ADD_UPLOAD, **this, new_digest=edition.digest, new_file=sent.file, new_at=unit.now)


def file_of(unit: Unit, bot: int, edition: Edition) -> str:
    """Give the id of the file that shows this, empty where none was sent."""
    unit.flush()
    this = {
        "this_bot": bot,
        "this_venture": edition.venture,
        "this_form": edition.form,
        "this_digest": edition.digest,
    }
    return unit.connection.execute(_FILE, this).scalar() or ""
