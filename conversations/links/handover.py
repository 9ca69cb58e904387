"""A canvas handed over by link: shown in a line, taken as a venture of one's own, what was there kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.cohorts.consenting import ask_waiting
from conversations.cohorts.following import take_places_along
from conversations.cohorts.records import Finished
from conversations.interview.finishing import advise, show_canvas
from conversations.interview.replies import Button
from conversations.interview.requesting import understand_kinds
from conversations.interview.returning import go_on
from conversations.interview.skew import under_current_ids
from conversations.links.purposes import Handover
from conversations.script.machine import RESTING, WELCOME
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas
    from conversations.interview.turn import Turn
    from conversations.links.link import Followed


def offer_canvas(turn: Turn, link: Followed) -> None:
    """Say which canvas waits, and ask whether to take it."""
    if isinstance(link.purpose, Handover):
        turn.say(named(link.purpose.canvas, "handover.offer"), *_kept(turn), rows=(take_row(link.token),))


def take_canvas(turn: Turn, link: Followed) -> Phrase | None:
    """Make the canvas a venture, and go on in it: with its open question, else with what there is to see."""
    if not isinstance(link.purpose, Handover):
        return say("link.unknown")
    turn.go_to(turn.snapshot.fresh_venture, under_current_ids(turn.script, link.purpose.canvas))
    take_places_along(turn)
    taken = named(turn.canvas, "handover.taken")
    if turn.canvas.answers and turn.flow.next(WELCOME, turn.canvas) != RESTING:
        go_on(turn, taken)
    else:
        _show(turn, taken)  # its interview is over, or nobody was interviewed: there is enough to see
    return None


def _show(turn: Turn, taken: Phrase) -> None:
    """Show what was taken, unchanged, and what the coach says of it."""
    turn.place(state=RESTING)
    if not turn.canvas.answers:
        understand_kinds(turn, [entry.id for entry in turn.canvas.entries])
    turn.say(taken)
    show_canvas(turn)
    advise(turn, say("summary.opening"), say("summary.at_rest"))
    turn.records.append(Finished(venture=turn.venture))
    ask_waiting(turn)


def named(canvas: Canvas, key: str) -> Phrase:
    """Give a phrase about a canvas by its name and how many notes it has."""
    notes = say("handover.notes", n=len(canvas.entries))
    return say(key, name=canvas.venture.name or say("handover.unnamed"), notes=notes)


def take_row(token: str) -> tuple[Button, ...]:
    """Give the buttons under an offered canvas."""
    return (
        Button(say("button.take_it"), f"o:link:yes:{token}"),
        Button(say("button.not_now"), f"o:link:no:{token}"),
    )


def _kept(turn: Turn) -> tuple[Phrase, ...]:
    """Say that what they have stays, where they have something."""
    here = turn.canvas
    if not here.entries:
        return ()
    return (
        say("handover.kept", name=here.venture.name) if here.venture.name else say("handover.kept_unnamed"),
    )
