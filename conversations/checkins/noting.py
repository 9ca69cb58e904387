"""What an answer to a check-in is kept as being about, so that editing its message corrects it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.checkins.progress import Progress, Step
from conversations.interview.replies import About

if TYPE_CHECKING:
    from conversations.interview.turn import Turn

PREFIX = "check_in."
"""What the question of a message begins with that is about a check-in."""


def note_answer(turn: Turn, progress: Progress, said: str) -> None:
    """Note which question of which check-in a message answered, in which words, and what it made."""
    changed = turn.canvas != turn.snapshot.canvas
    made = turn.said_about
    turn.said_about = About(
        venture=turn.venture,
        question=f"{PREFIX}{progress.step.value}",
        entries=made.entries if made else _entries(turn, progress),
        cohort=progress.cohort,
        versions=made.versions if made else (turn.next_version,) if changed else (),
        day=progress.day,
        words=said,
    )


def step_of(about: About) -> Step:
    """Give the question of a check-in that a message is about."""
    return Step(about.question.removeprefix(PREFIX))


def answers_check_in(about: About) -> bool:
    """Whether a message of a founder's answered a question of a check-in."""
    return about.day is not None


def _entries(turn: Turn, progress: Progress) -> tuple[int, ...]:
    match progress.step:
        case Step.AHEAD:
            return tuple(range(turn.snapshot.canvas.next_id, turn.canvas.next_id))
        case Step.DATE:
            return progress.ahead
        case Step.STILL:
            return (progress.about,)
    return ()
