"""Each rule: a canvas on which it speaks, and canvases on which it has to be silent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bot.words import load_catalogue
from conversations.canvas.entries import Activity
from conversations.coach.advising import advise
from conversations.coach.rulebook import RULES
from tests.conversations.canvases import (
    canvas_of,
    coffee_cart,
)
from tests.conversations.coach.silence import SILENT
from tests.conversations.coach.speaking import SPEAKS

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas

WORDS = load_catalogue()


@pytest.mark.parametrize(("tag", "canvas", "entries"), SPEAKS)
def test_a_rule_speaks_about_its_entries(tag: str, canvas: Canvas, entries: tuple[int, ...]) -> None:
    found = [piece for piece in advise(canvas) if piece.tag == tag]
    assert entries in [piece.entries for piece in found]
    for piece in found:
        text = WORDS.html(piece.text)
        assert len(text) < 400
        assert WORDS.html(piece.why)
        assert WORDS.html(piece.source)


@pytest.mark.parametrize(("tag", "canvas"), SILENT)
def test_a_rule_is_silent_where_it_cannot_be_sure(tag: str, canvas: Canvas) -> None:
    said = [WORDS.html(piece.text) for piece in advise(canvas) if piece.tag == tag]
    assert [text for text in said if tag != "fill_empty_block" or "partners" in text.lower()] == []


def test_every_rule_is_in_both_tables() -> None:
    tags = {one.tag for one in RULES}
    assert {tag for tag, *_ in SPEAKS} == tags
    assert {tag for tag, *_ in SILENT} == tags


def test_every_rule_has_a_tag_of_its_own_and_words() -> None:
    tags = [one.tag for one in RULES]
    assert len(set(tags)) == len(tags)
    reasons = (key.split(".") for key in WORDS.keys)
    families = {parts[1] for parts in reasons if parts[0] == "coach" and parts[2:] == ["why"]}
    assert families == set(tags)
    assert {f"coach.source.{one.source[0]}" for one in RULES} <= WORDS.keys


@pytest.mark.parametrize(
    "word", ["entry", "entries", "facet", "coopetition", "variable cost", "value proposition"]
)
def test_founders_never_meet_the_field_s_own_words(word: str) -> None:
    keys = [key for key in WORDS.keys if key.startswith(("coach.", "canvas."))]
    said = {key: re.sub(r"\{\w+\}", "", WORDS.worded(key, 2)) for key in keys}
    assert [key for key, text in said.items() if word in text.lower()] == []


def test_an_activity_that_is_long_is_quoted_short() -> None:
    text = "Walk " + "around the block " * 20
    (piece,) = [one for one in advise(canvas_of(Activity(id=0, text=text))) if one.tag == "simplify_activity"]
    shown = WORDS.html(piece.text)
    assert "Walk around the block" in shown
    assert "…" in shown
    assert len(shown) < 200


def test_the_coffee_cart_gets_what_a_coach_would_say() -> None:
    assert [WORDS.html(piece.text) for piece in advise(coffee_cart())][:3] == [
        "<b>Lena</b> · <b>Tom</b>: no pay in the costs yet. Add what they need to live, your own included.",
        "<b>Mill Roasters</b>: machine, beans; who else could? Find a second source before you need it.",
        "550 € a month takes about 240 cups, before pay.",
    ]
