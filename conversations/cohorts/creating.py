"""A new cohort: its name, whose clock it follows, and it is there; all else has a sensible beginning."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.checkins.schedule import Schedule
from conversations.cohorts.calendar import WEEK, local_day, monday_from, zones_named
from conversations.cohorts.cohort import Cohort, Role
from conversations.cohorts.records import CohortSaved, Joined
from conversations.cohorts.settings import show_settings
from conversations.cohorts.tap import Tap, button, data, in_rows
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn

LONGEST_NAME = 60
WEEKS = 12
OFFERED = 6
"""Zones offered where a city's name could mean several."""


def ask_name(turn: Turn) -> None:
    """Ask what the new cohort is called."""
    turn.place(expecting=data("name"))
    turn.say(say("cohort.ask_name"), rows=((button("never_mind", "list"),),))


def take_name(turn: Turn, said: str) -> None:
    """Take the name, and found the cohort with all else as it usually is; the clock is asked for."""
    name = " ".join(said.split())[:LONGEST_NAME]
    today = local_day(turn.now, "UTC")
    starts = monday_from(today)
    cohort = Cohort(
        id=turn.snapshot.cohorts.fresh,
        name=name,
        schedule=Schedule(),
        starts=starts,
        ends=starts + WEEKS * WEEK - timedelta(days=1),
    )
    turn.records += [CohortSaved(cohort), Joined(cohort=cohort.id, role=Role.OWNER)]
    ask_zone(turn, cohort)


def ask_zone(turn: Turn, cohort: Cohort) -> None:
    """Ask whose clock the cohort follows."""
    turn.place(expecting=data("zone", cohort.id))
    turn.say(say("cohort.ask_zone", name=cohort.name))


def take_zone(turn: Turn, tap: Tap, said: str) -> None:
    """Take a city or zone; where several could be meant, offer them, where none, ask again."""
    zones = zones_named(said)
    if len(zones) == 1:
        set_zone(turn, tap, zones[0])
        return
    turn.place(expecting=data("zone", tap.cohort.id))
    if not zones:
        turn.say(say("cohort.zone_unknown"))
        return
    buttons = [
        button(say("cohort.named", name=zone), "zn", tap.cohort.id, *zone.split("/"))
        for zone in zones[:OFFERED]
    ]
    turn.say(say("cohort.zone_which"), rows=in_rows(buttons, 1))


def choose_zone(turn: Turn, tap: Tap) -> None:
    """Take a zone that was offered."""
    zone = "/".join(tap.rest)
    if zones_named(zone) == (zone,):
        set_zone(turn, tap, zone)


def set_zone(turn: Turn, tap: Tap, zone: str) -> None:
    """Let the cohort follow this clock, and show it."""
    schedule = replace(tap.cohort.schedule, zone=zone)
    changed = replace(tap.cohort, schedule=schedule)
    turn.records.append(CohortSaved(changed))
    show_settings(turn, tap, changed)
