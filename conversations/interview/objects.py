"""Taps that stay valid however old the message is: `o:<verb>:...`. Authorised here, and idempotent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.entries import Activity, Cost
from conversations.canvas.facets import Block
from conversations.history.showing import tap_history
from conversations.history.undoing import take_back
from conversations.interview.acting import ACTS, act
from conversations.interview.again import ask_again, redo_block
from conversations.interview.answering import settle
from conversations.interview.asking import ask, form_of, view
from conversations.interview.celebrating import hold_permit, take_up
from conversations.interview.changing import change
from conversations.interview.choosing import choose
from conversations.interview.editing import SETUP, show_block, show_blocks, show_fixable
from conversations.interview.entry_screen import show_entry
from conversations.interview.expecting import expect_addition, expect_amount, expect_rewording
from conversations.interview.explaining import asks_for, dismiss, explain
from conversations.interview.finishing import PIECES, advise, show_canvas
from conversations.interview.handing import hand_over, offer_forms
from conversations.interview.leaving import (
    ask_before_deleting,
    ask_before_starting_over,
    delete,
    hand_export,
    start_over,
)
from conversations.interview.pinning import pin, unpin
from conversations.interview.reminding import silence
from conversations.interview.resting import take_change
from conversations.interview.returning import resume
from conversations.interview.screens import show_help, show_privacy, show_settings
from conversations.interview.shortcuts import finish
from conversations.interview.sorting import sort_one
from conversations.interview.taps import is_number
from conversations.interview.ventures import show_ventures, switch
from conversations.links.following import answer_offer
from conversations.team.meeting import ADD, THEIRS, add_answer
from conversations.team.showing import tap_team
from conversations.team.telling import follow_answer
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from conversations.interview.events import Tapped
    from conversations.interview.turn import Turn

PREFIX = "o:"
UNKNOWN = say("note.unknown_button")


def tap_object(turn: Turn, event: Tapped) -> None:
    """Take a tap on a button that isn't a question's."""
    verb, _, rest = event.data.removeprefix(PREFIX).partition(":")
    arguments = rest.split(":") if rest else []
    turn.tapped = event.data
    turn.place(expecting="")
    if verb in _PLAIN and not arguments:
        _PLAIN[verb](turn)
        turn.acknowledge(event.tap)
    elif verb == "ver" and arguments[:1] == [turn.venture]:
        turn.acknowledge(event.tap, tap_history(turn, arguments[1:], event.message))
    elif verb == "team" and arguments[:1] == [turn.venture]:
        turn.acknowledge(event.tap, tap_team(turn, arguments[1:], event.message))
    elif verb == "held" and len(arguments) == 1:
        turn.acknowledge(event.tap, _held(turn, arguments[0]))
    elif verb == "link" and len(arguments) == 2:  # noqa: PLR2004 - an answer and a token
        turn.acknowledge(event.tap, answer_offer(turn, arguments[0], event.message))
    elif verb == "v" and len(arguments) == 1:
        turn.acknowledge(event.tap)
        switch(turn, arguments[0])
    elif not arguments or arguments[0] != turn.venture:
        turn.acknowledge(event.tap, say("note.other_venture") if arguments else UNKNOWN)
    else:
        turn.acknowledge(event.tap, _own(turn, verb, arguments[1:], event.message))


def _kept(turn: Turn) -> None:
    turn.say(say("kept"))
    if turn.question is not None:
        ask(turn)


def _mind(turn: Turn) -> None:
    turn.place(held="", held_message=0)
    _kept(turn)


_PLAIN: dict[str, Callable[[Turn], None]] = {
    "go": resume,
    "see": show_canvas,
    "set": show_settings,
    "help": show_help,
    "priv": show_privacy,
    "exp": hand_export,
    "forms": offer_forms,
    "vl": show_ventures,
    "over": ask_before_starting_over,
    "over2": start_over,
    "gone": ask_before_deleting,
    "gone2": delete,
    "kept": _kept,
    "mind": _mind,
    "quiet": silence,
    "pin": pin,
    "unpin": unpin,
}


def _held(turn: Turn, which: str) -> Phrase | None:
    """Take what was held as the answer or as a change, as the founder says."""
    held, message = turn.conversation.held, turn.conversation.held_message
    if not held:
        return say("note.answered")
    turn.place(held="", held_message=0)
    if which in (ADD, THEIRS) and turn.question is not None:
        if which == ADD:
            add_answer(turn, turn.question, held, message)
        else:
            follow_answer(turn, turn.question)
        return None
    if which == "answer":
        if turn.question is None:
            resume(turn)
        _answer_held(turn, held, message)
        return None
    question = turn.question
    take_change(turn, held)
    turn.said_in = message if turn.said_about is not None else 0
    if question is not None:
        ask(turn)
    return None


def _answer_held(turn: Turn, held: str, message: int) -> None:
    """Take held text as the answer to the open question; an edit of its message changes it later."""
    question = turn.question
    if question is None:
        return
    settle(turn, question, form_of(question).hear(view(turn, question), held), message)
    if turn.said_about is not None:
        turn.said_in = message


def _own(turn: Turn, verb: str, arguments: list[str], message: int) -> Phrase | None:
    """Do what a tap on something of the current venture asks."""
    match verb, arguments:
        case "e", []:
            show_blocks(turn, message)
        case "coach", []:
            advise(turn, say("coach.opening"), most=PIECES + 2)
        case "why" | "not" | "fix", [what]:
            return _OF_WHAT[verb](turn, what)
        case "as", [form]:
            return hand_over(turn, form) or UNKNOWN
        case "q", [question] if _may_ask(turn, question):
            ask_again(turn, question)
        case "b" | "add" | "redo", [block, *rest] if _is_block(block):
            return _block(turn, verb, Block(block), rest, message)
        case _, [number, *rest] if is_number(number):
            return _numbered(turn, verb, int(number), rest, message)
        case _:
            return UNKNOWN
    return None


def _may_ask(turn: Turn, question: str) -> bool:
    return (question in SETUP and turn.script.has(question)) or asks_for(turn, question)


def _block(turn: Turn, verb: str, block: Block, rest: list[str], message: int) -> Phrase | None:
    match verb, rest:
        case "b", [page] if is_number(page):
            show_block(turn, block, int(page), message)
        case "add", []:
            expect_addition(turn, block)
        case "redo", []:
            redo_block(turn, block)
        case _:
            return UNKNOWN
    return None


def _numbered(turn: Turn, verb: str, number: int, rest: list[str], message: int) -> Phrase | None:
    match verb, rest:
        case "sort", [where] if _is_block(where) or where == "no":
            sort_one(turn, number, where, message)
        case "wh", [entry] if is_number(entry):
            return choose(turn, number, int(entry), message)
        case "undo", []:
            take_back(turn, number)
        case _:
            return _entry(turn, verb, number, rest, message)
    return None


def _is_block(value: str) -> bool:
    return value in {block.value for block in Block}


def _entry(turn: Turn, verb: str, number: int, rest: list[str], message: int) -> Phrase | None:
    entry = turn.canvas.entry(number)
    if entry is None:
        return say("note.gone")
    if verb == "fi" and isinstance(entry, Activity):
        return finish(turn, entry)
    if verb in ("up", "hold") and isinstance(entry, Activity):
        done = take_up(turn, entry) if verb == "up" else hold_permit(turn, entry)
        return None if done else say("note.so_already")
    if verb in ACTS:
        return act(turn, verb, entry, rest[0] if rest else "", message)
    if verb in ("n", "mv"):  # "mv" stands under messages of an earlier version
        show_entry(turn, entry, message)
    elif verb == "re":
        expect_rewording(turn, entry)
    elif verb == "am" and isinstance(entry, Cost):
        expect_amount(turn, entry)
    else:
        return change(turn, verb, entry, rest[0] if rest else "", message)
    return None


_OF_WHAT: dict[str, Callable[[Turn, str], Phrase | None]] = {
    "why": explain,
    "not": dismiss,
    "fix": show_fixable,
}
