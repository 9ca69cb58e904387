"""`/team`: who is on it, a link for one more, leaving."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from conversations.cohorts.following import leave_places
from conversations.intents import Intent, ToPerson
from conversations.interview.leaving import start_over
from conversations.interview.replies import Button
from conversations.interview.taps import is_number
from conversations.links.link import Terms
from conversations.links.minting import address_of, mint
from conversations.links.purposes import TeamInvitation
from conversations.occasions import TeamGone
from conversations.reading.text import shorten
from conversations.team.records import TeamLeft
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn
    from conversations.team.records import Teammate

TAP = "o:team:"
LASTING = timedelta(days=7)
WIDE = 24


def show_team(turn: Turn, message: int = 0) -> None:
    """Say who the venture belongs to, with what can be done about it."""
    others = _others(turn)
    rows = [(_button(turn, say("team.button.invite"), "new"),)]
    me = _me(turn)
    if me is not None and me.owner:
        rows += [
            (
                _button(
                    turn,
                    say("team.button.without", name=shorten(_named(other), WIDE)),
                    f"ask:{other.person}",
                ),
            )
            for other in others
        ]
    if others:
        rows.append((_button(turn, say("team.button.leave"), "ask"),))
    text = say("team.with", names=tuple(_named(other) for other in others)) if others else say("team.alone")
    turn.redraw(message, text, rows=tuple(rows))


def tap_team(turn: Turn, arguments: list[str], message: int) -> Phrase | None:
    """Do what a button of the team says; give the note over the screen, if there is one."""
    verb, *rest = arguments or [""]
    who = int(rest[0]) if rest and is_number(rest[0]) else turn.snapshot.me
    match verb:
        case "new":
            _invite(turn)
        case "see":
            show_team(turn, message)
        case "ask":
            return _ask(turn, who, message)
        case "go":
            return _part(turn, who, message)
        case _:
            return say("note.unknown_button")
    return None


def _invite(turn: Turn) -> None:
    """Make a link that one person can join with, within a week."""
    invitation = TeamInvitation(
        venture=turn.venture, name=turn.canvas.venture.name, by=turn.person.first_name
    )
    token = mint(turn, invitation, Terms(lasting=LASTING, uses=1, target=f"team/{turn.venture}"))
    turn.say(say("team.link", link=address_of(turn, token)))


def _ask(turn: Turn, who: int, message: int) -> Phrase | None:
    """Ask before somebody goes."""
    gone = _on_team(turn, who)
    if gone is None or not _may(turn, who):
        return say("team.not_yours")
    what = say("team.ask.leave") if who == turn.snapshot.me else say("team.ask.without", name=_named(gone))
    rows = (
        (
            _button(turn, say("team.button.yes"), f"go:{who}"),
            _button(turn, say("team.button.no"), "see"),
        ),
    )
    turn.redraw(message, what, rows=rows)
    return None


def _part(turn: Turn, who: int, message: int) -> Phrase | None:
    """Let somebody go: oneself, or as the owner another. Everything stays with those who stay."""
    gone = _on_team(turn, who)
    if gone is None or not _may(turn, who) or len(turn.snapshot.team) == 1:
        return say("team.not_yours")
    turn.team_records.append(TeamLeft(venture=turn.venture, person=who))
    if who != turn.snapshot.me:
        turn.redraw(message, say("team.gone", name=_named(gone)))
        turn.intents.append(
            Intent(
                name=f"team-gone/{turn.venture}",
                occurrence=str(turn.version),
                occasion=TeamGone(venture=turn.venture, name=turn.canvas.venture.name),
                to=ToPerson(who),
            )
        )
        return None
    turn.take_buttons(message)
    start_anew(turn, say("team.left", name=turn.canvas.venture.name or say("team.unnamed")))
    leave_places(turn, turn.snapshot.venture)
    return None


def start_anew(turn: Turn, *lead: Phrase) -> None:
    """Go on with a venture of one's own, after another isn't theirs any more."""
    turn.close_prompt()
    turn.say(*lead)
    start_over(turn)


def _may(turn: Turn, who: int) -> bool:
    me = _me(turn)
    return me is not None and (who == me.person or me.owner)


def _me(turn: Turn) -> Teammate | None:
    return _on_team(turn, turn.snapshot.me)


def _on_team(turn: Turn, who: int) -> Teammate | None:
    return next((one for one in turn.snapshot.team if one.person == who), None)


def _others(turn: Turn) -> tuple[Teammate, ...]:
    return tuple(one for one in turn.snapshot.team if one.person != turn.snapshot.me)


def _named(one: Teammate) -> str:
    return one.name or "?"


def _button(turn: Turn, label: Phrase, what: str) -> Button:
    return Button(label, f"{TAP}{turn.venture}:{what}")
