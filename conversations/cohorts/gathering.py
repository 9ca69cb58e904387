"""A cohort's group: chosen by its owner through a link, told quietly how it goes, without a name."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.checkins.occurrences import Calendar, next_occurrence
from conversations.checkins.schedule import Schedule
from conversations.cohorts.authority import Action, allowed
from conversations.cohorts.calendar import local_day
from conversations.cohorts.occasions import GroupDue
from conversations.cohorts.records import CohortSaved, GroupChosen
from conversations.cohorts.schedule_words import schedule_in_words
from conversations.cohorts.tap import Tap, button
from conversations.intents import Cancelled, Intent, Urgency
from conversations.interview.replies import Say
from conversations.links.link import Terms
from conversations.links.minting import address_of, mint
from conversations.links.purposes import Gathering
from conversations.mentoring.participation import answered_in
from conversations.words.text import say

if TYPE_CHECKING:
    from datetime import datetime

    from conversations.cohorts.cohort import Cohort
    from conversations.interview.turn import Turn
    from conversations.links.link import Followed
    from conversations.words.text import Phrase

LASTING = timedelta(days=1)
STALE = timedelta(days=1)
"""A summary that is missed by more isn't posted."""
FEWEST = 5
"""Ventures from which on a count says nothing about one of them."""


def show_group(turn: Turn, tap: Tap) -> None:
    """Give the link by which a group is chosen, and the way to end what is posted there."""
    cohort = tap.cohort
    token = mint(turn, Gathering(cohort=cohort.id), Terms(lasting=LASTING, uses=1))
    link = address_of(turn, token).replace("?start=", "?startgroup=")
    rows = [(button("back", "set", cohort.id),)]
    if cohort.group:
        rows.insert(0, (button("group_off", "gx", cohort.id),))
    turn.redraw(tap.message, say("gathering.link", name=cohort.name, link=link), rows=tuple(rows))


def leave_group(turn: Turn, tap: Tap) -> None:
    """Post nothing in the cohort's group any more."""
    turn.records.append(CohortSaved(replace(tap.cohort, group=0)))
    turn.redraw(tap.message, say("gathering.off"), rows=((button("back", "set", tap.cohort.id),),))


def gather(turn: Turn) -> None:
    """Take the group that a link of a cohort's owner was opened in; nobody else's link does anything."""
    link = turn.snapshot.link
    purpose = link.purpose if link is not None else None
    if link is None or not isinstance(purpose, Gathering):
        turn.say(say("group.private"))
        return
    mine = (place for place in turn.snapshot.cohorts.places if place.cohort.id == purpose.cohort)
    place = next(mine, None)
    if place is None or not allowed(place.roles, Action.CHANGE_COHORT):
        turn.say(say("group.private"))
        return
    turn.followed = link.id
    turn.records.append(GroupChosen(cohort=purpose.cohort))
    schedule = schedule_in_words(place.cohort)
    text = say("gathering.hello", name=place.cohort.name, schedule=schedule)
    turn.replies.append(Say((text,), silent=True))
    _plan(turn, place.cohort)


def offer_group(turn: Turn, _link: Followed) -> None:
    """Say that such a link is for a group, where somebody opens it alone."""
    turn.say(say("gathering.here"))


def refuse_group(_turn: Turn, _link: Followed) -> Phrase | None:
    """Take nothing: only a group can follow it."""
    return say("gathering.here")


def take_group_due(turn: Turn, due: GroupDue, planned: datetime) -> None:
    """Post the week's summary: how many answered, what was finished, and when the next check-in comes."""
    desk = turn.snapshot.cohorts.desk
    if desk is None or desk.place.cohort.id != due.cohort or desk.place.cohort.ended:
        return  # the cohort has another group meanwhile, or has ended
    cohort = desk.place.cohort
    week = cohort.week_of(local_day(turn.now, cohort.schedule.zone) - timedelta(days=1))
    found = [answered_in(desk, venture, week) for venture in desk.ventures]
    answered = [one for one in found if one is not None]
    if turn.now - planned < STALE and len(desk.ventures) >= FEWEST:
        finished = sum(len(one.finished) for one in answered)
        text = say(
            "gathering.week",
            name=cohort.name,
            week=week,
            answered=len(answered),
            ventures=len(desk.ventures),
            finished=say("gathering.finished", n=finished),
            schedule=schedule_in_words(cohort),
        )
        turn.replies.append(Say((text,), silent=True))
    _plan(turn, cohort)


def _plan(turn: Turn, cohort: Cohort) -> None:
    """Plan the next summary for this group, on the day and at the hour of the digest."""
    name = f"group/{cohort.id}"
    turn.cancelled.append(Cancelled(name=name))
    schedule = Schedule(
        days=(cohort.digest_day,), at=time(max(cohort.digest_hour, 9)), zone=cohort.schedule.zone
    )
    calendar = Calendar(schedule=schedule, starts=cohort.starts, ends=cohort.ends + timedelta(days=7))
    coming = next_occurrence(calendar, turn.now)
    if coming is not None:
        turn.intents.append(
            Intent(
                name=name,
                occurrence=coming.day.isoformat(),
                at=coming.at,
                occasion=GroupDue(cohort.id),
                urgency=Urgency.BROADCAST,
            )
        )
