"""Everything that reads what comes from outside, fed with nearly right and utterly wrong input.

A little in the ordinary run; `BACKSTAGE_CAMPAIGN=300` tries three hundred times as much, at random.
"""

from __future__ import annotations

import asyncio
import json
from decimal import Decimal
from html import escape, unescape
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import composition
from bot.splitting import LIMIT, split_html
from bot.telegram.decoding import Decoder
from bot.telegram.webhook import SECRET as HEADER
from bot.turns import Address, Arrival
from conversations.interview.events import Command, Said, Tapped
from conversations.interview.snapshot import Person
from conversations.reading.amounts import find_amounts
from conversations.reading.pricing import read_prices, read_sale
from conversations.reading.splitting import split_items
from tests.bot.delivery.memory import MemoryStore
from tests.bot.storage.playing import file_url
from tests.bot.telegram.conftest import SECRET, Running, Starter, parrot
from tests.conversations.interview.effort import effort
from tests.conversations.interview.nasty import forged
from tests.telegram_server import TelegramServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.storage.store import Store

BOT = 7000000001

# updates

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from((0, 1, -1, 2**63, 2**80)),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
LENA = {"id": 5, "is_bot": False, "first_name": "Lena", "language_code": "en"}
CHAT = {"id": 5, "type": "private"}
ENTITY = {"type": "bot_command", "offset": 0, "length": 6}
MESSAGE = {"message_id": 7, "from": LENA, "chat": CHAT, "text": "/start now", "entities": [ENTITY], "date": 1}
TAP = {"id": "9", "from": LENA, "message": MESSAGE, "data": "1:1:skip"}
STANDING = {"user": LENA, "status": "member"}
CHANGE = {
    "chat": CHAT,
    "from": LENA,
    "old_chat_member": STANDING,
    "new_chat_member": {**STANDING, "status": "kicked"},
}
UPDATES = (
    {"update_id": 1, "message": MESSAGE},
    {"update_id": 2, "edited_message": MESSAGE},
    {"update_id": 3, "callback_query": TAP},
    {"update_id": 4, "my_chat_member": CHANGE},
    {
        "update_id": 5,
        "message": {**MESSAGE, "reply_to_message": MESSAGE, "chat": {"id": -5, "type": "group"}},
    },
)


@st.composite
def spoiled_updates(draw: st.DrawFn) -> bytes:
    """Give a right update in which something, at any depth, is replaced, or is missing, or was added."""
    update = json.loads(json.dumps(draw(st.sampled_from(UPDATES))))
    for _ in range(draw(st.integers(0, 3))):
        spoil(draw, update)
    return json.dumps(update).encode()


def spoil(draw: st.DrawFn, inside: dict[str, object]) -> None:
    name = draw(st.sampled_from((*sorted(inside), "text", "caption", "voice")))
    here = inside.get(name)
    if isinstance(here, dict) and here and draw(st.booleans()):
        spoil(draw, here)
    elif draw(st.integers(0, 4)):
        inside[name] = draw(VALUES)
    else:
        inside.pop(name, None)


@effort(150)
@given(
    st.one_of(spoiled_updates(), st.binary(max_size=80), VALUES.map(lambda value: json.dumps(value).encode()))
)
def test_no_update_is_too_strange_to_decode(raw: bytes) -> None:
    decoder = Decoder(BOT, "backstage_bot")
    number, arrival = decoder.update_id(raw), decoder.decode(raw)
    if arrival is not None:
        assert arrival.key == f"telegram/{BOT}/{number}"
        assert msgspec.json.decode(msgspec.json.encode(arrival.event)) is not None


# buttons and texts, through the whole of a turn on disk


class Talk:
    """A founder's turns on a real store, one after the other."""

    def __init__(self, path: Path) -> None:
        self._runner = asyncio.Runner()
        self._opened = composition.open_store(file_url(path))
        self.store: Store = self._runner.run(self._opened.__aenter__())
        self._count = 0

    def close(self) -> None:
        self._runner.run(self._opened.__aexit__(None, None, None))
        self._runner.close()

    def takes(self, event: Said | Tapped | Command, chat: int) -> None:
        """Let a turn be taken; AssertionError where it fails."""
        self._count += 1
        arrival = Arrival(
            key=f"telegram/{BOT}/{self._count}",
            address=Address("telegram", BOT, chat),
            person=chat,
            facts=Person("Lena", "en"),
            event=event,
            message=self._count,
        )
        (taken,) = self._runner.run(self.store.take([arrival]))
        assert not taken.set_aside, event


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Talk]:
    talk = Talk(tmp_path_factory.mktemp("talk") / "bot.sqlite3")
    yield talk
    talk.close()


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
"""Anything that Telegram can send: JSON in UTF-8 has no half characters."""


@effort(40)
@given(st.lists(st.one_of(forged("venture", "1"), WORDS), max_size=6), st.integers(1, 2**40))
def test_no_callback_data_is_too_strange_for_a_turn(talk: Talk, data: list[str], chat: int) -> None:
    talk.takes(Command("start"), chat)
    for one in data:
        talk.takes(Tapped(one, "tap", 1), chat)


@effort(40)
@given(st.lists(WORDS, max_size=6), st.integers(1, 2**40))
def test_no_text_is_too_strange_for_a_turn(talk: Talk, texts: list[str], chat: int) -> None:
    talk.takes(Command("start"), chat)
    for text in texts:
        talk.takes(Said(text, 1), chat)


# money

MONEY = st.lists(
    st.one_of(
        st.sampled_from(
            (
                "€",
                "$",
                "EUR",
                "k",
                "1.350",
                "1,350.00",
                "1'000",
                "½",
                "٣",
                "free",
                "a month",
                "a cup",
                "-",
                ":",
            )
        ),
        st.integers(0, 10**30).map(str),
        st.decimals(allow_nan=False, allow_infinity=False, places=3).map(str),
        st.text(max_size=5),
    ),
    max_size=8,
).map(" ".join)


@effort(150)
@given(MONEY)
def test_no_price_is_too_strange_and_every_amount_is_a_number(text: str) -> None:
    read_prices(text, ["Cart", "Machine", text[:30]])
    read_sale(text)
    for (start, end), amount in find_amounts(text):
        assert 0 <= start < end <= len(text)
        for value in (amount.low, amount.high):
            assert Decimal(0) <= value < Decimal("Infinity")


# lists, and messages too long for Telegram


@effort(150)
@given(
    st.lists(
        st.one_of(st.sampled_from((", ", "; ", " and ", "\n", "- ", "1. ", "(", ")", '"')), WORDS),
        max_size=12,
    )
)
def test_of_a_list_nothing_is_made_up(pieces: list[str]) -> None:
    text = "".join(pieces)
    letters = set(text.casefold())
    for item in split_items(text):
        assert item.strip() == item != ""
        assert {letter for letter in item.casefold() if letter.isalnum()} <= letters


@effort(20)
@given(
    st.lists(st.one_of(st.sampled_from(("\n\n", "x" * 900, "& < >")), WORDS), max_size=8), st.integers(1, 9)
)
def test_every_piece_of_a_long_message_fits(pieces: list[str], times: int) -> None:
    html = escape("".join(pieces) * times, quote=False)
    for piece in split_html(html):
        assert len(unescape(piece).encode("utf-16-le")) // 2 <= LIMIT


# requests to the webhook


class Listener:
    """A webhook that listens, and a raw way to it."""

    def __init__(self) -> None:
        self._runner = asyncio.Runner()
        self._runner.run(self._begin())

    async def _begin(self) -> None:
        self._server = await TelegramServer().__aenter__()
        self.store = MemoryStore(parrot)
        self.running: Running = await Starter(self._server).webhook(self.store)

    def close(self) -> None:
        async def end() -> None:
            await self.running.stops()
            await self._server.__aexit__(None, None, None)

        self._runner.run(end())
        self._runner.close()

    @property
    def path(self) -> str:
        assert self.running.listening is not None
        return self.running.listening.path(self.running.parts.token)

    def answers(self, raw: bytes) -> bytes:
        """Give what is answered to a whole request."""
        return self._runner.run(self._exchange(raw))

    def hears(self, raw: bytes) -> None:
        """Let it hear bytes of which nobody knows what they are, and then hang up."""
        self._runner.run(self._exchange(raw, answered=False))

    async def _exchange(self, raw: bytes, *, answered: bool = True) -> bytes:
        assert self.running.listening is not None
        reader, writer = await asyncio.open_connection("127.0.0.1", self.running.listening.port)
        try:
            writer.write(raw)
            await writer.drain()
            return await reader.read(65536) if answered else b""
        finally:
            writer.close()


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    listener = Listener()
    yield listener
    listener.close()


def posted(path: str, headers: dict[str, str], body: bytes) -> bytes:
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{lines}\r\n".encode() + body


@effort(40)
@given(
    st.one_of(spoiled_updates(), st.binary(max_size=80)), st.sampled_from((None, "", "wrong", SECRET[:-1]))
)
def test_without_the_secret_no_request_gets_anywhere(
    listener: Listener, body: bytes, secret: str | None
) -> None:
    taken = len(listener.store.taken)
    shown = {} if secret is None else {HEADER: secret}
    answer = listener.answers(posted(listener.path, {**shown, "Content-Length": str(len(body))}, body))
    assert answer.startswith(b"HTTP/1.1 401")
    assert len(listener.store.taken) == taken


@effort(40)
@given(st.one_of(spoiled_updates(), st.binary(max_size=80)))
def test_with_the_secret_every_body_is_answered(listener: Listener, body: bytes) -> None:
    headers = {HEADER: SECRET, "Content-Length": str(len(body))}
    assert listener.answers(posted(listener.path, headers, body)).startswith(b"HTTP/1.1 200")


@effort(40)
@given(
    st.one_of(
        st.binary(max_size=200),
        st.tuples(spoiled_updates(), st.integers(0, 400), st.binary(max_size=6)).map(
            lambda parts: (
                (whole := posted("/", {HEADER: SECRET, "Content-Length": "60"}, parts[0]))[: parts[1]]
                + parts[2]
                + whole[parts[1] + len(parts[2]) :]
            )
        ),
    )
)
def test_no_bytes_bring_the_listener_down(listener: Listener, raw: bytes) -> None:
    listener.hears(raw)
    assert listener.answers(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").startswith(
        b"HTTP/1.1 200"
    )
