"""A small interview for the rehearsal's tests, held in front of a real store."""

from __future__ import annotations

import io
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from bot.rehearsal.keyboard import Keyboard
from bot.rehearsal.screen import Screen
from bot.rehearsal.session import Stage, rehearse
from bot.rehearsal.window import Outline
from bot.storage.store import Store
from bot.storage.transaction import Rules
from bot.turns import (
    AnswerTap,
    Arrival,
    EditText,
    Label,
    Rendered,
    SendFile,
    SendText,
    TakeButtons,
    Unsend,
)
from bot.words import load_catalogue
from conversations.intents import Intent, Urgency
from conversations.interview.events import Command, Event, Happened, Said, Tapped
from conversations.interview.replies import About
from conversations.interview.snapshot import Outcome, Person, Snapshot, Wanted
from conversations.occasions import Told
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

    from bot.turns import Outgoing

OUTLINE = Outline(("name", "stage", "sale"), numeric=frozenset({"sale"}))
NAME = SendText(
    html="Hello, <b>Lena</b>.\n\nWhat's its name?",
    rows=((Label("No name yet", "none"), Label("Example", "example")),),
    prompt="name",
    about=About(question="name"),
)
STAGE = SendText(
    html="How far along?",
    rows=(
        (Label("Just an idea", "idea"), Label("Not open yet", "pre")),
        (Label("Site", url="https://a.example"),),
    ),
    prompt="stage",
    about=About(question="stage"),
)
SALE = SendText(
    html="What does one bring?", rows=((Label("Skip", "skip"),),), prompt="sale", about=About(question="sale")
)
GRID = SendText(html="Tap them", rows=((Label("⬜ Cart", "cart"),), (Label("⬜ Van", "van"),)), prompt="grid")


def _after(event: Event, said: int) -> tuple[Outgoing, ...]:
    match event:
        case Command("continue"):
            return (NAME,) if said == 0 else (SendText(html=f"Again; {said} said."), STAGE)
        case Command(name, rest):
            return COMMANDS.get(name, (SendText(html=f"command {name} [{rest}]"),))
        case Tapped(data, tap, message):
            taken = (TakeButtons(message=message), SendText(html=f"tapped {data}"))
            return (AnswerTap(tap=tap, note=NOTES.get(data, "")), *EDITS.get(data, taken))
        case Happened(name=name):
            return (SendText(html=f"{name} happened"),)
        case Said(text):
            escaped = text.replace("&", "&amp;").replace("<", "&lt;")
            return (TakeButtons(prompt="name"), SendText(html=f"Noted {said}: <b>{escaped}</b>"))
        case _:
            return ()


COMMANDS: dict[str, tuple[Outgoing, ...]] = {
    "stage": (STAGE,),
    "sale": (SALE,),
    "grid": (GRID,),
    "export": (SendFile(name="mine.json", content=b"{}", html="All of it"),),
    "delete": (Unsend(messages=(1, 2, 3)),),
}
NOTES = {"cart": "Up to three"}
EDITS: dict[str, tuple[Outgoing, ...]] = {
    "example": (EditText(html=NAME.html.replace("\n\n", "\n\n💡 Soap\n\n"), rows=NAME.rows, prompt="name"),),
    "cart": (EditText(html=GRID.html, rows=((Label("✅ Cart", "cart"),), GRID.rows[1]), prompt="grid"),),
}


def step(arrival: Arrival, snapshot: Snapshot, _now: datetime) -> Rendered:
    """Count what is said, and answer every event with something to see."""
    said = snapshot.conversation.prompts + isinstance(arrival.event, Said)
    conversation = msgspec.structs.replace(snapshot.conversation, prompts=said)
    outcome = Outcome(
        conversation=conversation,
        venture=snapshot.venture,
        canvas=snapshot.canvas,
        intents=_intended(arrival.event),
    )
    return Rendered(outcome, _after(arrival.event, said))


def _intended(event: Event) -> tuple[Intent, ...]:
    """Give what `/intend broadcast` and `/intend reply` want to happen."""
    if not isinstance(event, Command) or event.name != "intend":
        return ()
    told = Told(text=(say("kept"),))
    return (Intent(name=event.rest, occasion=told, urgency=Urgency(event.rest)),)


def _wanted(_event: Event) -> Wanted:
    return Wanted()


def _apology(_arrival: Arrival) -> Sequence[Outgoing]:
    return (SendText(html="sorry"),)


@asynccontextmanager
async def opened(file: Path) -> AsyncIterator[Store]:
    """Give an open store over a file, with the interview above."""
    rules = Rules(step, _wanted, _apology)
    async with Store(f"sqlite:///{file}", rules, clock=lambda: datetime.now(UTC)) as store:
        yield store


class House:
    """A folder with a store; every `piped` is a sitting of its own."""

    def __init__(self, folder: Path) -> None:
        self.database = folder / "rehearsal.sqlite3"
        self.files = folder / "files"

    def piped(self, *lines: str) -> str:
        """Hold a sitting with these lines for input, and give what was printed."""
        words = load_catalogue()
        printed = io.StringIO()
        keyboard = Keyboard(
            io.StringIO("".join(f"{line}\n" for line in lines)),
            prompt=words.label(say("terminal.prompt")),
            more=words.label(say("terminal.more")),
            attended=False,
        )
        screen = Screen(printed, words, attended=False, styled=False)
        rehearse(opened(self.database), keyboard, Stage(screen, Person("Lena"), OUTLINE, self.files))
        return printed.getvalue()
