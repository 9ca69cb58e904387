"""Links as values. Of a token only its digest is kept: who reads the store can follow none of them."""

from __future__ import annotations

import re
from base64 import urlsafe_b64encode
from datetime import datetime, timedelta
from enum import Enum
from hashlib import sha256

import msgspec

from conversations.links.purposes import Purpose

TOKEN = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What Telegram carries behind `?start=`."""
BYTES = 16
"""Of chance in a token: more than anybody can try."""


class Standing(Enum):
    """Whether a token leads somewhere, and why not."""

    GOOD = "good"
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    USED_UP = "used_up"
    REVOKED = "revoked"


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """How long a link lasts and how often it can be used, None for without end.

    `target` is what it leads to, such as `cohort/7`: the links to a target can be listed again.
    """

    lasting: timedelta | None = None
    uses: int | None = None
    target: str = ""


class NewLink(msgspec.Struct, frozen=True, kw_only=True):
    """A link to be kept: its token's digest, what it is for, when it ends and how often it can be used."""

    digest: str
    purpose: Purpose
    expires_at: datetime | None = None
    uses: int | None = None
    target: str = ""


class Followed(msgspec.Struct, frozen=True, kw_only=True):
    """What a token came to. `purpose` is there where it is good; `yours`: this person has used it before."""

    token: str
    standing: Standing = Standing.UNKNOWN
    id: int = 0
    purpose: Purpose | None = None
    expires_at: datetime | None = None
    yours: bool = False


class MadeLink(msgspec.Struct, frozen=True, kw_only=True):
    """A link that can still be followed: how often it was used, and how often it still can be."""

    id: int
    purpose: Purpose
    expires_at: datetime | None = None
    uses: int = 0
    uses_left: int | None = None


def token_from(secret: str, number: int) -> str:
    """Give the token of a turn's link with this number: none of them tells of another, or of the secret."""
    return urlsafe_b64encode(sha256(f"{secret}/{number}".encode()).digest()[:BYTES]).decode().rstrip("=")


def digest_of(token: str) -> str:
    """Give what is kept of a token."""
    return sha256(token.encode(errors="replace")).hexdigest()
