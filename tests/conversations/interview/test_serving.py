"""What an activity serves is told by its question; where none was asked, by what it means."""

from __future__ import annotations

from conversations.canvas.entries import Activity
from conversations.canvas.facets import Block, Serves
from conversations.interview.requests import Sense
from conversations.links.purposes import Handover
from tests.conversations.canvases import canvas_of, to_do
from tests.conversations.interview.bench import Founder

FINDS_PEOPLE = Sense(block=Block.ACTIVITIES, serves=Serves.CHANNELS)


def serves(lena: Founder, text: str) -> tuple[Serves, ...]:
    entry = lena.entry(text)
    assert isinstance(entry, Activity)
    return entry.serves


def test_an_activity_added_by_hand_is_known_to_bring_people_in() -> None:
    lena = Founder().skips_to("things")
    lena.senses["Put up posters"] = FINDS_PEOPLE
    lena.commands("add", "activities: put up posters")
    assert serves(lena, "Put up posters") == (Serves.CHANNELS,)


def test_what_a_question_told_stands() -> None:
    lena = Founder()
    for text in ("Brew and serve", "Hand out stamp cards"):
        lena.senses[text] = FINDS_PEOPLE
    lena.answers(weekly="brew and serve", keep="hand out stamp cards")
    assert serves(lena, "Brew and serve") == (Serves.VALUE_PROPOSITION,)
    assert serves(lena, "Hand out stamp cards") == (Serves.RELATIONSHIPS,)


def test_what_has_to_happen_before_the_first_sale_serves_nothing_yet() -> None:
    lena = Founder()
    lena.senses["Get street permit"] = FINDS_PEOPLE
    lena.answers(before_sale="get street permit")
    assert serves(lena, "Get street permit") == ()


def test_a_canvas_that_nobody_was_asked_about_is_read_when_it_is_taken() -> None:
    lena = Founder()
    lena.senses["Put up posters"] = FINDS_PEOPLE
    lena.commands("start", lena.is_given(Handover(canvas_of(to_do("Put up posters")))))
    lena.taps("Take it")
    assert serves(lena, "Put up posters") == (Serves.CHANNELS,)
