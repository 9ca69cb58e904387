"""Mentors see what a founder shares, and no word or number of anything else."""

from datetime import UTC, date, datetime
from enum import Enum

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from bot.words import load_catalogue
from conversations.canvas.document import Canvas, encode_canvas
from conversations.canvas.facets import Block
from conversations.checkins.checkin import CheckIn, Number, check_in_as_seen_by
from conversations.coach.advising import advise
from conversations.cohorts.consent import ALL_FOUR, EVERYTHING, NOTHING, Consent, Part, as_seen_by
from conversations.words.canvas import canvas_in_words
from tests.conversations.canvases import coffee_cart
from tests.conversations.cohorts.marked import MARKS, NEVER, marked_canvases


class Private(Enum):
    YES = "yes"
    NO = "no"


consents = st.frozensets(st.sampled_from(Part))


def told(canvas: Canvas) -> str:
    """Give all that is ever made of a canvas: the document, the words, the advice."""
    words = load_catalogue()
    advice = "".join(words.html((piece.text, piece.why)) for piece in advise(canvas))
    return encode_canvas(canvas).decode() + words.html(canvas_in_words(canvas)) + advice


def holds(part: Part, text: str) -> bool:
    return MARKS[part] in text.replace(",", "")


@given(marked_canvases(), consents)
def test_nothing_private_leaks_through_any_output(canvas: Canvas, consent: Consent) -> None:
    text = told(as_seen_by(canvas, consent))
    assert [part for part in Part if part not in consent and holds(part, text)] == []
    assert NEVER not in text


@given(marked_canvases())
def test_before_consent_not_even_the_name_is_seen(canvas: Canvas) -> None:
    assert as_seen_by(canvas, NOTHING) == Canvas()


@given(marked_canvases(), consents)
def test_what_is_shared_is_seen_whole(canvas: Canvas, consent: Consent) -> None:
    seen = as_seen_by(canvas, consent)
    for block in Block:
        shared = Part(block.value) in consent
        assert [e.text for e in seen.block(block)] == (
            [e.text for e in canvas.block(block)] if shared else []
        )


@given(marked_canvases(), consents, st.sampled_from(Private))
def test_a_check_in_shows_no_more_than_the_canvas_does(
    canvas: Canvas, consent: Consent, private: Private
) -> None:
    check_in = CheckIn(
        venture="v",
        day=date(2026, 3, 6),
        at=datetime(2026, 3, 6, 9, 0, tzinfo=UTC),
        finished=(MARKS[Part.ACTIVITIES],),
        ahead=(MARKS[Part.ACTIVITIES],),
        hindrance=MARKS[Part.CHECK_INS],
        hindrance_private=private is Private.YES,
        numbers=(Number("Revenue", MARKS[Part.NUMBERS]),),
        canvas=canvas,
    )
    text = msgspec.json.encode(check_in_as_seen_by(check_in, consent)).decode()
    assert [part for part in Part if part not in consent and holds(part, text)] == []
    assert (MARKS[Part.CHECK_INS] in text) is (Part.CHECK_INS in consent and private is Private.NO)


def test_all_four_shares_the_blocks_without_a_number() -> None:
    seen = as_seen_by(coffee_cart(), ALL_FOUR)
    assert len(seen.entries) == len(coffee_cart().entries)
    assert all(getattr(entry, "amount", None) in (None, msgspec.UNSET) for entry in seen.entries)


def test_everything_is_the_canvas_but_for_the_founders_own_words() -> None:
    cart = coffee_cart()
    seen = as_seen_by(cart, EVERYTHING)
    assert (seen.venture, seen.front_stage, seen.entries) == (cart.venture, cart.front_stage, cart.entries)
    assert not any(answer.words for answer in seen.answers.values())
