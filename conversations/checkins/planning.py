"""The next check-in is planned when one is asked, and whenever what it depends on has changed.

One at a time waits in the store: what was missed while nobody could be reached comes once, late, and the next
after it is worked out from then on. So nothing ever piles up.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.checkins.habit import NEW, Habit
from conversations.checkins.occasions import CheckInDue, CheckInOpen, PlanChanged
from conversations.checkins.occurrences import Calendar, Occurrence, next_occurrence, when_awake
from conversations.cohorts.authority import Action, allowed
from conversations.intents import Cancelled, Here, Intent, ToCohort, Urgency

if TYPE_CHECKING:
    from datetime import date, datetime
    from typing import Any

    from conversations.cohorts.cohort import Cohort, Role
    from conversations.cohorts.desk import Place
    from conversations.intents import Recipient
    from conversations.interview.turn import Turn

REMINDERS = 2
"""How often at most a check-in that isn't answered is come back to."""
AFTER = timedelta(days=1)
"""How long after it was asked, and after the reminder before."""
APART = timedelta(hours=12)
"""So long before the next check-in the last is not come back to any more."""


def habit_of(turn: Turn, cohort: str) -> Habit:
    """Give how the founder takes the check-ins of a cohort, or, with none, their own."""
    return turn.conversation.habits.get(cohort, NEW)


def change_habit(turn: Turn, cohort: str, **changes: Any) -> None:  # noqa: ANN401 - the fields of Habit, checked by msgspec
    """Change how the founder takes them, and plan anew; one whose time has come doesn't come any more."""
    _keep(turn, cohort, **changes)
    turn.cancelled.append(Cancelled(name=_name(cohort)))
    plan(turn, cohort)


def plan(turn: Turn, cohort: str) -> None:
    """Plan the next check-in of the founder in a cohort, or their own: in place of what was planned.

    One whose time has come is left to come: what has changed holds for those after it.
    """
    turn.cancelled.append(Cancelled(name=_name(cohort), after=turn.now))
    coming = upcoming(turn, cohort)
    if coming is not None:
        _keep(turn, cohort)
        turn.intents.append(
            Intent(
                name=_name(cohort),
                occurrence=coming.day.isoformat(),
                at=coming.at,
                occasion=CheckInDue(cohort, coming.day),
                urgency=Urgency.BROADCAST,
            )
        )


def upcoming(turn: Turn, cohort: str) -> Occurrence | None:
    """Give the founder's next check-in, None where there is none to come."""
    calendar = _calendar(turn, cohort)
    if calendar is None:
        return None
    coming = next_occurrence(calendar, turn.now, habit_of(turn, cohort).asked)
    zone = turn.conversation.zone
    return Occurrence(coming.day, when_awake(coming.at, zone)) if coming and zone else coming


def last_missed(turn: Turn, due: CheckInDue, planned: datetime) -> date:
    """Give the day of the latest check-in that is due by now, of all since the one that was planned."""
    calendar = _calendar(turn, due.cohort)
    day = due.day
    while calendar is not None:
        later = next_occurrence(calendar, planned, day)
        if later is None or later.at > turn.now:
            break
        day, planned = later.day, later.at
    return day


def asked(turn: Turn, cohort: str, day: date) -> None:
    """Note that a check-in was asked, and plan what follows: the next one, and a word if it stays open."""
    keep_asked(turn, cohort, day)
    come_back(turn, cohort, day, 1)


def keep_asked(turn: Turn, cohort: str, day: date) -> None:
    """Note that the check-in of a day is asked, or needs no asking any more, and plan the next one."""
    _keep(turn, cohort, asked=day)
    plan(turn, cohort)


def come_back(turn: Turn, cohort: str, day: date, reminder: int) -> None:
    """Plan to come back to a check-in, unless that was done often enough or the next one is near."""
    turn.cancelled.append(Cancelled(name=_again(cohort)))
    at = when_awake(turn.now + AFTER, _zone(turn, cohort))
    coming = upcoming(turn, cohort)
    if reminder > REMINDERS or (coming is not None and at > coming.at - APART):
        return
    turn.intents.append(
        Intent(
            name=_again(cohort),
            occurrence=f"{day}/{reminder}",
            at=at,
            until=None if coming is None else coming.at,
            occasion=CheckInOpen(cohort, day, reminder),
            urgency=Urgency.BROADCAST,
        )
    )


def answered(turn: Turn, cohort: str) -> None:
    """Come back to a check-in no more: it was answered."""
    turn.cancelled.append(Cancelled(name=_again(cohort)))


def stop(turn: Turn, cohort: str) -> None:
    """Plan nothing any more: the founder has left the cohort."""
    turn.cancelled += (Cancelled(name=_name(cohort)), Cancelled(name=_again(cohort)))
    habits = dict(turn.conversation.habits)
    habits.pop(cohort, None)
    turn.place(habits=habits)


def replan(turn: Turn, cohort: str, *roles: Role) -> None:
    """Have it planned anew for everybody with these roles in a cohort, or for this person without any."""
    to: Recipient = ToCohort(cohort, roles) if roles else Here()
    turn.intents.append(
        Intent(
            name=f"plan/{cohort}",
            occurrence=turn.snapshot.fresh_venture,  # of each turn its own
            to=to,
            occasion=PlanChanged(cohort),
            urgency=Urgency.BROADCAST if roles else Urgency.REPLY,
        )
    )


def place_in(turn: Turn, cohort: str) -> Place | None:
    """Give the founder's place in a cohort that still runs, None where they have none."""
    place = turn.snapshot.cohorts.place_in(cohort)
    may = place is not None and allowed(place.roles, Action.CHECK_IN) and not place.cohort.ended
    return place if may else None


def _keep(turn: Turn, cohort: str, **changes: Any) -> None:  # noqa: ANN401 - as above
    changed = replace(habit_of(turn, cohort), **changes)
    turn.place(habits={**turn.conversation.habits, cohort: changed})


def _calendar(turn: Turn, cohort: str) -> Calendar | None:
    habit = habit_of(turn, cohort)
    if habit.off:
        return None
    if cohort:
        place = place_in(turn, cohort)
        return None if place is None else _calendar_of(turn, place.cohort, habit)
    if habit.schedule is None:
        return None
    return Calendar(schedule=habit.schedule, paused_until=habit.paused_until)


def _calendar_of(turn: Turn, cohort: Cohort, habit: Habit) -> Calendar:
    schedule, zone = cohort.schedule, turn.conversation.zone
    return Calendar(
        schedule=replace(schedule, zone=zone) if schedule.own_zone and zone else schedule,
        starts=cohort.starts,
        ends=cohort.ends,
        holidays=frozenset(cohort.holidays),
        paused_until=habit.paused_until,
    )


def _zone(turn: Turn, cohort: str) -> str:
    calendar = _calendar(turn, cohort)
    return turn.conversation.zone or (calendar.schedule.zone if calendar else "UTC")


def _name(cohort: str) -> str:
    return f"check-in/{cohort}"


def _again(cohort: str) -> str:
    return f"check-in-again/{cohort}"
