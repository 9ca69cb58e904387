"""Revisions: what changed between two canvases, and how to take it back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec


class Change(msgspec.Struct, frozen=True, omit_defaults=True):
    """One field that changed, as JSON values. `entry` is 0 for the venture, front stage and answers.

    `field` is a path such as `text`, `venture.name`, `answers.promise`; an entry that came or went has the
    field `*` and its whole document as `after` or `before`. An absent value is None with `absent` naming the side.
    """

    entry: int
    field: str
    before: Any = None
    after: Any = None


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """One turn's changes to a canvas. `version` is the canvas's version that they made."""

    version: int
    author: str
    turn: str
    at: datetime
    changes: tuple[Change, ...]
