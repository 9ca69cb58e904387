"""Commands: answered at any time; in the middle of the interview the question comes back after the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.checkins.starting import check_in_now
from conversations.cohorts.tapping import open_cohorts
from conversations.history.showing import show_history
from conversations.history.undoing import show_undoable
from conversations.interview.answering import go_back, skip
from conversations.interview.asking import ask_as_it_stands
from conversations.interview.editing import show_blocks
from conversations.interview.finishing import PIECES, advise, show_canvas
from conversations.interview.handing import hand_worksheet, offer_forms
from conversations.interview.leaving import ask_before_deleting, pause
from conversations.interview.pinning import pin
from conversations.interview.returning import resume, start
from conversations.interview.screens import show_help, show_privacy, show_settings
from conversations.interview.shortcuts import SHORTCUTS
from conversations.interview.ventures import show_ventures
from conversations.links.following import follow
from conversations.team.showing import show_team
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from conversations.interview.turn import Turn

PLAINLY = ("", "share")
"""What /start may carry and still mean nothing else: `share` is for those who came from another chat."""
MENU = ("canvas", "edit", "coach", "pause", "help")
"""The commands in Telegram's menu, in order; the others are reached through /help and /settings."""


def command(turn: Turn, name: str, rest: str) -> None:
    """Do what a command says."""
    if name in SHORTCUTS:
        turn.place(expecting="")
        SHORTCUTS[name](turn, rest)
        return
    answer = COMMANDS.get(name)
    if name == "start" and rest not in PLAINLY:
        follow(turn)
    elif answer is None:
        turn.say(say("help.unknown_command"))
        ask_as_it_stands(turn)
    else:
        answer(turn)
    turn.place(expecting="")


def _back_to_question(show: Callable[[Turn], None]) -> Callable[[Turn], None]:
    """Give a command that shows something and then returns to the open question."""

    def shown(turn: Turn) -> None:
        show(turn)
        ask_as_it_stands(turn)

    return shown


def _coach(turn: Turn) -> None:
    advise(turn, say("coach.opening"), most=PIECES + 2)


def _cancel(turn: Turn) -> None:
    held = turn.conversation.held
    nothing = say("kept" if turn.conversation.expecting else "cancel.done")
    turn.place(held="", held_message=0)
    turn.say(say("cancel.held", words=held) if held else nothing)
    ask_as_it_stands(turn)


def _import(turn: Turn) -> None:
    turn.say(say("files.how"))


def _skip(turn: Turn) -> None:
    if turn.question is None:
        turn.say(say("note.no_question"))
    else:
        skip(turn, turn.question)


def _back(turn: Turn) -> None:
    if turn.question is None or not go_back(turn):
        turn.say(say("note.first_question"))
        ask_as_it_stands(turn)


COMMANDS: dict[str, Callable[[Turn], None]] = {
    "cohort": open_cohorts,
    "checkin": check_in_now,
    "start": start,
    "continue": resume,
    "help": _back_to_question(show_help),
    "canvas": _back_to_question(show_canvas),
    "coach": _back_to_question(_coach),
    "edit": show_blocks,
    "pause": pause,
    "cancel": _cancel,
    "skip": _skip,
    "back": _back,
    "settings": _back_to_question(show_settings),
    "ventures": show_ventures,
    "team": _back_to_question(show_team),
    "privacy": _back_to_question(show_privacy),
    "pin": _back_to_question(pin),
    "history": _back_to_question(show_history),
    "undo": _back_to_question(show_undoable),
    "export": offer_forms,
    "worksheet": hand_worksheet,
    "import": _back_to_question(_import),
    "delete": ask_before_deleting,
}

NAMES = frozenset((*COMMANDS, *SHORTCUTS))
"""All commands there are."""
