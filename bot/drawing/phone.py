"""Pictures for the chat: a canvas as somebody sees it on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.drawing.drawer import Drawer
from bot.drawing.form import Form, Page

if TYPE_CHECKING:
    from conversations.interview.requests import Draw


class PhonePictures:
    """Draws canvases in portrait. The child that draws starts with the first picture."""

    def __init__(self, drawer: Drawer | None = None) -> None:
        self._drawer = drawer or Drawer()

    async def draw(self, request: Draw) -> bytes | None:
        """Give a canvas as PNG. Raises `NotDrawn`."""
        form = Form(page=Page.PORTRAIT, on=request.on, language=request.language)
        return await self._drawer.draw(request.canvas, form)

    async def close(self) -> None:
        """End the child."""
        await self._drawer.close()
