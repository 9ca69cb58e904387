"""One entry with all that can be done to it: every change is one tap away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.entries import Activity, Cost, Entry, Partner, Resource, block_of
from conversations.canvas.facets import (
    ActivityKind,
    Behaviour,
    Block,
    Evidence,
    PartnerKind,
    ResourceKind,
    Sourcing,
    When,
)
from conversations.interview.replies import Button
from conversations.reading.text import shorten
from conversations.words.entry_words import entry_in_words
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn

    Row = tuple[Button, ...]

GIVERS = 3
"""Partners that a thing is offered to come from."""
WIDE = 14


def show_entry(turn: Turn, entry: Entry, message: int) -> None:
    """Show an entry with what can be done to it."""
    rows = (
        _words(turn, entry),
        *_own(turn, entry),
        _evidence(turn, entry),
        _kinds(turn, entry),
        _givers(turn, entry),
        _moves(turn, entry),
        (Button(say("button.back"), f"o:b:{turn.venture}:{block_of(entry).value}:0"),),
    )
    shown = tuple(row for row in rows if row)
    turn.redraw(message, entry_in_words(turn.canvas, entry), rows=shown)


def _button(turn: Turn, entry: Entry, label: Phrase, verb: str, *arguments: str) -> Button:
    return Button(label, ":".join(("o", verb, turn.venture, str(entry.id), *arguments)))


def _chosen(label: Phrase, *, chosen: bool) -> Phrase:
    return say("edit.chosen", label=label) if chosen else label


def _words(turn: Turn, entry: Entry) -> Row:
    row = [
        _button(turn, entry, say("button.reword_it"), "re"),
        _button(turn, entry, say("button.drop_it"), "dr"),
    ]
    if isinstance(entry, Cost):
        row.insert(1, _button(turn, entry, say("button.amount"), "am"))
    return tuple(row)


def _own(turn: Turn, entry: Entry) -> tuple[Row, ...]:
    """Give the marks that only entries of this block have."""
    match entry:
        case Activity():
            later = entry.when is When.LATER
            return (
                (
                    _button(turn, entry, say("button.not_done" if entry.done else "button.mark_done"), "dn"),
                    _button(turn, entry, say("button.for_now" if later else "button.for_later"), "wh"),
                    _button(turn, entry, say("button.unstar" if entry.starred else "button.star"), "st"),
                ),
            )
        case Resource():
            return (
                tuple(
                    _button(
                        turn,
                        entry,
                        _chosen(say(f"sourcing.{how.value}"), chosen=entry.sourcing is how),
                        "so",
                        how.value,
                    )
                    for how in Sourcing
                ),
            )
        case Cost():
            labels = {Behaviour.FIXED: say("button.fixed"), Behaviour.VARIABLE: say("button.grows")}
            return (
                tuple(
                    _button(turn, entry, _chosen(label, chosen=entry.behaviour is how), "be", how.value)
                    for how, label in labels.items()
                ),
            )
        case Partner():
            return ()


def _evidence(turn: Turn, entry: Entry) -> Row:
    return tuple(
        _button(
            turn,
            entry,
            _chosen(say(f"button.evidence.{sure.value}"), chosen=entry.evidence is sure),
            "ev",
            sure.value,
        )
        for sure in Evidence
    )


def _kinds(turn: Turn, entry: Entry) -> Row:
    if isinstance(entry, Cost):
        return ()
    kinds = {Activity: ActivityKind, Resource: ResourceKind, Partner: PartnerKind}[type(entry)]
    return tuple(
        _button(
            turn,
            entry,
            _chosen(say(f"button.kind.{kind.value}"), chosen=entry.kind is kind),
            "ki",
            kind.value,
        )
        for kind in kinds
    )


def _givers(turn: Turn, entry: Entry) -> Row:
    """Offer the partners whom something rented or shared may come from."""
    if not isinstance(entry, Resource) or entry.sourcing not in (Sourcing.LEASED, Sourcing.PARTNER):
        return ()
    return tuple(
        _button(
            turn,
            entry,
            _chosen(
                say("button.giver", name=shorten(partner.text, WIDE)), chosen=entry.partner == partner.id
            ),
            "pa",
            str(partner.id),
        )
        for partner in turn.canvas.of(Partner)[:GIVERS]
    )


def _moves(turn: Turn, entry: Entry) -> Row:
    return tuple(
        _button(
            turn,
            entry,
            say("button.move_to", block=say(f"block.short.{block.value}")),
            "to",
            block.value,
        )
        for block in Block
        if block is not block_of(entry)
    )
