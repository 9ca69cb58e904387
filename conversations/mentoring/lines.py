"""A venture in the digest: one numbered line, blockers first, then money, then what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.cohorts.consent import NOTHING, Part
from conversations.mentoring.standing import FINISHED, Group, before
from conversations.reading.text import shorten
from conversations.words.change_words import describe_changes
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.cohorts.desk import SeenVenture
    from conversations.mentoring.standing import Standing

CHANGES = 2
"""Changes that a line tells; the rest is counted."""
HINDRANCE = 60
"""Characters of a hindrance in a line."""


def line(standing: Standing) -> Phrase:
    """Give a venture's line: number, name, and what there is to know in a few words."""
    facts = _facts(standing)
    name = venture_name(standing.venture)
    told = _joined(facts)
    if not standing.number:
        return say("digest.unnumbered", name=name, facts=told or say("digest.nothing"))
    if told is None:
        return say("digest.line_bare", number=standing.number, name=name)
    return say("digest.line", number=standing.number, name=name, facts=told)


def venture_name(venture: SeenVenture) -> str:
    """Give what a venture is called where mentors read of it: its name, else its founders' first names."""
    return venture.canvas.venture.name or ", ".join(founder.name for founder in venture.founders)


def _facts(standing: Standing) -> list[Phrase]:
    facts = [*_hindrance(standing)]
    if standing.alarm:
        facts.append(say(f"digest.money.{standing.alarm}"))
    facts += _finished(standing)
    facts += _changed(standing)
    facts += _ahead(standing)
    if standing.group is Group.QUIET:
        facts.append(say("digest.quiet_for", n=standing.silent_weeks))
    if standing.group is Group.NOT_YET and not any(founder.finished for founder in standing.venture.founders):
        facts.append(say("digest.interviewing"))
    return [*(facts or _stale(standing)), *_marks(standing)]


def _hindrance(standing: Standing) -> list[Phrase]:
    check_ins = standing.venture.check_ins
    if standing.group is not Group.STUCK or not check_ins:
        return []
    what = shorten(check_ins[0].hindrance, HINDRANCE)
    if standing.stuck_for > 1:
        return [say("digest.stuck_for", what=what, n=standing.stuck_for)]
    return [say("digest.stuck", what=what)]


def _finished(standing: Standing) -> list[Phrase]:
    answered = standing.answered
    if answered is None or not answered.finished:
        return []
    names = answered.finished
    return [say("digest.finished", n=len(names), name=names[0], more=len(names) - 1)]


def _ahead(standing: Standing) -> list[Phrase]:
    """Give what comes next, where there is room for it."""
    answered = standing.answered
    if answered is None or not answered.ahead or standing.group is not Group.DONE:
        return []
    return [say("digest.ahead", name=answered.ahead[0])]


def _changed(standing: Standing) -> list[Phrase]:
    base = before(standing.venture)
    if base is None or standing.group in (Group.QUIET, Group.NOT_YET):
        return []
    told = [phrase for phrase in changed_lines(standing) if phrase.key != FINISHED]
    more = len(told) - CHANGES
    return [*told[:CHANGES], *((say("digest.more", n=more),) if more > 0 else ())]


def changed_lines(standing: Standing) -> tuple[Phrase, ...]:
    """Give a line for each change since the check-in before."""
    base = before(standing.venture)
    if base is None:
        return ()
    return describe_changes(standing.changes, base.canvas, standing.venture.canvas)


def _stale(standing: Standing) -> list[Phrase]:
    """Give the block that stands still, which is told only where there is nothing weightier."""
    stale = standing.stale
    if stale is None:
        return []
    block = say(f"consent.part.{stale.block.value}")
    if stale.long:
        return [
            say("digest.stale_at_least" if stale.at_least else "digest.stale", block=block, n=stale.weeks)
        ]
    return [say("digest.stale_check_ins", block=block, n=stale.check_ins)]


def _marks(standing: Standing) -> list[Phrase]:
    answered = standing.answered
    if answered is None:
        return []
    marks = []
    if standing.venture.consent == NOTHING or Part.CHECK_INS not in standing.venture.consent:
        marks.append(say("digest.private"))
    if answered.corrected:
        marks.append(say("digest.corrected"))
    if answered.late:
        marks.append(say("digest.late"))
    return marks


def _joined(facts: list[Phrase]) -> Phrase | None:
    joined: Phrase | None = None
    for fact in facts:
        joined = fact if joined is None else say("digest.and", first=joined, second=fact)
    return joined
