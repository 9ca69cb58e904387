"""What a link is for, with what it carries. A new purpose is a struct here and a `Use` in `following.py`."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from conversations.canvas.document import Canvas


class Handover(msgspec.Struct, frozen=True, tag="canvas"):
    """A canvas that waits to be taken as a venture."""

    canvas: Canvas


Purpose: TypeAlias = Handover
