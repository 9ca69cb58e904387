"""Taps and words that are about a cohort: allowed or refused here, by one table, before anything is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from conversations.checkins import answering, starting
from conversations.checkins.asking import put_again
from conversations.checkins.offering import settle_weekly
from conversations.checkins.pausing import pause
from conversations.checkins.planning import habit_of
from conversations.checkins.stuck import stuck
from conversations.checkins.zones import ask_zone, take_zone
from conversations.cohorts import (
    consenting,
    creating,
    gathering,
    home,
    inviting,
    listing,
    members,
    playbooks,
    settings,
)
from conversations.cohorts.authority import Action, allowed
from conversations.cohorts.tap import Tap
from conversations.cohorts.wanting import TAP
from conversations.mentoring import answering as answers
from conversations.mentoring import commenting, nudging, page, past
from conversations.mentoring.looking import look_at
from conversations.reading.text import clean_text
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from conversations.cohorts.desk import Desk
    from conversations.interview.events import Tapped
    from conversations.interview.turn import Turn


class Verb(NamedTuple):
    """What a button does, and what one must be allowed to do for it."""

    action: Action
    do: Callable[[Turn, Tap], Phrase | None]


class Expected(NamedTuple):
    """What is done with words that were asked for, and what one must be allowed to do for it."""

    action: Action
    take: Callable[[Turn, Tap, str], None]


VERBS: dict[str, Verb] = {
    "at": Verb(Action.SEE_COHORT, home.show_cohort),
    "set": Verb(Action.CHANGE_COHORT, settings.show_settings),
    "ch": Verb(Action.CHANGE_COHORT, settings.offer_choices),
    "to": Verb(Action.CHANGE_COHORT, settings.choose),
    "li": Verb(Action.INVITE, listing.ask_list),
    "lx": Verb(Action.REVOKE, listing.take_list_back),
    "pb": Verb(Action.CHANGE_COHORT, playbooks.show_playbook),
    "px": Verb(Action.CHANGE_COHORT, playbooks.take_back_playbook),
    "wr": Verb(Action.CHANGE_COHORT, settings.ask_words),
    "mb": Verb(Action.SEE_MEMBERS, members.show_members),
    "mem": Verb(Action.REMOVE_MEMBER, members.show_member),
    "rm": Verb(Action.REMOVE_MEMBER, members.remove),
    "ho": Verb(Action.HAND_OVER, members.hand_over),
    "tk": Verb(Action.TAKE_OVER, members.take_over),
    "lv": Verb(Action.LEAVE, members.leave),
    "end": Verb(Action.END_COHORT, members.end),
    "in": Verb(Action.INVITE, inviting.show_invitations),
    "nw": Verb(Action.INVITE, inviting.ask_limit),
    "rv": Verb(Action.REVOKE, inviting.take_back),
    "co": Verb(Action.CONSENT, consenting.choose),
    "dg": Verb(Action.SEE_DIGEST, look_at("dg")),
    "ov": Verb(Action.SEE_DIGEST, look_at("ov")),
    "pt": Verb(Action.SEE_PATTERNS, look_at("pt")),
    "pa": Verb(Action.SEE_DIGEST, look_at("pa")),
    "xp": Verb(Action.EXPORT, look_at("xp")),
    "gr": Verb(Action.CHANGE_COHORT, gathering.show_group),
    "gx": Verb(Action.CHANGE_COHORT, gathering.leave_group),
    "vn": Verb(Action.SEE_VENTURE, page.open_venture),
    "pg": Verb(Action.SEE_VENTURE, page.show_page),
    "hi": Verb(Action.SEE_VENTURE, past.show_past),
    "cm": Verb(Action.COMMENT, commenting.ask_comment),
    "cw": Verb(Action.COMMENT, commenting.take_which),
    "un": Verb(Action.COMMENT, commenting.undo),
    "nt": Verb(Action.NOTE, commenting.ask_note),
    "nu": Verb(Action.NUDGE, nudging.nudge),
    "sn": Verb(Action.ANSWER_COMMENT, answers.mark_seen),
    "an": Verb(Action.ANSWER_COMMENT, answers.ask_answer),
    "ask": Verb(Action.CHECK_IN, starting.check_in_here),
    "ci": Verb(Action.CHECK_IN, lambda turn, tap: answering.tap(turn, tap.rest)),
    "cor": Verb(Action.CHECK_IN, lambda turn, tap: starting.correct(turn, tap.place, tap.rest)),
    "stuck": Verb(Action.CHECK_IN, stuck),
    "go": Verb(Action.CHECK_IN, lambda turn, _tap: go_on(turn)),
    "pz": Verb(
        Action.CHECK_IN, lambda turn, tap: pause(turn, tap.cohort.id, tap.cohort.schedule.zone, tap.rest)
    ),
    "zn": Verb(Action.CHANGE_COHORT, creating.choose_zone),
}
EXPECTED: dict[str, Expected] = {
    "called": Expected(Action.CHANGE_COHORT, settings.take_called),
    "programme": Expected(Action.CHANGE_COHORT, settings.take_programme),
    "numbers": Expected(Action.CHANGE_COHORT, settings.take_numbers),
    "holidays": Expected(Action.CHANGE_COHORT, settings.take_holidays),
    "comment": Expected(Action.COMMENT, commenting.take_comment),
    "note": Expected(Action.NOTE, commenting.take_note),
    "answer": Expected(Action.ANSWER_COMMENT, answers.take_answer),
    "zone": Expected(Action.CHANGE_COHORT, creating.take_zone),
}


def tap_cohort(turn: Turn, event: Tapped) -> None:
    """Take a tap on a button of cohorts."""
    verb, this, *rest = (*event.data.removeprefix(TAP).split(":"), "")[:MOST_PARTS]
    turn.place(expecting="")
    turn.tapped = event.data
    given = tuple(part for part in rest if part)
    if not this and verb in _WITHOUT_COHORT:
        turn.acknowledge(event.tap, _WITHOUT_COHORT[verb](turn, given, event.message))
    else:
        turn.acknowledge(event.tap, _within(turn, verb, given, event.message))


def _within(turn: Turn, verb: str, rest: tuple[str, ...], message: int) -> Phrase | None:
    """Do what a button of one cohort does, where it is allowed; give the note over the screen."""
    wanted = VERBS.get(verb)
    if wanted is None:
        return say("note.unknown_button")
    desk = turn.snapshot.cohorts.desk
    refusal = refused(desk, wanted.action)
    if refusal is not None or desk is None:
        return refusal
    return wanted.do(turn, Tap(desk, rest, message))


def refused(desk: Desk | None, action: Action) -> Phrase | None:
    """Give why somebody may not do this in a cohort, None where they may."""
    if desk is None:
        return say("cohort.not_in")
    if not allowed(desk.place.roles, action):
        return say("cohort.not_allowed")
    if desk.place.cohort.ended and action in CHANGING:
        return say("cohort.has_ended")
    return None


def hear_expected(turn: Turn, text: str) -> None:
    """Take words that were asked for about a cohort."""
    what, this = (*turn.conversation.expecting.removeprefix(TAP).split(":"), "")[:2]
    said = clean_text(text).strip()
    if not said:
        turn.say(say("puzzled.empty"))
        return
    asked = turn.conversation.expecting
    turn.place(expecting="")
    if what == "name" and not this:
        creating.take_name(turn, said)
        return
    if what == "tz" and not this:
        take_zone(turn, said)
        return
    expected = EXPECTED.get(what)
    if expected is None:
        turn.say(say("cohort.not_in"))
        return
    desk = turn.snapshot.cohorts.desk
    refusal = refused(desk, expected.action)
    if refusal is not None or desk is None:
        turn.say(refusal or say("cohort.not_in"))
    else:
        expected.take(turn, Tap(desk, tuple(asked.split(":")[3:])), said)


def hear_reply(turn: Turn, text: str) -> bool:
    """Take a reply to a digest, a venture's message or a comment; False where it is none."""
    about, desk = turn.snapshot.about, turn.snapshot.cohorts.desk
    said = clean_text(text).strip()
    if about is None or not about.cohort or desk is None or not said:
        return False
    if about.comment and refused(desk, Action.ANSWER_COMMENT) is None:
        answers.take_answer(turn, Tap(desk, (about.comment,)), said)
        return True
    if about.ventures and refused(desk, Action.COMMENT) is None:
        commenting.hear_reply(turn, desk, about, said)
        return True
    return False


def open_cohorts(turn: Turn) -> None:
    """Show a person's cohorts."""
    home.show_places(turn)


MOST_PARTS = 8
CHANGING = frozenset(
    {Action.INVITE, Action.CHANGE_COHORT, Action.CHECK_IN, Action.NUDGE, Action.HAND_OVER, Action.TAKE_OVER}
)
"""What can't be done any more once a cohort has ended."""


def go_on(turn: Turn) -> Phrase | None:
    """Put the open question of a check-in once more."""
    if turn.conversation.check_in is None:
        return say("note.answered")
    put_again(turn)
    return None


def own_zone(turn: Turn) -> str:
    """Give the zone of a founder's own check-ins."""
    schedule = habit_of(turn, "").schedule
    return schedule.zone if schedule else turn.conversation.zone or "UTC"


def _list(turn: Turn, _rest: tuple[str, ...], message: int) -> None:
    home.show_places(turn, message)


def _new(turn: Turn, _rest: tuple[str, ...], _message: int) -> None:
    creating.ask_name(turn)


_WITHOUT_COHORT: dict[str, Callable[[Turn, tuple[str, ...], int], Phrase | None]] = {
    "list": _list,
    "new": _new,
    "ci": lambda turn, rest, _message: answering.tap(turn, rest),
    "cor": lambda turn, rest, _message: starting.correct(turn, None, rest),
    "go": lambda turn, _rest, _message: go_on(turn),
    "wk": settle_weekly,
    "pz": lambda turn, rest, _message: pause(turn, "", own_zone(turn), rest),
    "tz": lambda turn, rest, _message: ask_zone(turn, rest),
}
