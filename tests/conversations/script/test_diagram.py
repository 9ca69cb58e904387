"""The diagram and the table of questions, and that the copies in the documentation are current."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from bot.words import load_catalogue
from conversations.canvas.document import Answer, Canvas, Venture
from conversations.canvas.facets import BusinessType, Stage
from conversations.script.diagram import mermaid
from conversations.script.listing import question_table
from conversations.script.machine import RESTING, WELCOME, Flow
from tests.conversations.script.scripts import ONE, built_in, read

SCRIPT = read(built_in())
DIAGRAM = mermaid(SCRIPT)
PAGE = Path(__file__).parents[3] / "docs" / "interview.md"


def arrows(diagram: str) -> set[tuple[str, str]]:
    return set(re.findall(r"^    (\w+) -->(?:\|[^|]*\|)? (\w+)$", diagram, re.MULTILINE))


def test_the_copy_of_the_diagram_is_current() -> None:
    assert f"```mermaid\n{DIAGRAM}```" in PAGE.read_text("utf-8"), (
        "put the output of `backstage diagram` there"
    )


def test_the_copy_of_the_table_is_current() -> None:
    table = question_table(SCRIPT, load_catalogue())
    assert table in PAGE.read_text("utf-8"), "put `backstage diagram --questions` there"


def test_every_question_is_in_the_table_once() -> None:
    table = question_table(SCRIPT, load_catalogue())
    assert re.findall(r"^\| `(\w+)`", table, re.MULTILINE) == [question.id for question in SCRIPT.questions]
    assert all(line.count(" | ") == 3 for line in table.splitlines()[2:])


def test_every_question_is_drawn_in_the_box_of_its_block() -> None:
    for block in dict.fromkeys(question.block for question in SCRIPT.questions):
        box = re.search(rf"subgraph block_{block}\[{block}\]\n(.*?)\n    end", DIAGRAM, re.DOTALL)
        assert box
        assert box[1].split() == [question.id for question in SCRIPT.in_block(block)]


def test_what_is_asked_of_some_only_has_its_reason_on_the_arrow() -> None:
    assert "promise -->|customers unknown| customers" in DIAGRAM
    assert "work -->|only platform| reach" in DIAGRAM
    assert "weekly -->|not only platform| reach" in DIAGRAM
    assert "reach -->|only platform| weekly" in DIAGRAM


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("types", [(kind,) for kind in BusinessType] + [tuple(BusinessType)])
@pytest.mark.parametrize("standing", ["skipped", "said"])
def test_every_way_through_the_interview_is_drawn(
    stage: Stage, types: tuple[BusinessType, ...], standing: str
) -> None:
    flow, drawn = Flow(SCRIPT), arrows(DIAGRAM)
    canvas = Canvas(venture=Venture(stage=stage, business_types=types))
    state, way = flow.next(WELCOME, canvas), [WELCOME]
    while way[-1] != RESTING:
        way.append(state)
        canvas = canvas.with_answer(state, Answer(standing=standing))
        state = flow.next(state, canvas)
    assert set(pairwise(way)) <= drawn


def test_a_small_script_is_drawn_whole() -> None:
    assert arrows(mermaid(read(ONE))) == {("welcome", "weekly"), ("weekly", "resting")}


def test_a_question_that_comes_early_where_two_things_hold_says_where_it_does_not() -> None:
    question = ONE.partition("version = 1")[2].replace('"weekly"', '"reach"')
    early = question.replace(
        "by_trade", 'early_before = "weekly"\nearly_when = ["trading", "platform"]\nby_trade'
    )
    drawn = mermaid(read(ONE + early))
    assert "welcome -->|trading and platform| reach" in drawn
    assert "weekly -->|not (trading and platform)| reach" in drawn
