"""A list of founders becomes personal invitations, handed back as the same list with a link for each."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from conversations.cohorts.authority import Action
from conversations.cohorts.cohort import Role
from conversations.cohorts.tap import awaited, button, data
from conversations.cohorts.wanting import target_of
from conversations.files.lists import MOST, names_in, rows_of, with_column
from conversations.interview.replies import Document
from conversations.links.link import Terms
from conversations.links.minting import address_of, mint
from conversations.links.purposes import Invitation
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.cohorts.cohort import Cohort
    from conversations.cohorts.tap import Tap
    from conversations.interview.turn import Turn

EXPECTED = "list"
LASTING = timedelta(days=30)
HEADING = "link"


def ask_list(turn: Turn, tap: Tap) -> None:
    """Wait for a list of founders."""
    turn.place(expecting=data(EXPECTED, tap.cohort.id))
    turn.redraw(tap.message, say("invite.list_ask"), rows=((button("back", "in", tap.cohort.id),),))


def invite_list(turn: Turn, content: bytes) -> None:
    """Make an invitation for each person of a list, and hand the list back with the links in it."""
    desk = awaited(turn, EXPECTED, Action.INVITE)
    if desk is None:
        turn.say(say("invite.list_for_whom"))
        return
    cohort = desk.place.cohort
    rows = rows_of(content)
    names = names_in(rows)
    back = ((button("back", "in", cohort.id),),)
    if not names or len(names) > MOST:
        turn.say(say("invite.list_long", most=MOST) if names else say("invite.list_unread"), rows=back)
        return
    turn.place(expecting="")
    links = [_personal(turn, cohort, name) for name in names]
    until = (turn.now + LASTING).date()
    turn.replies.append(
        Document(
            name=say("handing.name.invitations", cohort=cohort.name),
            suffix=".csv",
            content=with_column(rows, HEADING, links),
            caption=(say("invite.list_done", n=len(names), day=until),),
            rows=back,
        )
    )


def _personal(turn: Turn, cohort: Cohort, name: str) -> str:
    """Give the address of an invitation for one person, which works once."""
    invitation = Invitation(
        cohort=cohort.id, role=Role.FOUNDER, name=cohort.name, by=turn.person.name, whom=name
    )
    return address_of(
        turn, mint(turn, invitation, Terms(lasting=LASTING, uses=1, target=target_of(cohort.id)))
    )


def take_list_back(turn: Turn, tap: Tap) -> None:
    """Let all personal invitations that nobody has used lead nowhere from now on."""
    personal = [
        link.id for link in turn.snapshot.links if isinstance(link.purpose, Invitation) and link.purpose.whom
    ]
    turn.revoked += personal
    rows = ((button("back", "in", tap.cohort.id),),)
    turn.redraw(tap.message, say("invite.list_taken_back", n=len(personal)), rows=rows)
