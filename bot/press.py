"""Everything that a canvas is handed over as: pictures from the child that draws, documents from a thread."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.documents.making import WRITTEN, document
from bot.drawing.drawer import Drawer
from bot.drawing.form import Form, Page
from conversations.interview.requests import Format, Paper

if TYPE_CHECKING:
    from conversations.interview.requests import Draw

_PAGES = {
    Format.PICTURE: Page.PORTRAIT,
    Format.PORTRAIT: Page.PORTRAIT,
    Format.LANDSCAPE: Page.LANDSCAPE,
}
_PAPERS = {Paper.A4: Page.A4, Paper.LETTER: Page.LETTER}


class Press:
    """Makes what turns ask for. The child that draws starts with the first picture."""

    def __init__(self, drawer: Drawer | None = None) -> None:
        self._drawer = drawer or Drawer()

    async def draw(self, request: Draw) -> bytes | None:
        """Give the canvas in the form that is asked for, or the glance at a cohort.

        Raises `NotDrawn` where it can't be drawn.
        """
        if request.format in WRITTEN:
            return await asyncio.to_thread(document, request)
        if request.glance is not None:
            return await self._drawer.draw_glance(request.glance, form_of(request))
        return await self._drawer.draw(request.canvas, form_of(request), request.since)

    async def close(self) -> None:
        """End the child."""
        await self._drawer.close()


def form_of(request: Draw) -> Form:
    """Give the page and the words that a request is drawn with."""
    return Form(
        page=_PAGES.get(request.format, _PAPERS[request.paper]),
        on=request.on,
        language=request.language,
        blank=request.format is Format.WORKSHEET,
        since=request.since_on,
        private=request.private,
    )
