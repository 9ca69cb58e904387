"""A programme's own interview: what it changes, and how its mistakes are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from bot.interviewing import built_in_script, programme_script
from bot.words import load_catalogue
from conversations.canvas.document import Canvas, Venture
from conversations.canvas.entries import Activity, Partner
from conversations.canvas.facets import Stage
from conversations.coach.advising import advise
from conversations.coach.tuning import Tuning
from conversations.errors import ScriptError
from conversations.script.machine import Flow
from tests.conversations.interview.bench import Founder
from tests.conversations.interview.carts import CART

EXAMPLE = Path(__file__).parents[3] / "docs/playbooks/harbour-lab.toml"
HEAD = 'id = "lab"\nversion = 1\nbased_on = "backstage"\n'
PILOTS = """
[[questions]]
id = "pilots"
after = "before_sale"
block = "activities"
form = "items"
ask = "Which pilots?"
why = "They prove it."
example = "Two cafés"
"""


def told(document: str) -> tuple[int, str]:
    """Give the line and the words of what is wrong."""
    with pytest.raises(ScriptError) as refused:
        programme_script(document.encode())
    return refused.value.line, load_catalogue().label(refused.value.what)


@pytest.mark.parametrize(
    ("document", "line", "complaint"),
    [
        (HEAD + "leave_out = ['wekly']", 4, "'wekly' is no question of this interview"),
        (HEAD + "leave_out = ['stage']", 4, "'stage' can't be left out"),
        (HEAD.replace("backstage", "frontstage"), 3, "the only interview to build on is 'backstage'"),
        (HEAD + PILOTS.replace("items", "itms"), 9, "form 'itms' is none; did you mean 'items'?"),
        (HEAD + PILOTS.replace('"activities"', '"costs"'), 9, "form 'items' doesn't fit the block 'costs'"),
        (HEAD + PILOTS.replace('why = "They prove it."\n', ""), 5, "'why' is missing"),
        (HEAD + PILOTS.replace("before_sale", "later"), 7, "'later' is no question"),
        (HEAD + PILOTS + "when = ['not_tradng']", 13, "did you mean 'not_trading'?"),
        (HEAD + PILOTS + "skipp = true", 5, "there is no field 'skipp' here"),
        (HEAD + PILOTS + "skip = 'no'", 13, "'skip' should be true or false"),
        (HEAD + PILOTS + PILOTS, 15, "question 'pilots' stands twice"),
        (HEAD + PILOTS.replace("Which pilots?", "Which <b>pilots?"), 10, "the only tags"),
        (HEAD + PILOTS.replace("Which pilots?", "Which {pilots}?"), 10, "can't hold {pilots}"),
        (HEAD + PILOTS.replace("Which pilots?", "ask.pilots"), 10, "'ask.pilots' is no text of Backstage"),
        (HEAD + PILOTS.replace("Which pilots?", "Why" * 300), 10, "at most 600"),
        (HEAD + '[texts]\n"ask.wekly" = "What?"', 5, "'ask.wekly' is no text"),
        (HEAD + '[texts]\n"receipt.added" = "Done"', 5, "is said in several ways"),
        (HEAD + '[texts]\n"summary.opening" = " "', 5, "has no words"),
        (
            HEAD + '[texts]\n"header.only" = "{block} of {total}"',
            5,
            "can't hold {total}; it can hold: {block}",
        ),
        (HEAD + "[coach]\noff = ['lease_frist']", 5, "did you mean 'lease_first'?"),
        (HEAD + "[coach]\nmonths_of_runway = 0", 5, "'months_of_runway' isn't what it should be"),
        (HEAD.replace("version = 1", 'version = "one"'), 2, "'version' should be a whole number"),
        (HEAD.replace('"lab"', '"Our Lab"'), 1, "lower case letters, digits and -"),
        (HEAD + "[coach\n", 4, "this isn't TOML"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_is_expected(
    document: str, line: int, complaint: str
) -> None:
    at, words = told(document)
    assert complaint in words
    assert at == line


def test_bytes_that_are_no_text_are_told_with_their_line() -> None:
    with pytest.raises(ScriptError) as refused:
        programme_script(b'id = "lab"\nversion = 1\ntitle = "\xff"')
    assert refused.value.line == 3
    assert "UTF-8" in load_catalogue().label(refused.value.what)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_what_is_no_playbook_is_refused_in_words(document: bytes) -> None:
    with pytest.raises(ScriptError) as refused:
        programme_script(document)
    assert load_catalogue().label(refused.value.what)


def test_a_fence_of_several_lines_does_not_move_what_follows() -> None:
    text = PILOTS.replace('"Which pilots?"', '"""\nWhich\n\n[pilots]?\n"""').replace("items", "itms")
    assert told(HEAD + text)[0] == 9


def test_the_example_changes_what_it_says_and_nothing_else() -> None:
    script, base = programme_script(EXAMPLE.read_bytes()), built_in_script()
    ids = [question.id for question in script.questions]
    assert [one for one in ids if base.has(one)] == [q.id for q in base.questions if q.id != "expert"]
    assert ids[ids.index("before_sale") + 1] == "pilots"
    assert ids[ids.index("sale") + 1] == "fear"
    assert script.coach == Tuning(off=("lease_first",), entries_a_block=5, months_of_runway=9)
    assert script.texts["playbook.pilots.ask"] == (
        "<b>Which pilots have you agreed on, or will you ask for?</b>"
    )
    assert script.texts["playbook.reach.ask"].endswith("\n\n<b>Who will you invite to it, and how?</b>")
    same = [one for one in ids if base.has(one) and one != "reach"]
    assert [script.question(one) for one in same] == [base.question(one) for one in same]


def test_words_of_a_programme_are_words_and_no_markup() -> None:
    script = programme_script(
        (HEAD + PILOTS.replace("Which pilots?", "R&D <script> or <i>tests</i>?")).encode()
    )
    assert script.texts["playbook.pilots.ask"] == "<b>R&amp;D &lt;script&gt; or <i>tests</i>?</b>"


def test_its_own_questions_are_asked_in_their_place_and_kept() -> None:
    lena = Founder(flow=Flow(programme_script(EXAMPLE.read_bytes()))).commands("start")
    said = {**CART, "pilots": "two cafés serve it", "fear": "Nobody comes back: at all?"}
    asked = []
    while lena.state != "resting":
        asked.append(lena.state)
        lena.answers(**{lena.state: said[lena.state]})
    pilot = next(entry for entry in lena.canvas.of(Activity) if entry.text == "Two cafés serve it")
    assert pilot.preparation
    assert lena.canvas.answers["fear"].words == "Nobody comes back: at all?"
    assert asked.index("pilots") == asked.index("before_sale") + 1
    assert asked[-1] == "fear"
    assert "expert" not in asked


def test_somebody_in_the_middle_is_taken_along_to_a_programme_s_interview() -> None:
    lena = Founder()
    lena.commands("start").says("Bean Wheels")
    lena.flow = Flow(programme_script(EXAMPLE.read_bytes()))
    lena.taps("Just an idea")
    assert lena.state == "promise"
    assert lena.canvas.venture.stage is Stage.IDEA
    assert lena.conversation.playbook == "harbour-lab"


def six_activities() -> Canvas:
    names = ("Brew", "Serve", "Clean", "Order beans", "Count the till", "Post a photo")
    venture = Venture(stage=Stage.EARLY)
    return Canvas(venture=venture).with_new(Activity(id=0, text=name) for name in names)


def test_a_programme_s_limit_is_when_the_coach_speaks() -> None:
    def tags(tuning: Tuning) -> set[str]:
        return {piece.tag for piece in advise(six_activities(), tuning=tuning)}

    assert "prioritise_few" not in tags(Tuning())
    assert "prioritise_few" in tags(Tuning(entries_a_block=5))
    assert "prioritise_few" not in tags(Tuning(entries_a_block=5, off=("prioritise_few",)))


def test_a_programme_that_lines_up_partners_sets_from_how_many_that_is_advised_on() -> None:
    names = ("Amazon", "Google", "Microsoft", "Tesla")
    canvas = Canvas(venture=Venture(stage=Stage.IDEA)).with_new(
        Partner(id=0, text=name, gives=UNSET) for name in names
    )

    def speaks(tuning: Tuning) -> bool:
        return any(piece.tag == "few_partners_early" for piece in advise(canvas, tuning=tuning))

    assert speaks(Tuning())
    assert not speaks(Tuning(partners_before_launch=5))
