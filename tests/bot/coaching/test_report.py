"""How good the coach is on labelled canvases, and the table that tells it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from bot.coaching.scoring import CoachScore, score
from bot.coaching.sources import canvases_of
from bot.understanding.loading import load_serving_model
from conversations.coach.advising import advise, weightiest_first
from conversations.coach.rulebook import RULES
from conversations.coach.serving import with_serving
from conversations.files.canvases import CanvasRead
from tests.bot.coaching.conftest import PLAIN
from tests.bot.rehearsal.process import backstage

ROOT = Path(__file__).parents[3]
OWN = ROOT / "tests" / "conversations" / "coach" / "canvases.jsonl"
SHARED = ROOT.parent / "shared" / "coaching" / "canvases.dev.jsonl"
FileOf = Callable[..., Path]


def scored(file: Path) -> CoachScore:
    reads = [read for read in canvases_of(file) if isinstance(read, CanvasRead)]
    model = load_serving_model()
    return score(
        CanvasRead(read.id, with_serving(read.canvas, model), read.written, read.document) for read in reads
    )


@pytest.mark.parametrize("file", [OWN, SHARED], ids=["own", "shared"])
def test_the_coach_says_what_it_should_and_hardly_ever_what_would_be_wrong(file: Path) -> None:
    if not file.exists():
        pytest.skip("these canvases are not at hand")
    found = scored(file)

    assert found.total("given") >= 0.95 * found.total("expected")
    assert found.total("wrong") <= 0.005 * found.total("forbidden")


def test_no_rule_nags_firms_that_everybody_knows() -> None:
    found = scored(OWN)

    assert found.established >= 20
    assert [one.tag for one in found.rules if one.on_established > 0.4 * found.established] == []


def test_the_weightiest_advice_is_the_same_whether_or_not_the_rest_is_listened_to() -> None:
    for read in canvases_of(OWN):
        assert isinstance(read, CanvasRead)
        weights = {one.tag: one.at_most for one in RULES}
        said = advise(read.canvas)
        assert [piece.weight for piece in said] == sorted((piece.weight for piece in said), reverse=True)
        assert all(piece.weight <= weights[piece.tag] for piece in said)
        assert tuple(islice(weightiest_first(read.canvas), 2)) == said[:2]


def test_every_rule_of_the_page_is_expected_somewhere_in_our_own_canvases() -> None:
    expected = {one.tag for one in scored(OWN).rules if one.expected}

    assert len(expected) == 40


def test_the_report_shows_totals_a_line_a_rule_and_the_slips(file_of: FileOf, tmp_path: Path) -> None:
    labelled = {
        **PLAIN,
        "expected_advice": ["praise_progress", "add_people"],
        "must_not_advise": ["quantify_costs", "praise_progress"],
    }
    ended = backstage("report-coach", str(file_of(labelled)), home=tmp_path)

    assert (ended.returncode, ended.stderr) == (0, "")
    lines = ended.stdout.splitlines()
    assert lines[1].endswith("1 of 2, 50 %.")
    assert lines[2].endswith("1 of 2, 50 %.")
    row = next(line.split() for line in lines if line.startswith("praise_progress"))
    assert row[1:3] == ["1/1", "1/1"]
    assert "  kiosk missed add_people" in lines
    assert "  kiosk wrongly said praise_progress" in lines
