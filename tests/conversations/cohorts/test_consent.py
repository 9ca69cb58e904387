"""Mentors see what a founder shares, and no word or number of anything else."""

from datetime import UTC, date, datetime, timedelta
from enum import Enum

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.words import load_catalogue
from conversations.canvas.document import Answer, Canvas, FrontStage, Totals, encode_canvas
from conversations.canvas.entries import Activity, Cost, Resource
from conversations.canvas.facets import Block, Serves
from conversations.checkins.checkin import CheckIn, Number, check_in_as_seen_by
from conversations.coach.advising import advise
from conversations.cohorts.consent import ALL_FOUR, EVERYTHING, NOTHING, Consent, Part, as_seen_by, shared_at
from conversations.words.canvas import canvas_in_words
from tests.conversations.canvases import MONTH, coffee_cart, euros
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
    cart = priced()
    seen = as_seen_by(cart, EVERYTHING)
    assert (seen.venture, seen.front_stage, seen.entries) == (cart.venture, cart.front_stage, cart.entries)
    assert not any(answer.words for answer in seen.answers.values())
    assert seen.answers == {question: replace(one, words="") for question, one in cart.answers.items()}
    assert as_seen_by(cart, ALL_FOUR).answers == {}


def priced() -> Canvas:
    """Give a cart whose founder told what comes in and what is in the bank, too."""
    cart = coffee_cart()
    return replace(
        cart,
        front_stage=replace(cart.front_stage, monthly_revenue=euros("900", MONTH)),
        totals=Totals(cash=euros("8000")),
        answers={"prices": Answer(words="350 for the cart", entries=(18,), standing="none")},
    )


def test_numbers_are_seen_without_the_show_that_they_are_of() -> None:
    cart = priced()
    seen = as_seen_by(cart, frozenset({Part.NUMBERS, Part.COSTS}))
    show = cart.front_stage
    numbers = FrontStage(price=show.price, volume=show.volume, monthly_revenue=show.monthly_revenue)
    assert (seen.front_stage, seen.totals, seen.venture.currency) == (numbers, cart.totals, "EUR")
    assert [cost.amount for cost in seen.of(Cost)] == [cost.amount for cost in cart.of(Cost)]


def test_the_show_is_seen_without_its_numbers() -> None:
    cart = priced()
    seen = as_seen_by(cart, ALL_FOUR | {Part.FRONT_STAGE})
    show = replace(cart.front_stage, price=msgspec.UNSET, volume=msgspec.UNSET, monthly_revenue=msgspec.UNSET)
    assert (seen.front_stage, seen.totals, seen.venture.currency) == (show, Totals(), "")
    assert {cost.amount for cost in seen.of(Cost)} == {msgspec.UNSET}


def test_links_lead_to_what_is_seen_and_nowhere_else() -> None:
    cart = coffee_cart().with_new(
        (Resource(id=0, text="Beans", activities=(3, 4), serves=(Serves.CHANNELS,)),)
    )
    things = {one.text: one for one in as_seen_by(cart, frozenset({Part.RESOURCES})).of(Resource)}
    assert (things["Espresso machine"].partner, things["Beans"].activities) == (None, ())
    assert {one.serves for one in things.values()} == {()}
    more = as_seen_by(cart, frozenset({Part.RESOURCES, Part.PARTNERS, Part.ACTIVITIES, Part.FRONT_STAGE}))
    assert more.of(Resource) == cart.of(Resource)
    costs = as_seen_by(cart, frozenset({Part.COSTS, Part.PARTNERS})).of(Cost)
    assert [one.about for one in costs] == [None, None, 16, 17]


def test_how_much_is_kept_apart_is_not_seen_either() -> None:
    cart = coffee_cart()
    seen = as_seen_by(cart, frozenset({Part.ACTIVITIES}))
    assert seen.next_id == max(entry.id for entry in cart.of(Activity)) + 1
    assert as_seen_by(Canvas(venture=cart.venture, next_id=9), EVERYTHING).next_id == 1


def test_what_was_kept_apart_at_a_moment_stays_so_when_it_is_shared_later() -> None:
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    consent = frozenset({Part.COSTS, Part.NUMBERS})
    since = {Part.NUMBERS: noon}
    assert shared_at(consent, {}, noon) == consent
    assert shared_at(consent, since, noon) == consent
    assert shared_at(consent, since, noon - timedelta(seconds=1)) == {Part.COSTS}
