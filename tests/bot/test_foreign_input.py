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
from bot.turns import Address, Arrival
from conversations.interview.events import Command, Said, Tapped
from conversations.interview.snapshot import Person
from conversations.reading.amounts import find_amounts
from conversations.reading.pricing import read_prices, read_sale
from conversations.reading.splitting import split_items
from tests.bot.spoiled import BOT, VALUES, spoiled_updates
from tests.bot.storage.playing import file_url
from tests.conversations.interview.effort import effort
from tests.conversations.interview.nasty import forged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.storage.store import Store

# updates


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
