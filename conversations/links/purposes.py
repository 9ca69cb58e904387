"""What a link is for, with what it carries. A new purpose is a struct here and a `Use` in `following.py`."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from conversations.canvas.document import Canvas
from conversations.cohorts.cohort import Role


class Handover(msgspec.Struct, frozen=True, tag="canvas"):
    """A canvas that waits to be taken as a venture."""

    canvas: Canvas


class Invitation(msgspec.Struct, frozen=True, tag="invitation"):
    """A place in a cohort, in a role; the cohort's `name`, and who invites (`by`), as they were then.

    `whom` is who is meant by a personal one, as the programme's list has it; empty where anybody is.
    """

    cohort: str
    role: Role
    name: str
    by: str
    whom: str = ""


class TeamInvitation(msgspec.Struct, frozen=True, tag="team"):
    """A place in a venture's team; the venture's `name`, and who invites (`by`), as they were then."""

    venture: str
    name: str
    by: str


class Gathering(msgspec.Struct, frozen=True, tag="gathering"):
    """A group for a cohort: followed within the group, by the cohort's owner."""

    cohort: str


Purpose: TypeAlias = Handover | Invitation | TeamInvitation | Gathering
