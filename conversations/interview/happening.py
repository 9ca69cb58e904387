"""What was intended for a conversation and has come: told, or done, there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.checkins.coming import take_changed, take_due, take_open
from conversations.checkins.occasions import CheckInDue, CheckInOpen, PlanChanged
from conversations.cohorts.gathering import take_group_due
from conversations.cohorts.occasions import GroupDue
from conversations.interview.replies import About, Say
from conversations.mentoring.coming import take_digest_due
from conversations.mentoring.occasions import DigestDue
from conversations.mentoring.sharing import may_tell
from conversations.occasions import TeamChanged, TeamGone, Told
from conversations.team.telling import hear_of_parting, hear_of_team

if TYPE_CHECKING:
    from conversations.interview.events import Happened
    from conversations.interview.turn import Turn


def take_happened(turn: Turn, event: Happened) -> None:
    """Do what an occasion asks for."""
    match event.occasion:
        case Told(text=text, rows=rows, silent=silent, about=about) as told if may_tell(turn, told):
            about = about if about != About() else About(venture=turn.venture)
            turn.replies.append(Say(text, rows, about=about, silent=silent))
        case TeamChanged() as changed:
            hear_of_team(turn, changed)
        case TeamGone() as gone:
            hear_of_parting(turn, gone)
        case CheckInDue() as due:
            take_due(turn, due, event.planned)
        case CheckInOpen() as still:
            take_open(turn, still)
        case PlanChanged() as plan:
            take_changed(turn, plan)
        case GroupDue() as due:
            take_group_due(turn, due, event.planned)
        case DigestDue() as digest:
            take_digest_due(turn, digest, event.planned)
