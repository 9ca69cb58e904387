"""The canvas as JSON, with everything in it: what is read back makes the same canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from conversations.canvas.document import as_plain

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas

FORMAT = "backstage-canvas/1"


def whole(canvas: Canvas) -> bytes:
    """Give the canvas as JSON: `{"format": "backstage-canvas/1", "canvas": {...}}`, see docs/canvas.md."""
    document: dict[str, Any] = {"format": FORMAT, "canvas": as_plain(canvas)}
    return msgspec.json.format(msgspec.json.encode(document, order="deterministic"), indent=2)
