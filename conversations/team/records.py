"""What a step leaves behind of a venture's team, and what it is shown of it."""

from __future__ import annotations

from typing import TypeAlias

import msgspec


class Teammate(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whom a venture belongs to, by their id in the store; `owner` may ask others to leave."""

    person: int
    name: str
    owner: bool = False


class TeamJoined(msgspec.Struct, frozen=True, kw_only=True):
    """Whose turn it is has joined a venture."""

    venture: str


class TeamLeft(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody has left a venture, or was asked to; the first of the others owns it where its owner left."""

    venture: str
    person: int


TeamRecord: TypeAlias = TeamJoined | TeamLeft
