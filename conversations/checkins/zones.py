"""The clock that a founder lives by: told once, by a city; check-ins and quiet hours keep to it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from conversations.checkins.planning import change_habit, habit_of, replan
from conversations.cohorts.calendar import zones_named
from conversations.cohorts.tap import button, data
from conversations.interview.replies import Button
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.checkins.schedule import Schedule
    from conversations.interview.turn import Turn

ASKING = data("tz")
OFFERED = 6
UNTOLD = "UTC"


def zone_button() -> Button:
    """Give the button that asks for the founder's clock."""
    return button(say("zone.button"), "tz")


def ask_zone(turn: Turn, rest: tuple[str, ...]) -> Phrase | None:
    """Ask by which city's clock the founder lives, or take the one that was offered."""
    zone = "/".join(rest)
    if not zone:
        turn.place(expecting=ASKING)
        turn.say(say("zone.ask"), rows=((Button(say("button.never_mind"), "o:mind"),),))
    elif zones_named(zone) == (zone,):
        _set(turn, zone)
    else:
        return say("note.unknown_button")
    return None


def take_zone(turn: Turn, said: str) -> None:
    """Take a city; where several could be meant, offer them, where none, ask again."""
    zones = zones_named(said)
    if len(zones) == 1:
        _set(turn, zones[0])
        return
    turn.place(expecting=ASKING)
    if not zones:
        turn.say(say("zone.unknown"))
        return
    offered = (button(say("cohort.named", name=zone), "tz", "", *zone.split("/")) for zone in zones[:OFFERED])
    turn.say(say("zone.which"), rows=tuple((one,) for one in offered))


def _set(turn: Turn, zone: str) -> None:
    before = turn.conversation.zone or UNTOLD
    turn.place(zone=zone, expecting="")
    hour = turn.now.astimezone(ZoneInfo(zone))
    turn.say(say("zone.set", hour=f"{hour:%H:%M}", zone=zone))
    for cohort in turn.conversation.habits:
        if cohort:
            replan(turn, cohort)
    own = habit_of(turn, "").schedule
    if own is not None:
        change_habit(turn, "", schedule=_moved(own, zone, before, turn.now))


def _moved(schedule: Schedule, zone: str, before: str, now: datetime) -> Schedule:
    """Give a founder's own schedule on another clock.

    Nine stays nine for somebody who has moved; what was chosen before any clock was known stays at the same
    moment.
    """
    if before != UNTOLD:
        return replace(schedule, zone=zone)
    moment = datetime.combine(now.date(), schedule.at, ZoneInfo(UNTOLD))
    return replace(schedule, zone=zone, at=moment.astimezone(ZoneInfo(zone)).time())
