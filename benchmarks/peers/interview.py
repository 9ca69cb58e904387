"""The interview that every peer holds: the same questions and buttons, word for word, in order.

A peer keeps its place and the answers; an answer is split at commas into entries, a tap is acknowledged,
buttons are taken off answered questions, and in the end the canvas is told. It understands nothing and gives
no advice, which makes it lighter than Backstage.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from benchmarks.interviews import PROMPT, Question

if TYPE_CHECKING:
    from collections.abc import Iterator

QUESTIONS = "questions.json"
_ITEMS = re.compile(r"[,;\n]")
_read = msgspec.json.Decoder(tuple[Question, ...]).decode


@dataclass(frozen=True)
class Settings:
    """What a peer is started with."""

    token: str
    url: str
    mode: str
    port: int
    secret: str
    folder: Path

    @classmethod
    def from_environment(cls) -> Settings:
        """Give what the benchmark set."""
        given = {name: os.environ[f"BENCH_{name}"] for name in ("TOKEN", "URL", "MODE", "SECRET")}
        return cls(
            given["TOKEN"],
            given["URL"],
            given["MODE"],
            int(os.environ["BENCH_PORT"]),
            given["SECRET"],
            Path(os.environ["BENCH_FOLDER"]),
        )


class Interview:
    """The questions, and what an answer makes of somebody's data."""

    def __init__(self, folder: Path) -> None:
        self.questions = _read((folder / QUESTIONS).read_bytes())

    def keyboard(self, place: int) -> list[list[tuple[str, str]]]:
        """Give the buttons of a question as rows of label and data."""
        return [
            [(label, f"{PROMPT}{place}:{row}:{column}") for column, label in enumerate(labels)]
            for row, labels in enumerate(self.questions[place].rows)
        ]

    def label(self, place: int, data: str) -> str:
        """Give the label of the button that was tapped."""
        _, _, row, column = data.split(":")
        return self.questions[place].rows[int(row)][int(column)]

    def take(self, data: dict[str, Any], place: int, said: str) -> int:
        """Keep an answer, and give the place of the next question; as many as there are at the end."""
        items = [item.strip() for item in _ITEMS.split(said) if item.strip()]
        entries: list[dict[str, Any]] = data.setdefault("entries", [])
        entries += [{"id": len(entries) + number, "text": text} for number, text in enumerate(items, 1)]
        data.setdefault("answers", {})[str(place)] = said
        return place + 1

    def canvas(self, data: dict[str, Any]) -> str:
        """Give the whole canvas in words."""
        return "\n".join(self._lines(data))

    def _lines(self, data: dict[str, Any]) -> Iterator[str]:
        yield "<b>Your canvas</b>"
        yield from (f"• {escape(entry['text'])}" for entry in data.get("entries", []))
