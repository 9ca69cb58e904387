"""A sitting: lines become turns, and what the turns say is shown."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from bot.fulfilment import Fulfilment, Skills
from bot.rehearsal.delivering import Delivery
from bot.rehearsal.fetching import read_file
from bot.rehearsal.typed import Reading, Typed, understood
from bot.rehearsal.window import Outline, Window
from bot.turns import Address, Arrival
from conversations.intents import Urgency
from conversations.interview.events import Command
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from bot.rehearsal.keyboard import Keyboard
    from bot.rehearsal.screen import Screen
    from bot.seams import TurnStore
    from conversations.interview.snapshot import Person

ADDRESS = Address("rehearsal", bot=0, chat=1)
PERSON = 1
START = "start"
CONTINUE = "continue"
"""Begins where nothing has begun, and goes on with the open question where something has."""
LEAVING = frozenset({"quit", "exit"})


class Stage:
    """What a sitting is held with: who speaks, the playbook's outline, and a folder for files handed over."""

    def __init__(self, screen: Screen, person: Person, outline: Outline, folder: Path) -> None:
        self.screen = screen
        self.person = person
        self.outline = outline
        self.folder = folder
        self.skills = Skills()


class Session:
    """One sitting in front of a store. Its turns' keys are unique across sittings."""

    def __init__(self, store: TurnStore, stage: Stage) -> None:
        self._store = store
        self._stage = stage
        self._window = Window(stage.outline)
        self._delivery = Delivery(store, self._window, stage.screen, stage.folder)
        self._fulfilment = Fulfilment(store, replace(stage.skills, fetch=read_file))
        self._fulfilment.begin(self._take)
        self._sitting = uuid4().hex[:12]
        self._turns = 0
        self._asked = ""

    async def begin(self) -> None:
        """Show what an interrupted sitting owes, then begin, or go on with the open question."""
        for lane in await self._store.orphaned():
            # A database shared with a bot may hold lanes of chats that are not ours to show.
            if lane.address == ADDRESS:
                await self._delivery.deliver(lane)
        for pending in await self._store.pending():
            if pending.address == ADDRESS:
                await self._fulfilment.fulfil(pending)
        await self._turn(Command(CONTINUE))
        await self._happen(Urgency.BROADCAST)

    async def close(self) -> None:
        """End what the skills have running."""
        await self._fulfilment.close()

    def leaves(self, line: str) -> bool:
        """Whether the line asks to leave the rehearsal."""
        event = self._read(line).event
        return isinstance(event, Command) and event.name in LEAVING

    async def hear(self, line: str) -> None:
        """Take a typed line as a turn and show what comes back. An empty line is none."""
        if not line.strip():
            return
        reading = self._read(line)
        self._stage.screen.echo(line.strip(), reading.named)
        if not (reading.event == Command(START) and self._just_begun):
            await self._turn(reading.event)

    @property
    def _just_begun(self) -> bool:
        # A script for a pipe may open with /start, as one does on Telegram; here it has begun by itself.
        first = self._window.question in self._stage.outline.questions[:1]
        return self._turns == 1 and first and not self._stage.screen.attended

    def show_progress(self) -> None:
        """Show how far the interview is, where another question has been asked since."""
        question = self._window.question
        questions = self._stage.outline.questions
        if question != self._asked and question in questions:
            self._stage.screen.progress(questions.index(question), len(questions))
        self._asked = question

    def _read(self, line: str) -> Reading:
        return understood(line, self._window.tappable, self._key())

    def _key(self) -> str:
        return f"rehearsal/{self._sitting}-{self._turns}"

    async def _turn(self, event: Typed) -> None:
        arrival = Arrival(
            key=self._key(), address=ADDRESS, person=PERSON, facts=self._stage.person, event=event
        )
        self._turns += 1
        await self._take([arrival])

    async def _take(self, arrivals: Sequence[Arrival]) -> None:
        """Take turns, show what they say, and do what they ask for before the next line is read."""
        for committed in await self._store.take(arrivals):
            await self._delivery.deliver(committed.lane)
            for pending in committed.pending:
                await self._fulfilment.fulfil(pending)
            if committed.wakes:
                await self._happen(Urgency.REPLY)

    async def _happen(self, urgency: Urgency) -> None:
        """Take what was intended for this chat and is due."""
        due = await self._store.due(urgency)
        await self._take([arrival for arrival in due if arrival.address == ADDRESS])


def rehearse(opening: AbstractAsyncContextManager[TurnStore], keyboard: Keyboard, stage: Stage) -> None:
    """Hold a sitting until the input ends or somebody leaves; what was said by then is kept.

    Raises `StorageError` where the store can't be opened or written.
    """
    # The keyboard is read between turns, outside the event loop: so Ctrl-C ends a waiting prompt at once.
    with asyncio.Runner() as runner:
        open_store = AsyncExitStack()
        try:
            session = Session(runner.run(open_store.enter_async_context(opening)), stage)
            open_store.push_async_callback(session.close)
            stage.screen.phrase(say("terminal.intro"))
            runner.run(session.begin())
            _converse(runner, session, keyboard)
        except KeyboardInterrupt:
            stage.screen.space()
        finally:
            runner.run(open_store.aclose())
    stage.screen.space()
    stage.screen.phrase(say("terminal.kept"))


def _converse(runner: asyncio.Runner, session: Session, keyboard: Keyboard) -> None:
    session.show_progress()
    while (line := keyboard.answer()) is not None and not session.leaves(line):
        runner.run(session.hear(line))
        session.show_progress()
