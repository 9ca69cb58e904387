"""A cohort's own interview: its owner sends the file, and founders who aren't through get it from then on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.cohorts.authority import Action
from conversations.cohorts.cohort import BUILT_IN
from conversations.cohorts.records import CohortSaved, PlaybookGiven
from conversations.cohorts.tap import awaited, button, data
from conversations.errors import ScriptError
from conversations.script.reading import read_script
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.cohorts.cohort import Cohort
    from conversations.cohorts.tap import Tap
    from conversations.interview.turn import Turn
    from conversations.script.model import Script
    from conversations.words.text import Phrase

EXPECTED = "playbook"
MOST_NAMED = 6


def show_playbook(turn: Turn, tap: Tap) -> None:
    """Say which interview the cohort has, and wait for the file of another."""
    turn.place(expecting=data(EXPECTED, tap.cohort.id))
    rows = [(button("back", "set", tap.cohort.id),)]
    if tap.cohort.playbook != BUILT_IN:
        rows.insert(0, (button("built_in", "px", tap.cohort.id),))
    turn.redraw(tap.message, say("cohort.playbook.text", now=playbook_in_words(tap.cohort)), rows=tuple(rows))


def take_back_playbook(turn: Turn, tap: Tap) -> None:
    """Give the cohort the built-in interview again."""
    changed = replace(tap.cohort, playbook=BUILT_IN, playbook_version=0)
    turn.records += [CohortSaved(changed), PlaybookGiven(cohort=changed.id, document="")]
    turn.redraw(
        tap.message, say("cohort.playbook.built_in_again"), rows=((button("back", "set", changed.id),),)
    )


def take_playbook(turn: Turn, content: bytes) -> None:
    """Take the file of an interview for the cohort that waits for one; a mistake is told with its line."""
    desk = awaited(turn, EXPECTED, Action.CHANGE_COHORT)
    vocabulary = turn.flow.vocabulary
    if desk is None or vocabulary is None:
        turn.say(say("cohort.playbook.for_whom"))
        return
    cohort = desk.place.cohort
    back = ((button("back", "set", cohort.id),),)
    try:
        script = read_script(content, vocabulary)
    except ScriptError as wrong:
        what = say("playbook.at", line=str(wrong.line), what=wrong.what) if wrong.line else wrong.what
        turn.say(say("cohort.playbook.wrong", what=what), rows=back)
        return
    if script.id == BUILT_IN:
        turn.say(say("cohort.playbook.name_taken", name=BUILT_IN), rows=back)
    elif script.id == cohort.playbook and script.version <= cohort.playbook_version:
        turn.say(say("cohort.playbook.old", version=cohort.playbook_version), rows=back)
    else:
        _give(turn, cohort, script, content)


def _give(turn: Turn, cohort: Cohort, script: Script, content: bytes) -> None:
    changed = replace(cohort, playbook=script.id, playbook_version=script.version)
    turn.place(expecting="")
    turn.records += [
        CohortSaved(changed),
        PlaybookGiven(cohort=cohort.id, document=content.decode()),
    ]
    base = turn.flow.vocabulary.base if turn.flow.vocabulary else None
    own = [question.id for question in script.questions if base is None or not base.has(question.id)]
    left = [question.id for question in base.questions if not script.has(question.id)] if base else []
    lines = [say("cohort.playbook.questions", n=len(script.questions))]
    if own:
        lines.append(say("cohort.playbook.own", names=tuple(own[:MOST_NAMED])))
    if left:
        lines.append(say("cohort.playbook.left_out", names=tuple(left[:MOST_NAMED])))
    if script.coach.off:
        lines.append(say("cohort.playbook.off", names=script.coach.off[:MOST_NAMED]))
    title = say("cohort.playbook.named", name=script.title or script.id, version=script.version)
    rows = ((button("built_in", "px", cohort.id), button("back", "set", cohort.id)),)
    turn.say(say("cohort.playbook.given", title=title, lines=tuple(lines)), rows=rows)


def playbook_in_words(cohort: Cohort) -> Phrase:
    """Give the name of a cohort's interview."""
    if cohort.playbook == BUILT_IN:
        return say("cohort.playbook.built_in")
    return say("cohort.playbook.named", name=cohort.playbook, version=cohort.playbook_version)
