"""A cohort's group: chosen by its owner through a link, told quietly how it goes, without a name."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.cohorts.authority import Action, allowed
from conversations.cohorts.calendar import local_day
from conversations.cohorts.occasions import GroupDue
from conversations.cohorts.records import CohortSaved, GroupChosen
from conversations.cohorts.schedule_words import schedule_in_words
from conversations.cohorts.tap import Tap, button
from conversations.cohorts.weekly import Weekly, plan_weekly
from conversations.intents import Here
from conversations.interview.replies import Say
from conversations.links.link import Terms
from conversations.links.minting import address_of, command_of, mint
from conversations.links.purposes import Gathering
from conversations.mentoring.participation import answered_in
from conversations.words.text import say

if TYPE_CHECKING:
    from datetime import datetime

    from conversations.cohorts.cohort import Cohort
    from conversations.intents import Recipient
    from conversations.interview.turn import Turn
    from conversations.links.link import Followed
    from conversations.words.text import Phrase

LASTING = timedelta(days=1)
STALE = timedelta(days=1)
"""A summary that is missed by more isn't posted."""
HERE = Here()
EARLIEST = 9
"""The hour before which nothing is posted in a group."""
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
    turn.redraw(
        tap.message,
        say("gathering.link", name=cohort.name, link=link, command=command_of(turn, token)),
        rows=tuple(rows),
    )


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
    place = turn.snapshot.cohorts.place_in(purpose.cohort)
    if place is None or not allowed(place.roles, Action.CHANGE_COHORT):
        turn.say(say("group.private"))
        return
    turn.followed = link.id
    turn.records.append(GroupChosen(cohort=purpose.cohort))
    schedule = schedule_in_words(place.cohort)
    text = say("gathering.hello", name=place.cohort.name, schedule=schedule)
    turn.replies.append(Say((text,), silent=True))
    plan_group(turn, place.cohort)


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
    plan_group(turn, cohort)


def plan_group(turn: Turn, cohort: Cohort, to: Recipient = HERE) -> None:
    """Plan the next summary for a cohort's group, on the digest's day and at its hour, not before nine."""
    weekly = Weekly(
        name=f"group/{cohort.id}",
        hour=max(cohort.digest_hour, EARLIEST),
        occasion=lambda _day: GroupDue(cohort.id),
        to=to,
    )
    plan_weekly(turn, cohort, weekly)
