"""How each venture of a cohort stands: the one group of the digest that it belongs to, and why."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING

import msgspec

from conversations.canvas.changes import Change, changes_between
from conversations.checkins.checkin import CheckIn
from conversations.coach.advising import speaking
from conversations.cohorts.calendar import local_day
from conversations.cohorts.consent import Part
from conversations.cohorts.desk import SeenVenture
from conversations.mentoring.stale import Stale, stale_block
from conversations.words.change_words import describe_changes

if TYPE_CHECKING:
    from datetime import date, datetime

    from conversations.cohorts.cohort import Cohort
    from conversations.cohorts.desk import Desk
    from conversations.words.text import Phrase

QUIET = timedelta(weeks=3)
"""How long a venture must not have answered to be called quiet."""
QUIET_WEEKS = QUIET // timedelta(weeks=1)
FRESH = timedelta(days=7)
"""How old a check-in may be and count as this week's."""
FINISHED = "canvas.change.done"
"""The change that is told as done, not as changed."""
MONEY = ("revenue_over_cost", "runway")
"""The coach's rules that are money alarms, weightiest first."""


class Group(Enum):
    """The digest's groups, in their order; a venture stands in the first that fits."""

    STUCK = "stuck"
    MONEY = "money"
    CHANGED = "changed"
    DONE = "done"
    QUIET = "quiet"
    NOT_YET = "not_yet"


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How a venture stands. `number` is its place in the digest, from 1, 0 where that isn't known.

    `answered` is this week's check-in, None where there is none. `changes` are from the canvas at the
    check-in before, to now. `alarm` is the rule that is alarmed about money, empty for none. `stuck_for`
    counts the check-ins in a row with something in the way. `stale` is a block that hasn't changed for long.
    """

    venture: SeenVenture
    group: Group
    number: int = 0
    answered: CheckIn | None = None
    changes: tuple[Change, ...] = ()
    alarm: str = ""
    stuck_for: int = 0
    silent_weeks: int = 0
    stale: Stale | None = None


def standings(desk: Desk, now: datetime) -> tuple[Standing, ...]:
    """Give how all ventures of a cohort stand, in the digest's order, numbered."""
    today = local_day(now, desk.place.cohort.schedule.zone)
    order = list(Group)
    found = [standing_of(venture, desk.place.cohort, today) for venture in desk.ventures]
    # Who has been stuck longest comes first, and then in the order in which they joined.
    ranked = sorted(found, key=lambda one: (order.index(one.group), -one.stuck_for))
    return tuple(msgspec.structs.replace(one, number=n) for n, one in enumerate(ranked, start=1))


def standing_of(venture: SeenVenture, cohort: Cohort, today: date) -> Standing:
    """Give how one venture stands on a day."""
    last = venture.check_ins[0] if venture.check_ins else None
    answered = last if last is not None and today - last.day < FRESH else None
    changes = _changes(venture)
    alarm = _alarm(venture)
    stuck_for = _stuck_for(venture)
    silent = (today - (last.day if last else max(cohort.starts, _joined(venture)))) // timedelta(weeks=1)
    return Standing(
        venture=venture,
        group=_group(venture, answered, changes, bool(alarm), silent),
        answered=answered,
        changes=changes,
        alarm=alarm,
        stuck_for=stuck_for,
        silent_weeks=max(0, silent),
        stale=stale_block(venture, today),
    )


def _group(
    venture: SeenVenture,
    answered: CheckIn | None,
    changes: tuple[Change, ...],
    alarmed: bool,  # noqa: FBT001 - a fact like the others
    silent: int,
) -> Group:
    last = venture.check_ins[0] if venture.check_ins else None
    quiet = silent >= QUIET_WEEKS
    if last is not None and last.hindrance and not quiet:
        return Group.STUCK
    if alarmed:
        return Group.MONEY
    if answered is not None:
        told = _told(venture, changes)
        return Group.CHANGED if any(line.key != FINISHED for line in told) else Group.DONE
    return Group.QUIET if quiet else Group.NOT_YET


def _told(venture: SeenVenture, changes: tuple[Change, ...]) -> tuple[Phrase, ...]:
    base = before(venture)
    return describe_changes(changes, base.canvas, venture.canvas) if base is not None else ()


def _changes(venture: SeenVenture) -> tuple[Change, ...]:
    base = before(venture)
    return changes_between(base.canvas, venture.now_beside(base)) if base is not None else ()


def before(venture: SeenVenture) -> CheckIn | None:
    """Give the check-in that changes are told from: the one before the last; None for the first."""
    return venture.check_ins[1] if len(venture.check_ins) > 1 else None


def _alarm(venture: SeenVenture) -> str:
    if not {Part.COSTS, Part.NUMBERS} <= venture.consent:
        return ""
    return next(iter(speaking(venture.canvas, MONEY)), "")


def _stuck_for(venture: SeenVenture) -> int:
    count = 0
    for check_in in venture.check_ins:
        if not check_in.hindrance:
            break
        count += 1
    return count


def _joined(venture: SeenVenture) -> date:
    return min(founder.since for founder in venture.founders).date()
