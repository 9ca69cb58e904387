"""/history: the versions, newest first, a page of them; one opened; two compared; one restored."""

from __future__ import annotations

from datetime import UTC, date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from conversations.history.lines import lines_between
from conversations.history.undoing import show_undoable
from conversations.history.versions import Version, canvases_at, versions_of
from conversations.interview.handing import want_comparison
from conversations.interview.receipts import changed_receipt
from conversations.interview.replies import Button
from conversations.interview.taps import is_number
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from conversations.canvas.document import Canvas
    from conversations.interview.replies import Rows
    from conversations.interview.turn import Turn

PAGE = 5
"""Versions on a page."""
FEW, MANY = 4, 25
"""Lines of a version in the list, and of one that is opened."""
NARROW, WIDE = 40, 90
UNKNOWN = say("note.unknown_button")


def show_history(turn: Turn, page: int = 0, message: int = 0) -> None:
    """Show a page of versions with what changed in each."""
    versions = _versions(turn)
    if not versions:
        turn.redraw(message, say("history.empty"))
        return
    pages = -(-len(versions) // PAGE)
    page = min(page, pages - 1)
    shown = versions[page * PAGE : (page + 1) * PAGE]
    canvases = _canvases(turn, [number for one in shown for number in (one.first - 1, one.last)])
    told = [
        say(
            "history.version",
            title=_title(turn, one),
            lines=lines_between(canvases[one.first - 1], canvases[one.last], FEW, NARROW),
        )
        for one in shown
    ]
    rows = [*_in_pairs([_opening(turn, one) for one in shown])]
    if pages > 1:
        label = say("grid.page", page=page + 1, pages=pages)
        rows.append((_button(turn, label, "p", (page + 1) % pages),))
    rows.append((_button(turn, say("history.button.undo"), "u"),))
    turn.redraw(message, say("history.title"), *told, rows=tuple(rows))


def tap_history(turn: Turn, arguments: list[str], message: int) -> Phrase | None:
    """Do what a button of the history asks; give a note where it can't be."""
    verb, *rest = arguments or [""]
    if not all(is_number(one) for one in rest):
        return UNKNOWN
    does, takes = _TAPS.get(verb, (None, 0))
    if does is None or len(rest) != takes:
        return UNKNOWN
    return does(turn, [int(one) for one in rest], message)


def _turn_page(turn: Turn, numbers: list[int], message: int) -> None:
    show_history(turn, numbers[0], message)


def _offer_undo(turn: Turn, _numbers: list[int], message: int) -> None:
    show_undoable(turn, message)


def _show(turn: Turn, numbers: list[int], message: int) -> Phrase | None:
    """Open a version: what changed in it, and what can be done with it."""
    (number,) = numbers
    version = _version(turn, number)
    if version is None:
        return UNKNOWN
    canvases = _canvases(turn, (version.first - 1, version.last))
    lines = lines_between(canvases[version.first - 1], canvases[version.last], MANY, WIDE)
    newest = version == _versions(turn)[0]
    first = [] if newest else [_button(turn, say("history.button.with_now"), "c", number, turn.version)]
    first.append(_button(turn, say("history.button.with"), "w", number, 0))
    rows: list[tuple[Button, ...]] = [tuple(first)]
    if not newest:
        rows.append((_button(turn, say("history.button.restore"), "r", number),))
    rows.append((_button(turn, say("button.back"), "p", 0),))
    turn.redraw(message, say("history.version", title=_title(turn, version), lines=lines), rows=tuple(rows))
    return None


def _ask_with_what(turn: Turn, numbers: list[int], message: int) -> Phrase | None:
    """Offer the versions that one may be compared with."""
    number, page = numbers
    version = _version(turn, number)
    others = [one for one in _versions(turn) if one != version]
    if version is None:
        return UNKNOWN
    if not others:
        return say("history.note.only_one")
    pages = -(-len(others) // (2 * PAGE))
    page = min(page, pages - 1)
    shown = others[page * 2 * PAGE : (page + 1) * 2 * PAGE]
    buttons = [_button(turn, _label(turn, one), "c", *sorted((number, one.last))) for one in shown]
    rows = [*_in_pairs(buttons)]
    if pages > 1:
        label = say("grid.page", page=page + 1, pages=pages)
        rows.append((_button(turn, label, "w", number, (page + 1) % pages),))
    rows.append((_button(turn, say("button.back"), "v", number),))
    turn.redraw(message, say("history.with_what", title=_title(turn, version)), rows=tuple(rows))
    return None


def _compare(turn: Turn, numbers: list[int], message: int) -> Phrase | None:
    """Say what changed from one version to another."""
    older, newer = (_version(turn, number) for number in numbers)
    if older is None or newer is None:
        return UNKNOWN
    canvases = _canvases(turn, (older.last, newer.last))
    lines = lines_between(canvases[older.last], canvases[newer.last], MANY, WIDE)
    rows = (
        (_button(turn, say("history.button.picture"), "d", *numbers),),
        (_button(turn, say("button.back"), "v", numbers[0]),),
    )
    turn.redraw(
        message,
        say("history.compared", older=_title(turn, older), newer=_title(turn, newer), lines=lines),
        rows=rows,
    )
    return None


def _draw(turn: Turn, numbers: list[int], _message: int) -> Phrase | None:
    """Ask for the comparison of two versions as a picture."""
    older, newer = (_version(turn, number) for number in numbers)
    if older is None or newer is None:
        return UNKNOWN
    canvases = _canvases(turn, (older.last, newer.last))
    want_comparison(turn, canvases[older.last], older.day)
    if turn.drawing is not None:
        turn.drawing = replace(turn.drawing, canvas=canvases[newer.last], on=newer.day)
    return say("handing.note.coming")


def _restore(turn: Turn, numbers: list[int], _message: int) -> Phrase | None:
    """Bring a version back, as a change that can be undone; what waits to be sorted goes on waiting."""
    version = _version(turn, numbers[0])
    if version is None:
        return UNKNOWN
    former = _canvases(turn, (version.last,))[version.last]
    restored = replace(former, to_sort=turn.canvas.to_sort, dismissed=turn.canvas.dismissed)
    if restored == turn.canvas:
        return say("note.so_already")
    turn.canvas = restored
    turn.named = f"restored:{version.day.isoformat()}"
    turn.say(say("history.restored", title=_title(turn, version)))
    changed_receipt(turn)
    return None


_TAPS: dict[str, tuple[Callable[[Turn, list[int], int], Phrase | None], int]] = {
    "p": (_turn_page, 1),
    "u": (_offer_undo, 0),
    "v": (_show, 1),
    "w": (_ask_with_what, 2),
    "c": (_compare, 2),
    "d": (_draw, 2),
    "r": (_restore, 1),
}
"""What a button of the history does, and how many numbers it carries."""


def _versions(turn: Turn) -> tuple[Version, ...]:
    zone = turn.conversation.zone
    return versions_of(turn.snapshot.revisions, ZoneInfo(zone) if zone else UTC)


def _canvases(turn: Turn, wanted: Sequence[int]) -> dict[int, Canvas]:
    return canvases_at(turn.snapshot.canvas, turn.snapshot.revisions, wanted)


def _version(turn: Turn, number: int) -> Version | None:
    """Give the version that ends, or ended when its button was made, with a revision."""
    versions = _versions(turn)
    found = next((one for one in versions if one.first <= number <= one.last), None)
    return None if found is None else replace(found, last=number)


def _title(turn: Turn, version: Version) -> Phrase:
    name, _, day = version.name.partition(":")
    at = _dated(turn, version.day)
    if not name:
        return say("history.day", day=at)
    if day:
        return say(f"history.named.{name}", day=at, on=_dated(turn, date.fromisoformat(day)))
    return say(f"history.named.{name}", day=at)


def _label(turn: Turn, version: Version) -> Phrase:
    name = version.name.partition(":")[0]
    return say(f"history.label.{name}" if name else "history.label", day=_dated(turn, version.day))


def _dated(turn: Turn, day: date) -> Phrase:
    if day.year == turn.now.year:
        return say("history.date", day=day)
    return say("history.date_of", day=day, year=str(day.year))


def _opening(turn: Turn, version: Version) -> Button:
    return _button(turn, _label(turn, version), "v", version.last)


def _in_pairs(buttons: Sequence[Button]) -> Rows:
    return tuple(tuple(buttons[place : place + 2]) for place in range(0, len(buttons), 2))


def _button(turn: Turn, label: Phrase, verb: str, *numbers: int) -> Button:
    return Button(label, ":".join(("o", "ver", turn.venture, verb, *map(str, numbers))))
