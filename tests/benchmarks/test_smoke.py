"""The benchmarks run: few founders, whole interviews, nothing timed."""

from __future__ import annotations

import asyncio
import os
import sys
from typing import TYPE_CHECKING

import pytest

from benchmarks.bots import BACKSTAGE, PEERS
from benchmarks.broadcasts import table, tell
from benchmarks.interviews import asked_line, interviews, questions
from benchmarks.profiling import shares
from benchmarks.results import Results
from benchmarks.runs import Plan, first_reply, measure
from benchmarks.stored import store
from benchmarks.tables import page
from benchmarks.threads import share as share_of_threads
from tests.running import MODES, Mode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FEW = 3
WHOLE = 40
"""Turns in which one founder is through, and the next has begun."""

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")


@pytest.fixture(autouse=True)
def anywhere() -> Iterator[None]:
    """A run keeps itself on one core; nobody else's tests should be held to it."""
    cores = os.sched_getaffinity(0)
    yield
    os.sched_setaffinity(0, cores)


def test_every_interview_answers_every_question_it_is_asked() -> None:
    assert len(interviews()) >= 5
    for answers in interviews():
        assert answers.actions > 20
        assert sum(map(len, answers.by_question.values())) == answers.actions - 1
    assert asked_line(questions()[1].html) == "What's your venture called?"


@pytest.mark.parametrize("mode", MODES)
async def test_founders_are_interviewed_to_the_end(mode: Mode, tmp_path: Path) -> None:
    plan = Plan(mode=mode, founders=1, turns=WHOLE, warm_up=1)
    run = await measure(BACKSTAGE, plan, tmp_path)
    assert (run.lost, run.finished) == (0, 1)
    assert run.turns >= WHOLE
    results = Results(saturated=[run])
    assert "Backstage" in page(results)


async def test_a_peer_holds_the_same_interview(tmp_path: Path) -> None:
    run = await measure(PEERS[0], Plan(mode="polling", founders=1, turns=WHOLE, warm_up=1), tmp_path)
    assert (run.lost, run.improvised, run.finished) == (0, 0, 1)


def test_a_bot_starts_on_a_database_with_many_stored(tmp_path: Path) -> None:
    store(tmp_path / "backstage.sqlite3", FEW)
    assert asyncio.run(first_reply(BACKSTAGE, "polling", tmp_path)) > 0


def test_samples_are_put_to_their_parts() -> None:
    lines = ["main (bot/x.py:1);step (conversations/interview/step.py:9) 3", "idle (nowhere.py:1) 1"]
    assert shares(lines) == [("the interview's step", 0.75), ("everything else", 0.25)]


async def test_a_few_are_told_something_while_others_are_interviewed(tmp_path: Path) -> None:
    told = await tell(FEW, 20, "polling", tmp_path)
    assert (told.missed, told.twice) == (0, 0)
    assert f"| {FEW} | 0 | 0 |" in table([told])


async def test_one_thread_is_told_from_the_others(tmp_path: Path) -> None:
    found = await share_of_threads(FEW, WHOLE, 1, f"sqlite:///{tmp_path / 'backstage.sqlite3'}")
    assert 0 < found.writing < found.all
