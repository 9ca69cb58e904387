"""Inline queries answered: `@bot` typed in any chat offers one's own canvas."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog
from msgspec import Struct
from telegram.error import TelegramError

from bot.telegram.parameters import HTML, NO_PREVIEW
from conversations.errors import BackstageError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.sharing import Inquiry, Offer
    from bot.telegram.client import Client

AT_ONCE = 20
"""Answers under way at a time."""
WAITING = 200
"""Queries that may wait; what comes beyond is typed on by then, and left unanswered."""
START = "share"
"""What /start is told by the button for those who have no canvas."""

log = structlog.get_logger(__name__)


class Words(Struct, frozen=True):
    """A text that is sent when its result is chosen."""

    message_text: str
    parse_mode: str
    link_preview_options: dict[str, bool]


class Article(Struct, frozen=True, kw_only=True, tag="article", tag_field="type"):
    """A result that is a text."""

    id: str
    title: str
    description: str
    input_message_content: Words


class CachedPhoto(Struct, frozen=True, kw_only=True, tag="photo", tag_field="type"):
    """A result that is a picture which Telegram has."""

    id: str
    photo_file_id: str
    title: str


class StartButton(Struct, frozen=True, kw_only=True):
    """A button above the results that leads to the bot's own chat."""

    text: str
    start_parameter: str


class AnswerInlineQuery(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is offered: to this person alone, and never out of Telegram's memory."""

    inline_query_id: str
    results: tuple[Article | CachedPhoto, ...]
    cache_time: int
    is_personal: bool
    button: StartButton | None = None


class Inlining:
    """Answers queries beside everything else; one that can't be answered is forgotten."""

    def __init__(self, client: Client, offer: Callable[[Inquiry], Awaitable[Offer]]) -> None:
        self._client = client
        self._offer = offer
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._tasks: set[asyncio.Task[None]] = set()

    def answer(self, inquiry: Inquiry) -> None:
        """Begin to answer; returns at once."""
        if len(self._tasks) >= WAITING:
            return
        task = asyncio.create_task(self._answer(inquiry))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Leave what is not answered yet."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _answer(self, inquiry: Inquiry) -> None:
        async with self._slots:
            try:
                offer = await self._offer(inquiry)
                await self._client.call("answerInlineQuery", _answered(inquiry.query, offer))
            except (BackstageError, TelegramError) as error:
                log.info("inline query not answered", kind=type(error).__name__)


def _answered(query: str, offer: Offer) -> AnswerInlineQuery:
    button = StartButton(text=offer.start, start_parameter=START) if offer.start else None
    return AnswerInlineQuery(
        inline_query_id=query,
        results=_results(offer) if offer.html else (),
        cache_time=0,
        is_personal=True,
        button=button,
    )


def _results(offer: Offer) -> tuple[Article | CachedPhoto, ...]:
    words = Article(
        id="words",
        title=offer.title,
        description=offer.description,
        input_message_content=Words(offer.html, HTML, NO_PREVIEW),
    )
    if not offer.file:
        return (words,)
    return (CachedPhoto(id="picture", photo_file_id=offer.file, title=offer.picture), words)
