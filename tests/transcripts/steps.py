"""A transcript as a file: who speaks, and what they do, line by line.

    A coffee cart, before it opens          the title
    founder: Lena                           their first name
    language: en                            what Telegram says of their language
    whole: yes                              an interview without corrections, held to its measure

    Lena: two vans, an oven ⏎ three bakers  says it, ⏎ being a new line
    Lena taps [Just an idea]                on the newest message that has the button
    Lena taps the old [Skip]                on the newest message that had the button and lost it
    Lena edits “two vans” to: three vans    her own message that begins so
    Lena sends a sticker                    or a voice message, a photo, a location; `: caption` may follow
    The bot is restarted.
    13 hours pass.                          or days

What is indented is the bot's side, which a replay writes; the last line is what it all came to.
"""

import re
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TypeAlias

NEW_LINE = " ⏎ "
RESTART = "The bot is restarted."
_PASSING = re.compile(r"(\d+) (hours|days) pass\.")
_TAP = re.compile(r"taps (the old )?\[(.+)\]")
_EDIT = re.compile(r"edits “(.+?)” to: (.+)")
_SENDING = re.compile(r"sends a (sticker|voice message|photo|location)(?:: (.+))?")


@dataclass(frozen=True)
class Says:
    text: str


@dataclass(frozen=True)
class Taps:
    label: str
    old: bool = False


@dataclass(frozen=True)
class Edits:
    was: str
    becomes: str


@dataclass(frozen=True)
class Sends:
    what: str
    caption: str = ""


@dataclass(frozen=True)
class Restart:
    pass


@dataclass(frozen=True)
class Passing:
    time: timedelta


Step: TypeAlias = Says | Taps | Edits | Sends | Restart | Passing


@dataclass(frozen=True)
class Transcript:
    """A file read: `head` as it is written, `steps` with the line that each stands in."""

    path: Path
    head: tuple[str, ...]
    founder: str
    language: str
    whole: bool
    steps: tuple[tuple[str, Step], ...]
    text: str


def read(path: Path) -> Transcript:
    """Give a transcript; ValueError with the line that makes no sense."""
    text = path.read_text(encoding="utf-8")
    head, _, rest = text.partition("\n\n")
    title, *fields = head.splitlines()
    told = dict(field.split(": ", maxsplit=1) for field in fields)
    founder = told["founder"]
    lines = [line for line in rest.splitlines() if line and line[0] not in " ="]
    return Transcript(
        path=path,
        head=(title, *fields),
        founder=founder,
        language=told["language"],
        whole=told["whole"] == "yes",
        steps=tuple((line, _step(line, founder)) for line in lines),
        text=text,
    )


def _step(line: str, founder: str) -> Step:
    if line == RESTART:
        return Restart()
    if passing := _PASSING.fullmatch(line):
        return Passing(timedelta(**{passing[2]: int(passing[1])}))
    if line.startswith(f"{founder}: "):
        return Says(line.removeprefix(f"{founder}: ").replace(NEW_LINE, "\n"))
    does = line.removeprefix(f"{founder} ")
    if tap := _TAP.fullmatch(does):
        return Taps(tap[2], old=bool(tap[1]))
    if edit := _EDIT.fullmatch(does):
        return Edits(edit[1], edit[2].replace(NEW_LINE, "\n"))
    if sending := _SENDING.fullmatch(does):
        return Sends(sending[1], sending[2] or "")
    raise ValueError(line)
