"""A team's link followed: who invites to which venture; and the place in it taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.cohorts.following import take_places_along
from conversations.intents import Intent, ToTeam
from conversations.interview.replies import Button
from conversations.interview.returning import go_on
from conversations.interview.skew import under_current_ids
from conversations.links.purposes import TeamInvitation
from conversations.occasions import Told
from conversations.team.records import TeamJoined
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn
    from conversations.links.link import Followed


def offer_team(turn: Turn, link: Followed) -> None:
    """Say who invites to which venture, and what sharing it means."""
    invitation = link.purpose
    if not isinstance(invitation, TeamInvitation):
        return
    rows = (
        (
            Button(say("team.button.join"), f"o:link:yes:{link.token}"),
            Button(say("button.not_now"), f"o:link:no:{link.token}"),
        ),
    )
    turn.say(say("team.offer", by=invitation.by or "?", venture=_name(invitation)), rows=rows)


def take_team(turn: Turn, link: Followed) -> Phrase | None:
    """Join the venture and go on in its interview; the others hear of it."""
    invitation = link.purpose
    if not isinstance(invitation, TeamInvitation) or turn.snapshot.other is None:
        return say("link.unknown")
    if invitation.venture == turn.venture:
        return say("team.already")
    turn.team_records.append(TeamJoined(venture=invitation.venture))
    canvas = under_current_ids(turn.script, turn.snapshot.other)
    turn.go_to(invitation.venture, canvas, turn.snapshot.other_version)
    take_places_along(turn)
    told = Told(text=(say("team.joined", name=turn.person.first_name or "?", venture=_name(invitation)),))
    turn.intents.append(
        Intent(
            name=f"team-joined/{invitation.venture}",
            occurrence=str(turn.snapshot.me),
            occasion=told,
            to=ToTeam(invitation.venture),
        )
    )
    go_on(turn, say("team.welcome", venture=_name(invitation), by=invitation.by or "?"))
    return None


def _name(invitation: TeamInvitation) -> str | Phrase:
    return invitation.name or say("team.unnamed")
