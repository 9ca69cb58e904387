"""Draws the README's conversation from a transcript: `python -m tests.transcripts.picture`."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TypedDict

import typst

from bot.drawing.typesetting import font_folders

HERE = Path(__file__).parent
SOURCE = HERE / "coffee_cart.txt"
FIRST, LAST = "*What has to happen before your first sale?*", "Lena: post on Instagram"
TARGET = HERE.parents[1] / "docs" / "gallery" / "conversation.png"
DENSITY = 144
_MARKED = re.compile(r"\*([^*]+)\*|_([^_]+)_|([^*_]+|[*_])")
_LABEL = re.compile(r"\[([^\]]+)\]")
_SAID = re.compile(r"(\w+)(?:: (.*)| taps \[(.+)\])")


class Part(TypedDict):
    """Some words of a line, bold or slanted."""

    s: str
    b: bool
    i: bool


class Bubble(TypedDict):
    """One message: whose it is, its lines, its buttons, and which of them was tapped."""

    who: str
    text: list[list[Part]]
    rows: list[list[str]]
    tapped: list[str]


def parts_of(line: str) -> list[Part]:
    """Give a line of a transcript with what is bold and what is slanted apart."""
    return [
        {"s": bold or slanted or plain, "b": bool(bold), "i": bool(slanted)}
        for bold, slanted, plain in _MARKED.findall(line)
    ]


def bubbles_of(transcript: str) -> list[Bubble]:
    """Give the messages of a transcript, as far as they are told in it."""
    bubbles: list[Bubble] = []
    for line in transcript.splitlines():
        said = _SAID.fullmatch(line)
        if line == "  Backstage:":
            bubbles.append({"who": "bot", "text": [], "rows": [], "tapped": []})
        elif said is not None and said[3]:
            bubbles[-1]["tapped"].append(said[3])
        elif said is not None:
            bubbles.append({"who": "founder", "text": [parts_of(said[2])], "rows": [], "tapped": []})
        elif line.startswith("    ") and bubbles:
            _add(bubbles[-1], line.strip())
        elif not line.strip() and bubbles and bubbles[-1]["who"] == "bot":
            bubbles[-1]["text"].append([])
    for bubble in bubbles:
        while bubble["text"] and not bubble["text"][-1]:
            bubble["text"].pop()
    return bubbles


def _add(bubble: Bubble, line: str) -> None:
    labels = _LABEL.findall(line)
    if labels and _LABEL.sub("", line).strip() == "":
        bubble["rows"].append(labels)
    else:
        bubble["text"].append(parts_of(line))


def drawn() -> bytes:
    """Give the picture: from the first question about work to the answer of the third."""
    bubbles = bubbles_of(SOURCE.read_text("utf-8"))
    first = next(n for n, one in enumerate(bubbles) if FIRST.strip("*") in _words(one))
    last = next(n for n, one in enumerate(bubbles) if LAST.partition(": ")[2] in _words(one))
    compiler = typst.Compiler(root=HERE, font_paths=font_folders(), ignore_system_fonts=True)
    made = compiler.compile(
        HERE / "conversation.typ",
        format="png",
        ppi=DENSITY,
        sys_inputs={"turns": json.dumps(bubbles[first : last + 1])},
    )
    return made if isinstance(made, bytes) else next(iter(made or ()), b"")


def _words(bubble: Bubble) -> str:
    return "\n".join("".join(part["s"] for part in line) for line in bubble["text"])


def main() -> None:
    """Write the picture, and print its size in bytes."""
    content = drawn()
    TARGET.write_bytes(content)
    sys.stdout.write(f"{len(content)} {TARGET.name}\n")


if __name__ == "__main__":
    main()
