"""Changes made by tapping in /edit: each one tap, with a receipt and Undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.entries import Activity, Cost, Entry, Partner, Resource, had_as, moved, of_kind
from conversations.canvas.facets import (
    Behaviour,
    Block,
    Evidence,
    Sourcing,
    When,
)
from conversations.interview.celebrating import celebrate
from conversations.interview.entry_screen import show_entry
from conversations.interview.receipts import changed_receipt, hint
from conversations.interview.taps import is_number
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn


def change(turn: Turn, verb: str, entry: Entry, value: str, message: int) -> Phrase | None:
    """Make the change that a tap asks for; give a note where it can't be made."""
    after = _given_by(turn, entry, value) if verb == "pa" else _changed(verb, entry, value)
    if after is None:
        return say("note.unknown_button")
    if verb == "dr":
        turn.canvas = turn.canvas.without([entry.id])
        changed_receipt(turn)
        hint(turn, say("hint.drop", name=entry.text))
        return None
    turn.canvas = turn.canvas.with_changed(after)
    if after == entry:
        return say("note.so_already")
    show_entry(turn, after, message)
    if isinstance(after, Activity) and verb == "dn" and after.done:
        celebrate(turn, [after], [entry.id])
    else:
        changed_receipt(turn, entry.id)
    sentence = _sentence(entry, after, verb, value)
    if sentence is not None:
        hint(turn, sentence)
    return None


def _sentence(before: Entry, after: Entry, verb: str, value: str) -> Phrase | None:
    """Give what one could have written instead; None where nothing that is understood says it."""
    match verb, after:
        case "dn", Activity(done=True):
            return say("hint.done", name=before.text)
        case "wh", Activity():
            return say("hint.later" if after.when is When.LATER else "hint.now", name=before.text)
        case "so", Resource() if value != Sourcing.PARTNER.value:
            return say(f"hint.{value}", name=before.text)
        case "ev", _ if not isinstance(after, Activity) or value in (
            Evidence.GUESS.value,
            Evidence.PAID.value,
        ):
            return say(f"hint.{value}", name=before.text)
        case "to", _:
            return say("hint.moved", name=before.text, block=say(f"hint.block.{value}"))
    return None


def _changed(verb: str, entry: Entry, value: str) -> Entry | None:
    """Give the entry as it is after a change, None where the change doesn't fit it."""
    if verb == "dr":
        return entry
    if verb == "to" and value in {block.value for block in Block}:
        return moved(entry, Block(value))
    if verb == "ev" and value in {sure.value for sure in Evidence}:
        return replace(entry, evidence=Evidence(value))
    return of_kind(entry, value) if verb == "ki" else _refaceted(verb, entry, value)


def _given_by(turn: Turn, entry: Entry, value: str) -> Entry | None:
    """Give a thing as it is when it comes from a partner; None where there is no such partner."""
    partner = turn.canvas.entry(int(value)) if is_number(value) else None
    if not isinstance(entry, Resource) or not isinstance(partner, Partner):
        return None
    return replace(entry, partner=partner.id)


def _refaceted(verb: str, entry: Entry, value: str) -> Entry | None:
    match entry, verb:
        case Activity(), "dn":
            return replace(entry, done=not entry.done)
        case Activity(), "wh":
            return replace(entry, when=When.NOW if entry.when is When.LATER else When.LATER)
        case Activity(), "st":
            return replace(entry, starred=not entry.starred)
        case Resource(), "so" if value in {sourcing.value for sourcing in Sourcing}:
            return had_as(entry, Sourcing(value))
        case Cost(), "be" if value in {behaviour.value for behaviour in Behaviour}:
            return replace(entry, behaviour=Behaviour(value))
    return None
