"""What tells two files apart: all that shows in them, as a digest."""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import version
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from bot.turns import Edition

if TYPE_CHECKING:
    from conversations.interview.requests import Draw

_OURS = version("backstage").encode()
_encoder = msgspec.json.Encoder(order="deterministic")


def edition_of(request: Draw) -> Edition:
    """Give the edition that a request makes: another where canvas, form, day, language or our version is."""
    shown = _encoder.encode(replace(request, venture=""))
    digest = sha256(_OURS + b"\0" + shown).hexdigest()
    compared = "" if request.since is None else "/compared"
    kind = "glance" if request.glance else f"{request.format.value}{compared}"
    return Edition(request.venture, kind, digest)
