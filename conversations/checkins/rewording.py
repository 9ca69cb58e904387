"""How each answer to a check-in is taken back and said anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from conversations.canvas.entries import Activity
from conversations.canvas.facets import When
from conversations.checkins.answering import hindrance_said, named_ahead
from conversations.checkins.checkin import BETWEEN, CheckIn
from conversations.checkins.numbers_said import read_numbers
from conversations.checkins.progress import Progress, Step
from conversations.interview.forms.items import capitalised
from conversations.interview.receipts import changed_receipt
from conversations.reading.dates import read_deadline
from conversations.reading.sameness import same_item
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.interview.replies import About
    from conversations.interview.turn import Turn

AnyCheckIn = TypeVar("AnyCheckIn", Progress, CheckIn)


def _ahead(turn: Turn, one: AnyCheckIn, about: About, said: str) -> AnyCheckIn:
    """Change what the message put next: what is reworded stays the same activity, with its date."""
    former = named_ahead(about.words)
    items = named_ahead(said)
    made = [entry for entry in map(turn.canvas.entry, about.entries) if isinstance(entry, Activity)]
    # What was reworded elsewhere, or done, since it was said is let be.
    left = [e for e in made if not e.done and _among(e.text, former) and not _among(e.text, items)]
    fresh = [item for item in items if not _among(item, [entry.text for entry in made])]
    for entry, item in zip(left, fresh, strict=False):
        turn.canvas = turn.canvas.with_changed(replace(entry, text=item))
    turn.canvas = turn.canvas.without(entry.id for entry in left[len(fresh) :])
    more = [Activity(id=0, text=item, when=When.NOW) for item in fresh[len(left) :]]
    due = next((entry.due for entry in made if entry.due), None)
    turn.canvas = turn.canvas.with_new(replace(one, due=due) if due else one for one in more)
    changed_receipt(turn, *about.entries)
    return one


def _among(name: str, names: list[str]) -> bool:
    return any(same_item(name, other) for other in names)


def _date(turn: Turn, one: AnyCheckIn, about: About, said: str) -> AnyCheckIn | None:
    day = read_deadline(said, turn.now.date())
    if said and day is None:
        turn.say(say("checkin.date_unclear"))
        return None
    if day is not None and day < turn.now.date():
        turn.say(say("checkin.date_past", date=day))
        return None
    for entry in map(turn.canvas.entry, about.entries):
        if isinstance(entry, Activity):
            turn.canvas = turn.canvas.with_changed(replace(entry, due=day))
    changed_receipt(turn, *about.entries)
    return one


def _hindrance(turn: Turn, one: AnyCheckIn, about: About, said: str) -> AnyCheckIn | None:
    now = hindrance_said(said)
    hindrance = _in_place_of(hindrance_said(about.words), now, one.hindrance)
    if hindrance is None:
        turn.say(say("checkin.answered_anew"))
        return None
    turn.say(say("checkin.hindered", what=now) if now else say("checkin.unhindered"))
    return replace(one, hindrance=hindrance)


def _in_place_of(before: str, now: str, hindrance: str) -> str | None:
    """Give what is in the way with one's own words replaced: a co-founder's stay. None where they're gone."""
    parts = hindrance.split(BETWEEN)
    mine = before.split(BETWEEN)
    if before and not set(mine) <= set(parts):
        return None
    others = (part for part in parts if part not in mine)
    return BETWEEN.join(part for part in (*others, now) if part)


def _numbers(turn: Turn, one: AnyCheckIn, about: About, said: str) -> AnyCheckIn | None:
    asks = _asked(turn, about.cohort)
    numbers = read_numbers(said, asks)
    if said and not numbers:
        turn.say(say("checkin.numbers_unclear"))
        return None
    former = {number.name for number in read_numbers(about.words, asks)}
    known = {number.name: number for number in one.numbers if number.name not in former}
    known |= {number.name: number for number in numbers}
    lines = tuple(say("checkin.number_now", name=number.name, said=number.said) for number in numbers)
    turn.say(say("checkin.numbers_now", lines=lines) if lines else say("checkin.numbers_gone"))
    return replace(one, numbers=tuple(known.values()))


def _asked(turn: Turn, cohort: str) -> tuple[str, ...]:
    place = turn.snapshot.cohorts.place_in(cohort)
    return tuple(metric.name for metric in place.cohort.metrics) if place is not None else ()


def _still(turn: Turn, one: AnyCheckIn, about: About, said: str) -> AnyCheckIn | None:
    entry = turn.canvas.entry(about.entries[0]) if about.entries else None
    if entry is None or not said:
        turn.say(say("edited.no_answer"))
        return None
    turn.canvas = turn.canvas.with_changed(replace(entry, text=capitalised(" ".join(said.split()))))
    changed_receipt(turn, entry.id)
    return one


REWORDED = {
    Step.AHEAD: _ahead,
    Step.DATE: _date,
    Step.HINDRANCE: _hindrance,
    Step.NUMBERS: _numbers,
    Step.STILL: _still,
}
"""What new words of an answer do; None where they can't be read, which is said."""
