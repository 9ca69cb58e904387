"""A check-in that is corrected after it was sent reaches the mentors as a correction, without a sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.checkins.checkin import check_in_as_seen_by
from conversations.cohorts.calendar import WEEK
from conversations.cohorts.cohort import Role
from conversations.cohorts.consent import Part, as_seen_by
from conversations.cohorts.tap import button
from conversations.intents import Intent, ToCohort
from conversations.interview.replies import About
from conversations.occasions import Told
from conversations.words.text import say

if TYPE_CHECKING:
    from datetime import date

    from conversations.checkins.checkin import CheckIn
    from conversations.interview.turn import Turn


def correctable(turn: Turn, cohort: str, day: date | None) -> CheckIn | None:
    """Give a sent check-in that can still be corrected: the last one, for a week, while its cohort runs."""
    last = turn.snapshot.cohorts.last
    if last is None or (last.day, last.cohort) != (day, cohort) or turn.now - last.at >= WEEK:
        return None
    place = turn.snapshot.cohorts.place_in(cohort)
    return last if not cohort or (place is not None and not place.cohort.ended) else None


def tell_correction(turn: Turn, corrected: CheckIn, reworded: CheckIn | None = None) -> None:
    """Tell a cohort's mentors what a check-in says now, as far as it is shared with them.

    Where it was `reworded`, what is in the way is only told of if that has changed.
    """
    this = corrected.cohort
    place = turn.snapshot.cohorts.place_in(this)
    if place is None or Part.CHECK_INS not in place.consent:
        return
    seen = check_in_as_seen_by(corrected, place.shared_at(corrected.at))
    name = as_seen_by(turn.canvas, place.consent).venture.name or place.called
    if reworded is not None and reworded.hindrance == corrected.hindrance:
        text = say("correction.changed", name=name, day=seen.day)
    elif seen.hindrance:
        text = say("correction.stuck", name=name, day=seen.day, what=seen.hindrance)
    else:
        text = say("correction.told", name=name, day=seen.day)
    told = Told(
        text=(text,),
        rows=(
            (button("comment", "cm", this, corrected.venture), button("page", "pg", this, corrected.venture)),
        ),
        silent=True,
        shows=(Part.CHECK_INS,),
        about=About(cohort=this, ventures=(corrected.venture,)),
    )
    turn.intents.append(
        Intent(
            name=f"correction/{corrected.venture}/{corrected.day}",
            occurrence=turn.now.isoformat(),
            occasion=told,
            to=ToCohort(this, (Role.OWNER, Role.MENTOR)),
        )
    )
