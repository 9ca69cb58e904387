"""The interviews that benchmarks hold: which question gets which answer, and what it looks like.

Taken from the transcripts of `tests/transcripts` by playing them on the pure step, so that they stay whole
interviews with real canvases whatever becomes of the script.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from bot.interviewing import Interview, built_in_script
from bot.turns import Address, Arrival, EditText, Label, SendText
from conversations.canvas.document import Canvas
from conversations.interview.events import Command, Said, Tapped
from conversations.interview.position import Conversation
from conversations.interview.snapshot import Person, Snapshot
from tests.transcripts.steps import Says, Taps, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.interview.events import Event
    from tests.transcripts.steps import Transcript

TRANSCRIPTS = Path(__file__).parents[1] / "tests" / "transcripts"
PROMPT = "1:"
"""How the data of a question's own buttons begins."""
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)

_TAG = re.compile(r"<[^>]+>")
_SIGNS = re.compile(r"^[^\w/]+")
_UNSEEN = {0x2068: None, 0x2069: None}


class Question(msgspec.Struct, frozen=True):
    """A question as it is shown: HTML and the labels of its buttons."""

    html: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Answers:
    """One founder's interview: what is answered to each question, by the question's own line.

    `actions` is how many messages and taps it takes in all, /start included.
    """

    name: str
    by_question: dict[str, tuple[str, ...]]
    actions: int


def asked_line(html: str) -> str:
    """Give the line of a message that asks: its last one, without marks."""
    return unescape(_TAG.sub("", html.rpartition("\n")[2])).translate(_UNSEEN)


def means(shown: str, label: str) -> bool:
    """Tell whether a button is meant: by all of its label, or its beginning, without signs before it."""
    bare = shown.translate(_UNSEEN)
    return bare == label or bare.startswith(label) or _SIGNS.sub("", bare).startswith(label)


@cache
def interviews() -> tuple[Answers, ...]:
    """Give all whole interviews among the transcripts."""
    return tuple(_answers(play) for play in _plays())


@cache
def questions() -> tuple[Question, ...]:
    """Give the questions of the first interview in order, one for each of its actions but the last."""
    play = next(_plays())
    return tuple(shown for shown, _ in play.done)


@dataclass
class _Play:
    """A transcript on the pure step; `done` is what was shown before each action, and the action."""

    name: str
    done: list[tuple[Question, str]]


def _plays() -> Iterator[_Play]:
    transcripts = [read(path) for path in sorted(TRANSCRIPTS.glob("*.txt"))]
    for transcript in transcripts:
        steps = [step for _, step in transcript.steps]
        if transcript.whole and all(isinstance(step, Says | Taps) for step in steps):
            yield _played(transcript)


def _played(transcript: Transcript) -> _Play:
    """Play a transcript: keep the latest question and answer it as written."""
    interview = Interview(built_in_script())
    person = Person(transcript.founder, transcript.language)
    snapshot = Snapshot(
        person=person, conversation=Conversation(), venture="v", canvas=Canvas(), fresh_venture="fresh"
    )
    play = _Play(transcript.founder, [])
    shown: tuple[tuple[Label, ...], ...] = ()
    question = Question("", ())
    for _, step in transcript.steps:
        event: Event
        match step:
            case Says(text=text):
                event = Command(text[1:]) if text.startswith("/") else Said(text)
                did = text
            case Taps(label=label):
                data = next(b.data for row in shown for b in row if means(b.text, label))
                event = Tapped(data, "tap", 1)
                did = f"[{label}]"
            case _:
                raise TypeError(step)
        play.done.append((question, did))
        arrival = Arrival(key="", address=Address("", 0, 1), person=1, facts=person, event=event)
        rendered = interview.step(arrival, snapshot, NOW)
        for outgoing in rendered.outgoing:
            if isinstance(outgoing, SendText | EditText) and is_question(outgoing.rows):
                shown = outgoing.rows
                labels = tuple(tuple(label.text for label in row) for row in outgoing.rows)
                question = Question(outgoing.html, labels)
        snapshot = msgspec.structs.replace(
            snapshot, conversation=rendered.outcome.conversation, canvas=rendered.outcome.canvas
        )
    return play


def is_question(rows: tuple[tuple[Label, ...], ...]) -> bool:
    """Tell whether a message asks a question: it has a question's own buttons."""
    return any(label.data.startswith(PROMPT) for row in rows for label in row)


def _answers(play: _Play) -> Answers:
    by_question: dict[str, tuple[str, ...]] = {}
    for question, did in play.done[1:]:
        line = asked_line(question.html)
        by_question[line] = (*by_question.get(line, ()), did)
    return Answers(play.name, by_question, len(play.done))
