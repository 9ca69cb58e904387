"""No reader raises, whatever is typed, and none gets slow: twice the text takes about twice the steps."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.reading.amounts import find_amounts, read_amount
from conversations.reading.changes_said import read_change
from conversations.reading.parties import read_parties, read_party
from conversations.reading.people import read_people
from conversations.reading.pricing import read_prices, read_sale
from conversations.reading.promise import read_promise
from conversations.reading.remarks import classify_remark
from conversations.reading.splitting import dedupe, split_items
from conversations.reading.text import clean_text, shorten

Reader = Callable[[str], object]

READERS: dict[str, Reader] = {
    "amounts": read_amount,
    "amounts in a sentence": find_amounts,
    "change": lambda text: read_change(text, [(1, "Rent"), (2, text[:50])]),
    "party": read_party,
    "parties": read_parties,
    "people": lambda text: read_people(text, "Lena"),
    "prices": lambda text: read_prices(text, ["Cart", "Machine", text[:50]]),
    "sale": read_sale,
    "promise": read_promise,
    "remark": classify_remark,
    "items": lambda text: dedupe(split_items(text), ["the van"]),
    "label": lambda text: shorten(text, 26),
    "clean": clean_text,
}
HOSTILE = (
    "1",
    "1 ",
    "111 ",
    "1,",
    "1.",
    "a ",
    "and ",
    "a and ",
    ", ",
    "x, ",
    "(",
    '"',
    "'",
    "- ",
    "1. ",
    "one ",
    "k",
    "€",
    "/",
)
MORE_HOSTILE = (
    "for ",
    ", for ",
    "gets ",
    ": ",
    "a:",
    " / ",
    "with ",
    "?",
    "🚐",
    "咖",
    "و ",
    "http://",
    "a@",
    "haha",
    "\n",
    "l",
    "+1 ",
)

STEPPED = ("1 ", "1. ", "a and ", "x, ", "one ", "(", ", for ", "咖")


@given(st.text(max_size=200))
@pytest.mark.parametrize("reader", READERS.values(), ids=READERS.keys())
def test_no_text_is_too_strange(reader: Reader, text: str) -> None:
    assert reader(text) == reader(text)


def steps(reader: Reader, text: str) -> int:
    """Count the calls that reading takes."""
    count = 0

    def counter(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counter)
    try:
        reader(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("unit", STEPPED)
@pytest.mark.parametrize("reader", READERS.values(), ids=READERS.keys())
def test_twice_the_text_takes_about_twice_the_steps(reader: Reader, unit: str) -> None:
    short, long = unit * (400 // len(unit)), unit * (800 // len(unit))
    assert steps(reader, long) <= 3 * steps(reader, short) + 2_000


@pytest.mark.timeout(60)
@pytest.mark.parametrize("unit", [*HOSTILE, *MORE_HOSTILE])
def test_ten_thousand_characters_are_read_while_a_person_waits(unit: str) -> None:
    text = unit * (10_000 // len(unit))
    answers = [reader(text) for reader in READERS.values()]
    assert len(answers) == len(READERS)
