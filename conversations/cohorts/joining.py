"""An invitation followed: who invites to what, and what will be seen; and the place taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.cohorts.cohort import Role
from conversations.cohorts.consenting import ask_consent
from conversations.cohorts.following import wait_for_consent
from conversations.cohorts.records import Joined
from conversations.cohorts.tap import button
from conversations.interview.asking import ask_as_it_stands
from conversations.interview.replies import Button
from conversations.interview.returning import begin
from conversations.links.purposes import Invitation
from conversations.script.machine import RESTING, WELCOME
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn
    from conversations.links.link import Followed


def offer_place(turn: Turn, link: Followed) -> None:
    """Say who invites to which cohort, and what is seen by joining; nothing is until a founder says so."""
    invitation = link.purpose
    if not isinstance(invitation, Invitation):
        return
    rows = (
        (
            Button(say("cohort.button.join"), f"o:link:yes:{link.token}"),
            Button(say("cohort.button.not_me"), f"o:link:no:{link.token}"),
        ),
    )
    key = f"join.offer.{invitation.role.value}"
    turn.say(say(key, by=invitation.by, cohort=invitation.name), rows=rows)


def take_place(turn: Turn, link: Followed) -> Phrase | None:
    """Take the place, and go on: founders to their interview or to what mentors may see."""
    invitation = link.purpose
    if not isinstance(invitation, Invitation):
        return say("link.unknown")
    if invitation.role is not Role.FOUNDER:
        turn.records.append(Joined(cohort=invitation.cohort, role=invitation.role))
        rows = ((button("open", "at", invitation.cohort),),)
        turn.say(say("join.mentor", cohort=invitation.name), rows=rows)
        return None
    finished = turn.conversation.state == RESTING
    turn.records.append(
        Joined(cohort=invitation.cohort, role=Role.FOUNDER, venture=turn.venture, finished=finished)
    )
    if finished:
        turn.say(say("join.founder", cohort=invitation.name, by=invitation.by))
        ask_consent(turn, invitation.cohort, invitation.name)
        return None
    wait_for_consent(turn, invitation.cohort, invitation.name)
    turn.say(say("join.founder_first", cohort=invitation.name, by=invitation.by))
    if turn.conversation.state == WELCOME:
        begin(turn)
    else:
        ask_as_it_stands(turn)
    return None
