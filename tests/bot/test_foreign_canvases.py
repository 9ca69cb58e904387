"""Nobody gets at another's canvas: not by forged buttons, changed ids, foreign messages, or any command.

The buttons are generated: every word that the interview's code knows as a verb, with every kind of thing that
may follow it, all of them another founder's.
"""

from __future__ import annotations

import ast
import re
from itertools import count, islice, product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import pytest

import conversations.interview
from bot import composition
from bot.turns import Address, AnswerTap, Arrival, Delivered, SendFile
from conversations.canvas.document import Canvas, decode_canvas
from conversations.canvas.facets import Behaviour, Block, Sourcing
from conversations.interview.commands import COMMANDS
from conversations.interview.events import Command, Edited, Said, Tapped
from conversations.interview.position import Conversation, decode_conversation
from conversations.interview.snapshot import Person
from conversations.script.machine import RESTING
from tests.bot.storage.playing import file_url, read
from tests.founders import SAID

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from bot.storage.store import Store
    from conversations.interview.events import Event

BOT = 77
LENA, MALLORY, GROUP = 100, 200, -300
MARK = "zqxwv"
"""Stands in every word of Lena's, and in nobody else's."""
LENAS = SAID | {
    "name": "Zqxwv wheels",
    "promise": "Zqxwv coffee in two minutes, for zqxwv commuters",
    "before_sale": "zqxwvtalk to 30 zqxwvcommuters, get zqxwvpermit",
    "weekly": "zqxwvbrew and serve",
    "reach": "zqxwvpost on Instagram",
    "things": "zqxwvcart, zqxwvmachine",
    "people": "me and Zqxwvtom",
    "expert": "zqxwvbrew",
    "partners": "Zqxwvmill: zqxwvbeans / our zqxwvorders",
    "more_costs": "zqxwvinsurance 40 a month",
}
_VERB = re.compile(r"[a-z]{1,6}[0-9]?")
_UPDATES = count(1)
AT_ONCE = 10
"""How many forgeries are tried between two looks."""


class Stored(NamedTuple):
    venture: str
    canvas: Canvas
    position: Conversation


class Chat:
    """A person in a chat, who hears of what the bot says there."""

    def __init__(self, store: Store, path: Path, person: int, chat: int = 0) -> None:
        self._store = store
        self._path = path
        self._person = person
        self.number = chat or person
        self.heard: list[str] = []
        self.messages: list[int] = []

    async def does(self, event: Event, message: int = 0) -> None:
        arrival = Arrival(
            key=f"telegram/{BOT}/{next(_UPDATES)}",
            address=Address("telegram", BOT, self.number),
            person=self._person,
            facts=Person(f"P{self._person}", "en"),
            event=event,
            message=message,
        )
        (committed,) = await self._store.take([arrival])
        lane = committed.lane
        while lane is not None:
            for queued in lane.queued:
                self.heard.append(words_of(queued.outgoing))
                self.messages.append(next(_UPDATES))
                mark = Delivered(conversation=lane.conversation, seq=queued.seq, message=self.messages[-1])
                await self._store.delivered([mark])
            lane = await self._store.more(lane.conversation)

    async def says(self, text: str) -> None:
        number = next(_UPDATES)
        self.messages.append(number)
        await self.does(Said(text, number), number)

    async def taps(self, data: str, message: int = 0) -> None:
        await self.does(Tapped(data, f"tap{next(_UPDATES)}", message))

    def stored(self) -> Stored:
        ((venture, document, position),) = read(
            self._path,
            "SELECT v.id, v.document, c.document FROM conversation c JOIN venture v ON v.id = c.venture "  # noqa: S608 - a test's own number
            f"WHERE c.chat = {self.number}",
        )
        return Stored(
            str(venture),
            decode_canvas(str(document).encode()),
            decode_conversation(str(position).encode()),
        )


def words_of(outgoing: object) -> str:
    """Give all that somebody is shown by a message, its buttons and its file included."""
    if isinstance(outgoing, SendFile):
        return outgoing.html + outgoing.content.decode(errors="replace")
    if isinstance(outgoing, AnswerTap):
        return outgoing.note
    return msgspec.json.encode(outgoing).decode()


def verbs() -> set[str]:
    """Give every word in the interview's code that could be a verb of a button."""
    found: set[str] = set()
    for path in Path(conversations.interview.__path__[0]).rglob("*.py"):
        source = path.read_text("utf-8")
        nodes = ast.walk(ast.parse(source))
        texts = [
            node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        found.update(verb for text in texts for verb in re.findall(r"^o:([a-z0-9]+)", text))
        if "verb" in source:
            found.update(filter(_VERB.fullmatch, texts))
    return found


def forgeries(lena: Stored) -> Iterator[str]:
    """Give buttons that are about Lena's venture and what is on it."""
    entries = [str(entry.id) for entry in lena.canvas.entries]
    things = [
        *entries[:2],
        *(block.value for block in Block),
        *(f"{block.value}:0" for block in Block),
        *(f"{entries[0]}:{kind.value}" for kinds in (Block, Sourcing, Behaviour) for kind in kinds),
        f"{entries[0]}:no",
        "name",
        "partners",
        "1",
    ]
    for verb, thing in product(sorted(verbs()), ["", *things]):
        yield f"o:{verb}:{lena.venture}" + (f":{thing}" if thing else "")
    token = lena.position.prompt.token if lena.position.prompt else "1"
    yield from (f"1:{token}:{choice}" for choice in ("skip", "back", "fix", "re:1", "to:1:costs", "dr:1"))


def batched(everything: Iterator[str], size: int) -> Iterator[tuple[str, ...]]:
    while batch := tuple(islice(everything, size)):
        yield batch


class Scene(NamedTuple):
    lena: Chat
    mallory: Chat
    group: Chat
    before: Stored

    def nothing_leaked(self, what: str) -> None:
        heard = " ".join((*self.mallory.heard, *self.group.heard)).casefold()
        assert MARK not in heard, what
        assert self.lena.stored() == self.before, what
        self.mallory.heard.clear()
        self.group.heard.clear()


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    path = tmp_path / "bot.sqlite3"
    async with composition.open_store(file_url(path)) as store:
        lena, mallory = Chat(store, path, LENA), Chat(store, path, MALLORY)
        await lena.does(Command("start"))
        while (state := lena.stored().position.state) != RESTING:
            await lena.says(LENAS[state])
        await mallory.does(Command("start"))
        for answer in ("Dog School", "Just an idea", "Calm dogs, for families"):
            await mallory.says(answer)
        scene = Scene(lena, mallory, Chat(store, path, MALLORY, GROUP), lena.stored())
        assert len(scene.before.canvas.entries) > 5
        assert MARK in scene.before.canvas.entries[0].text.casefold()
        yield scene


def test_the_verbs_that_the_code_knows_are_found() -> None:
    assert {"e", "b", "n", "mv", "re", "undo", "why", "not", "fix", "sort", "v", "coach", "rm"} <= verbs()


@pytest.mark.timeout(300)
async def test_no_forged_button_shows_or_changes_anything_of_somebody_elses(scene: Scene) -> None:
    for together in batched(forgeries(scene.before), AT_ONCE):
        for number, data in enumerate(together):
            await scene.mallory.taps(data, message=number)
        scene.nothing_leaked(" ".join(together))


async def test_no_button_changes_anything_from_within_a_group(scene: Scene) -> None:
    entry = scene.before.canvas.entries[0].id
    for verb in sorted(verbs()):
        await scene.group.taps(f"o:{verb}:{scene.before.venture}:{entry}")
        scene.nothing_leaked(verb)


async def test_going_to_somebody_elses_venture_leads_nowhere(scene: Scene) -> None:
    before = scene.mallory.stored()
    await scene.mallory.taps(f"o:v:{scene.before.venture}")
    scene.nothing_leaked("switch")
    assert scene.mallory.stored().venture == before.venture


async def test_somebody_elses_messages_can_be_neither_edited_nor_answered(scene: Scene) -> None:
    for message in scene.lena.messages:
        await scene.mallory.does(Edited("all mine now", message), message)
        scene.nothing_leaked("edit")
        await scene.mallory.does(Said("all mine now", next(_UPDATES), message))
        scene.nothing_leaked("reply")


async def test_no_command_is_about_anybody_else(scene: Scene) -> None:
    for command, rest in product(sorted(COMMANDS), ("", scene.before.venture, str(LENA))):
        await scene.mallory.does(Command(command, rest))
        scene.nothing_leaked(f"/{command} {rest}")


async def test_who_deletes_everything_deletes_their_own(scene: Scene) -> None:
    await scene.mallory.does(Command("delete"))
    await scene.mallory.taps("o:gone2")
    assert scene.lena.stored() == scene.before
