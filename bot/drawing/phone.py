"""Pictures for the chat: a canvas as somebody sees it on a phone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.drawing.drawer import Drawer
from bot.drawing.form import Form, Page

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas


class PhonePictures:
    """Draws canvases in portrait. The child that draws starts with the first picture."""

    def __init__(self, drawer: Drawer | None = None) -> None:
        self._drawer = drawer or Drawer()

    async def draw(self, canvas: Canvas) -> bytes | None:
        """Give a canvas as PNG, dated today. Raises `NotDrawn`."""
        return await self._drawer.draw(canvas, Form(page=Page.PORTRAIT, on=datetime.now(UTC).date()))

    async def close(self) -> None:
        """End the child."""
        await self._drawer.close()
