"""A chat as a phone shows it, in text: for transcripts and for tests that fail."""

import textwrap
from collections.abc import Iterable

from tests.telegram_server.chats import Event, Seen
from tests.telegram_server.objects import ReplyKeyboardMarkup

WIDTH = 60
INDENT = "    "


def screen_of(title: str, messages: Iterable[Seen]) -> str:
    """The messages under a title: the bot's on the left, with their buttons; people's on the right."""
    lines = [f"┌── {title} " + "─" * max(WIDTH - len(title) - 5, 2)]
    for message in messages:
        lines.extend(bubble(message))
    return "\n".join([*lines, "└" + "─" * (WIDTH - 1)])


def bubble(message: Seen) -> list[str]:
    """One message: who, what, its buttons row by row."""
    edited = " (edited)" if message.edited else ""
    attached = "" if message.kind == "text" else f"[{message.kind}] "
    margin = "│ " if message.by_bot else "│ " + INDENT * 3
    lines = [f"{margin}{message.author}{edited}:"]
    for paragraph in (attached + message.text).split("\n"):
        lines.extend(f"{margin}  {line}" for line in wrapped(paragraph))
    lines.extend(f"{margin}  " + " ".join(f"[ {label} ]" for label in row) for row in message.rows)
    if isinstance(message.keyboard, ReplyKeyboardMarkup):
        rows = message.keyboard.keyboard
        lines.extend(f"{margin}  " + " ".join(f"⟦ {key.text} ⟧" for key in keys) for keys in rows)
    return [*lines, "│"]


def transcript_of(events: Iterable[Event]) -> str:
    """What happened, in order, as a dialogue that can be read and compared."""
    return "\n".join(line for event in events for line in told(event))


def told(event: Event) -> list[str]:
    """One event of a transcript; buttons that change alone, and what is deleted, go without saying."""
    message = event.message
    if event.change == "tapped":
        return [f"{event.person} taps [ {event.label} ]", ""]
    if event.change not in ("sent", "edited"):
        return []
    how = " edits" if event.change == "edited" else ""
    attached = "" if message.kind == "text" else f"[{message.kind}] "
    text = (attached + message.text).replace("\n", f"\n{INDENT}")
    rows = [INDENT + " ".join(f"[ {label} ]" for label in row) for row in message.rows]
    return [f"{message.author}{how}: {text}", *rows, ""]


def wrapped(paragraph: str) -> list[str]:
    return textwrap.wrap(paragraph, WIDTH - 2, break_long_words=False) or [""]
