"""The composition root: the one place where interview, store and carriers meet."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias

from bot.delivery import Pace
from bot.fulfilment import Skills
from bot.garbage import keep_what_is_loaded
from bot.interviewing import Interview, built_in_script, catalogue, programme_script
from bot.press import Press
from bot.rehearsal.window import Outline
from bot.sharing import Sharing
from bot.storage.store import Store
from bot.storage.transaction import Rules
from bot.understanding.background import BackgroundSorter
from bot.watching.watch import Watch
from conversations.interview.commands import MENU
from conversations.interview.step import wanted
from conversations.script.diagram import mermaid
from conversations.script.listing import question_table
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager

    from bot.settings import Settings
    from bot.telegram.menu import Menu
    from bot.telegram.webhook import Listening
    from bot.turns import Reached
    from conversations.script.model import Script

    Clock: TypeAlias = Callable[[], datetime]

NUMERIC = frozenset({"prices", "costs", "sale"})
"""Forms whose answers may be bare numbers."""
BROADCASTS = 2 / 3
"""The share of all messages that may be broadcasts: 20 of Telegram's 30 a second."""


@dataclass(frozen=True)
class Wishes:
    """What can be wished of a running bot: that it stops, and that it looks now at what is due."""

    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    waking: asyncio.Event = field(default_factory=asyncio.Event)


def _unwatched(_point: str) -> None:
    """Pass a point of a turn: nobody watches in production."""


def _now() -> datetime:
    return datetime.now(UTC)


async def run(
    settings: Settings,
    reached: Reached = _unwatched,
    *,
    clock: Clock = _now,
    wishes: Wishes | None = None,
    skills: Skills | None = None,
) -> None:
    """Run the bot on Telegram until it is stopped, by a signal or by `wishes`.

    `reached` is told each point that a turn passes; `clock` gives aware moments, in UTC; `skills` do what
    turns ask for, nobody does without. Raises the errors of the store, and `TelegramRefused` where Telegram
    doesn't know the token.
    """
    # Here and not above: a rehearsal needs nothing of Telegram, which is a third of all there is to load.
    from bot.telegram.run import Parts, run_polling, run_webhook  # noqa: PLC0415 - as said above

    interview = Interview(built_in_script())
    watch = _watch(settings)
    wishes = wishes or Wishes()
    async with open_store(settings.database_url, reached, clock, interview, watch) as store:
        parts = Parts(
            token=settings.telegram_token.get_secret_value(),
            api_url=settings.telegram_api_url,
            store=store,
            fellows=store.fellows,
            menus=(_menu(),),
            pace=_pace(settings),
            skills=watch.skills(skills or Skills()),
            watch=watch,
            introduce=interview.introduce,
            offer=Sharing(store).offer,
            reached=reached,
            stopping=wishes.stopping,
            waking=wishes.waking,
        )
        keep_what_is_loaded()
        listening = _listening(settings)
        await (run_webhook(parts, listening) if listening else run_polling(parts))


def _pace(settings: Settings) -> Pace:
    rate = settings.messages_per_second
    return Pace(rate=rate, broadcasts=rate * BROADCASTS)


def _listening(settings: Settings) -> Listening | None:
    """Give where Telegram brings updates to; None where they are fetched."""
    from bot.telegram.webhook import Listening  # noqa: PLC0415 - as in `run`

    if not settings.webhook_url or not settings.webhook_secret:
        return None
    return Listening(
        url=settings.webhook_url,
        secret=settings.webhook_secret.get_secret_value(),
        host=settings.webhook_host,
        port=settings.webhook_port,
    )


def _watch(settings: Settings) -> Watch:
    """Give who watches the bot: nobody, unless the operator wants that."""
    if settings.metrics_at is None:
        return Watch()
    # Here and not above: most bots are not watched, and the library takes a while to load.
    from bot.watching.watched import Watched  # noqa: PLC0415 - as said above

    return Watched(settings.database_url, *settings.metrics_at)


def skills() -> Skills:
    """Give what the bot can do for its turns."""
    sorter, press = BackgroundSorter(), Press()
    return Skills(understand=sorter, draw=press.draw, begin=sorter.begin, close=press.close)


@asynccontextmanager
async def open_store(
    url: str,
    reached: Reached = _unwatched,
    clock: Clock = _now,
    interview: Interview | None = None,
    watch: Watch | None = None,
) -> AsyncIterator[Store]:
    """Open the store at a database URL, with the interview for its step, the built-in one without."""
    interview, watch = interview or Interview(built_in_script()), watch or Watch()
    rules = Rules(
        step=interview.step,
        wanted=wanted,
        apology=interview.apology,
        plea=interview.plea,
        look=interview.look,
    )
    store = Store(url, rules, clock=clock, reached=watch.points(reached))
    watch.transactions(store.engine)
    async with store:
        yield store


def playbook(document: bytes) -> Script:
    """Give the interview in a programme's playbook. Raises ScriptError with its line."""
    return programme_script(document)


def open_rehearsal(url: str, script: Script | None = None) -> AbstractAsyncContextManager[Store]:
    """Open the store of a rehearsal, of a programme's interview or the built-in one."""
    return open_store(url, interview=Interview(script) if script else None)


def outline(script: Script | None = None) -> Outline:
    """Give what a rehearsal knows of the interview: its questions, and those that take bare numbers."""
    questions = (script or built_in_script()).questions
    return Outline(
        questions=tuple(question.id for question in questions),
        numeric=frozenset(question.id for question in questions if question.form in NUMERIC),
    )


def diagram() -> str:
    """Give the interview's machine as Mermaid."""
    return mermaid(built_in_script())


def question_list() -> str:
    """Give the interview's questions as a table in Markdown."""
    return question_table(built_in_script(), catalogue(""))


def _menu() -> Menu:
    from bot.telegram.menu import Menu  # noqa: PLC0415 - as in `run`

    words = catalogue("")
    return Menu(
        commands=tuple((name, words.label(say(f"menu.{name}"))) for name in MENU),
        description=words.label(say("menu.description")),
        short_description=words.label(say("menu.short_description")),
    )
