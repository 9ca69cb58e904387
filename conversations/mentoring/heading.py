"""The digest's head: of which week it tells, how many answered, and who is new."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from conversations.cohorts.calendar import local_day
from conversations.cohorts.home import week_in_words
from conversations.mentoring.standing import FRESH
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.cohorts.cohort import Cohort
    from conversations.interview.turn import Turn
    from conversations.mentoring.standing import Standing

NAMED = 6
"""Who is new is named up to so many; the rest is counted."""


def head(turn: Turn, cohort: Cohort, found: tuple[Standing, ...]) -> tuple[Phrase, ...]:
    """Give the head over how the ventures stand, with a line of who has joined within a week."""
    answered = sum(one.answered is not None for one in found)
    week = _week_counted(turn, cohort, found)
    counted = say("digest.head", name=cohort.name, week=week, answered=answered, ventures=len(found))
    return (counted, *_new(turn, found))


def _week_counted(turn: Turn, cohort: Cohort, found: tuple[Standing, ...]) -> Phrase:
    """Give the week that the answers are of: on a Monday the one before; of two weeks that of the most."""
    today = local_day(turn.now, cohort.schedule.zone)
    weeks = Counter(cohort.week_of(one.answered.day) for one in found if one.answered is not None)
    if weeks:
        week = max(weeks, key=lambda number: (weeks[number], number))
    else:
        week = 0 if today > cohort.ends else max(cohort.week_of(today - timedelta(days=1)), 1)
    if not week or today < cohort.starts:
        return week_in_words(turn, cohort)
    last = cohort.week_of(cohort.ends)
    return say("cohort.week", week=min(week, last), weeks=last)


def _new(turn: Turn, found: tuple[Standing, ...]) -> tuple[Phrase, ...]:
    founders = (founder for one in found for founder in one.venture.founders)
    joined = sorted((founder.since, founder.name) for founder in founders if turn.now - founder.since < FRESH)
    names = tuple(name for _since, name in joined)
    if not names:
        return ()
    more = len(names) - NAMED
    if more <= 0:
        return (say("digest.new", names=names),)
    return (say("digest.new_more", n=more, names=names[:NAMED]),)
