"""A link followed: what it leads to is offered, and done where the offer is taken.

Following only looks; a use is counted where somebody accepts. Taps carry the token itself
(`o:link:<yes or no>:<token>`), so that nobody can tap into what they weren't given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from conversations.cohorts.gathering import offer_group, refuse_group
from conversations.cohorts.joining import offer_place, take_place
from conversations.interview.asking import ask_as_it_stands
from conversations.interview.returning import start
from conversations.links.handover import offer_canvas, take_canvas
from conversations.links.link import TOKEN, Followed, Standing
from conversations.links.purposes import Gathering, Handover, Invitation, Purpose, TeamInvitation
from conversations.script.machine import WELCOME
from conversations.team.joining import offer_team, take_team
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from conversations.interview.turn import Turn

TAP = "o:link:"


class Use(NamedTuple):
    """What following a link of one purpose does.

    `offer` says what it leads to; `accept` does it, or gives the words for why not: then no use is counted.
    """

    offer: Callable[[Turn, Followed], None]
    accept: Callable[[Turn, Followed], Phrase | None]


USES: dict[type[Purpose], Use] = {
    Handover: Use(offer_canvas, take_canvas),
    Invitation: Use(offer_place, take_place),
    TeamInvitation: Use(offer_team, take_team),
    Gathering: Use(offer_group, refuse_group),
}


def token_in(said: str) -> str:
    """Give the token that a `/start` came with, empty where it can be none."""
    return said if TOKEN.fullmatch(said) else ""


def follow(turn: Turn) -> None:
    """Offer what a link leads to; where it leads nowhere, say why, and start as without it."""
    link = turn.snapshot.link
    if link is None or link.purpose is None:
        turn.say(_leads_nowhere(link))
        _go_on(turn)
        return
    USES[type(link.purpose)].offer(turn, link)


def answer_offer(turn: Turn, choice: str, message: int) -> Phrase | None:
    """Take the answer to what a link offered, and give the note over the screen, if there is one."""
    link = turn.snapshot.link
    if link is None or link.purpose is None:
        return _leads_nowhere(link)
    if choice != "yes":
        turn.redraw(message, say("link.declined"))
        _go_on(turn)
        return None
    refused = USES[type(link.purpose)].accept(turn, link)
    if refused is None:
        turn.followed = link.id
        turn.take_buttons(message)
    return refused


def _leads_nowhere(link: Followed | None) -> Phrase:
    standing = link.standing if link is not None else Standing.UNKNOWN
    if link is not None and link.yours and standing is Standing.USED_UP:
        return say("link.yours")
    return say(f"link.{standing.value}")


def _go_on(turn: Turn) -> None:
    if turn.conversation.state == WELCOME:
        start(turn)
    else:
        ask_as_it_stands(turn)
