"""An activity that is finished: celebrated, and followed by "what comes next?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.entries import Activity, Resource
from conversations.canvas.facets import Block, ResourceKind, Sourcing, When
from conversations.interview.receipts import changed_lines, read_receipt, reading_rows
from conversations.interview.replies import About, Button
from conversations.reading.sameness import same_item
from conversations.reading.statements_phrases import named
from conversations.reading.text import fold, shorten
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conversations.interview.turn import Turn
    from conversations.words.text import Phrase

NEXT = 3
"""Activities that wait under Later and are offered."""
WIDE = 24
_HELD = re.compile(
    r"\b(?:permits?|licen[cs]es?|certificates?|certification|trademark|patent|registration|"
    r"authori[sz]ation|approval)\b"
)
_GETTING = re.compile(
    r"^(?:(?:get|obtain|apply for|request|receive|secure|file for|file|register for|register|"
    r"pick up|sort out|"
    r"ask for|go for|send in|hand in)\s+)+(?:(?:the|a|an|our|my)\s+)?"
)


def celebrate(turn: Turn, done: Sequence[Activity], entries: Sequence[int]) -> None:
    """Say what is done, with Undo; ask what comes next, and offer a permit held now as a resource."""
    others = [line for line in changed_lines(turn) if line.key != "canvas.change.done"]
    text = [celebrated_line(tuple(activity.text for activity in done))]
    if others:
        text.append(say("receipt.changed", lines=tuple(others)))
    rows = list(reading_rows(turn, entries))
    permit = next((activity for activity in done if held_by(turn, activity)), None)
    if permit is not None:
        text.append(say("done.hold", name=held_by(turn, permit)))
        rows.append((Button(say("button.hold"), f"o:hold:{turn.venture}:{permit.id}"),))
    if turn.question is None and turn.conversation.check_in is None:
        # While a question is open, or a check-in's, it is enough to go on with that.
        waiting = _waiting(turn)
        rows += [(_next_up(turn, activity),) for activity in waiting]
        rows.append((Button(say("button.something_new"), f"o:add:{turn.venture}:{Block.ACTIVITIES.value}"),))
        text.append(say("done.next_of" if waiting else "done.next"))
    turn.say(*text, rows=tuple(rows), about=About(venture=turn.venture, entries=tuple(entries)))


def celebrated_line(names: tuple[str, ...]) -> Phrase:
    """Give the line that celebrates what is done."""
    return say("done.celebrated", n=len(names), names=names)


def _next_up(turn: Turn, activity: Activity) -> Button:
    name = shorten(activity.text, WIDE)
    return Button(say("button.next_up", name=name), f"o:up:{turn.venture}:{activity.id}")


def take_up(turn: Turn, activity: Activity) -> bool:
    """Bring an activity from Later to now, with a receipt; False where it is there already."""
    if activity.when is not When.LATER or activity.done:
        return False
    turn.canvas = turn.canvas.with_changed(replace(activity, when=When.NOW))
    read_receipt(turn, [activity.id])
    return True


def hold_permit(turn: Turn, activity: Activity) -> bool:
    """Add what a finished activity brought, such as a permit, to the resources; False where it is there."""
    name = held_by(turn, activity)
    if not name:
        return False
    first = turn.canvas.next_id
    permit = Resource(id=0, text=name, kind=ResourceKind.INTELLECTUAL, sourcing=Sourcing.OWNED)
    turn.canvas = turn.canvas.with_new([permit])
    read_receipt(turn, [first])
    return True


def held_by(turn: Turn, activity: Activity) -> str:
    """Give the permit, licence or the like that was brought, empty where none or a known one was."""
    folded = fold(activity.text)
    verb = _GETTING.match(folded)
    if not activity.done or not _HELD.search(folded) or verb is None:
        return ""
    name = named(activity.text[verb.end() :])
    return "" if any(same_item(name, thing.text) for thing in turn.canvas.of(Resource)) else name


def _waiting(turn: Turn) -> list[Activity]:
    later = [a for a in turn.canvas.of(Activity) if a.when is When.LATER and not a.done]
    return sorted(later, key=lambda activity: not activity.preparation)[:NEXT]
