"""The step: snapshot, event and time in, the new snapshot and what is to be said out; pure, synchronous."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.checkins import answering
from conversations.checkins.coming import plan_after
from conversations.cohorts.gathering import gather
from conversations.cohorts.tapping import hear_expected, hear_reply, tap_cohort
from conversations.cohorts.wanting import TAP as COHORTS
from conversations.cohorts.wanting import links_wanted
from conversations.files.sent import read_document, take_document, wrong_file
from conversations.interview.answering import hear, puzzled
from conversations.interview.asking import answered_meanwhile, ask
from conversations.interview.commands import PLAINLY, command
from conversations.interview.events import (
    Addressed,
    Answering,
    Command,
    Document,
    Drawn,
    Due,
    Edited,
    Event,
    Fetched,
    Happened,
    Looked,
    Reach,
    Reached,
    Said,
    Tapped,
    Understood,
    Unreadable,
)
from conversations.interview.expecting import take_expected
from conversations.interview.handing import drawn
from conversations.interview.happening import take_happened
from conversations.interview.holding import hold
from conversations.interview.objects import PREFIX, tap_object
from conversations.interview.pasting import cut_answer, go_on_with
from conversations.interview.pinning import refresh
from conversations.interview.reminding import NAME, next_reminder, remind
from conversations.interview.resting import hear_at_rest
from conversations.interview.returning import begin
from conversations.interview.rewriting import rewrite
from conversations.interview.skew import Adopted, adopt
from conversations.interview.snapshot import Outcome, Snapshot, Wanted
from conversations.interview.tapping import tap_prompt
from conversations.interview.taps import is_number
from conversations.interview.turn import Turn
from conversations.interview.understanding import understood
from conversations.links.following import TAP, token_in
from conversations.mentoring.looking import take_looked
from conversations.mentoring.overview import overview_drawn
from conversations.reading.text import clean_text
from conversations.script.machine import PAUSED, RESTING, WELCOME
from conversations.team.meeting import meet
from conversations.team.telling import tell_team
from conversations.words.text import say

if TYPE_CHECKING:
    from datetime import datetime

    from conversations.script.machine import Flow

BY_FOUNDER = (Said, Edited, Tapped, Command, Unreadable, Document)


def step(flow: Flow, snapshot: Snapshot, event: Event, now: datetime) -> Outcome:
    """Give what an event makes of a snapshot. `now` is aware, in UTC. The snapshot is not changed."""
    turn = Turn(flow, snapshot, now)
    adopted = adopt(turn) if isinstance(event, BY_FOUNDER) else Adopted.AS_IT_WAS
    if isinstance(event, BY_FOUNDER):
        turn.place(spoke_at=now, reminders=0)
    if isinstance(event, Said) and adopted is Adopted.ELSEWHERE:
        # It answers a question that is no more; whether it answers the next is theirs to say.
        _put_question(turn)
        _hold(turn, event.text, event.message)
    else:
        _take(turn, event)
    if adopted is Adopted.ELSEWHERE:
        _put_question(turn)
    tell_team(turn)
    refresh(turn)
    plan_after(turn)
    remind_at = next_reminder(turn)
    return turn.outcome(remind_at, NAME if remind_at else "")


def wanted(event: Event) -> Wanted:
    """Give what a step needs loaded for an event, beyond conversation and canvas."""
    match event:
        case Edited(message=message):
            return Wanted(about=message)
        case Command(name=name, rest=rest):
            return _wanted_by_command(name, rest)
        case Tapped(data=data):
            return _wanted_by_tap(data)
        case Said(reply_to=message) if message:
            return Wanted(about=message)
        case Addressed(token=token) if token:
            return Wanted(link=token_in(token))
    return Wanted()


def _wanted_by_command(name: str, rest: str) -> Wanted:
    if name in ("history", "undo"):
        return Wanted(revisions_from=1)
    if name == "start":
        return Wanted(link=token_in(rest)) if rest not in PLAINLY else Wanted()
    return Wanted(ventures=name == "ventures", team=name == "team")


def _wanted_by_tap(data: str) -> Wanted:
    if data == "o:vl":
        return Wanted(ventures=True)
    if data.startswith("o:team:"):
        return Wanted(team=True)
    what = data.rpartition(":")[2]
    if data.startswith(("o:ver:", "o:undo:")):
        first = what if data.startswith("o:undo:") else "1"
        return Wanted(revisions_from=int(first) if is_number(first) else 0)
    if data.startswith("o:v:"):
        return Wanted(other=data.removeprefix("o:v:"))
    if data.startswith(COHORTS):
        return Wanted(links_to=links_wanted(data))
    return Wanted(link=token_in(what)) if data.startswith(TAP) else Wanted()


def _take(turn: Turn, event: Event) -> None:
    match event:
        case Said(text=text, message=message):
            if not hear_reply(turn, text):
                _hear(turn, text, message)
        case Command(name=name, rest=rest):
            command(turn, name, rest)
        case Tapped(data=data):
            _tap(turn, event, data)
        case Edited():
            rewrite(turn, event)
        case Unreadable():
            _unreadable(turn, event)
        case Document():
            if not take_document(turn, event):
                _unreadable(turn, Unreadable("document", event.caption, event.message))
        case _:
            _take_other(turn, event)


def _tap(turn: Turn, event: Tapped, data: str) -> None:
    if data.startswith(COHORTS):
        tap_cohort(turn, event)
    else:
        (tap_object if data.startswith(PREFIX) else tap_prompt)(turn, event)


def _take_other(turn: Turn, event: Addressed | Reached | Due | Happened | Answering) -> None:
    """Take what isn't said by a founder in their chat."""
    match event:
        case Addressed(token=token) if token:
            gather(turn)
        case Addressed():
            turn.say(say("group.private"))
        case Reached(reach=reach):
            _reached(turn, reach)
        case Due():
            remind(turn)
        case Happened():
            take_happened(turn, event)
        case _:
            _take_answer(turn, event)


def _take_answer(turn: Turn, event: Answering) -> None:
    """Take what comes of something that an earlier turn asked for."""
    match event:
        case Understood():
            understood(turn, event)
        case Drawn() if event.request.glance is not None:
            overview_drawn(turn, event, event.request.glance)
        case Drawn():
            drawn(turn, event)
        case Fetched():
            read_document(turn, event)
        case Looked():
            take_looked(turn, event)


def _hear(turn: Turn, text: str, message: int) -> None:
    """Take text: what was asked for outside the interview, an answer, or something for the canvas."""
    state = turn.conversation.state
    cut = cut_answer(turn)
    if cut is not None and go_on_with(turn, cut, text):
        return
    if turn.conversation.expecting.startswith(COHORTS):
        hear_expected(turn, text)
    elif turn.conversation.check_in is not None and not turn.conversation.expecting:
        answering.hear(turn, text)
    elif turn.conversation.expecting:
        take_expected(turn, text)
    elif state == WELCOME:
        begin(turn)
    elif state == RESTING:
        hear_at_rest(turn, text)
    elif state == PAUSED:
        _hold(turn, text, message)
    elif turn.question is not None and answered_meanwhile(turn):
        meet(turn, turn.question, clean_text(text).strip() or text, message)
    else:
        hear(turn, text, message)


def _put_question(turn: Turn) -> None:
    """Put the question that the conversation was led to, unless it was put already."""
    if turn.question is not None and turn.conversation.prompt is None:
        ask(turn)


def _hold(turn: Turn, text: str, message: int) -> None:
    said = clean_text(text).strip()
    if said:
        hold(turn, said, message)
    else:
        turn.say(say("puzzled.empty"))


def _unreadable(turn: Turn, event: Unreadable) -> None:
    """Say what can't be read; words beside it are taken, and what is open stays open."""
    if event.caption.strip():
        _hear(turn, event.caption, event.message)
        return
    what = say(f"unreadable.{event.kind if event.kind in NAMED_KINDS else 'other'}")
    other_file = wrong_file(turn) if event.kind == "document" else None
    if other_file is not None:
        turn.say(other_file)
    elif turn.conversation.state == WELCOME:
        begin(turn)
    elif turn.question is None:
        turn.say(what)
    else:
        puzzled(turn, what)


NAMED_KINDS = ("voice", "sticker", "photo", "video", "location", "contact", "document")


def _reached(turn: Turn, reach: Reach) -> None:
    turn.reachable = reach in (Reach.UNBLOCKED, Reach.ADDED)
    if reach is Reach.ADDED:
        turn.say(say("group.hello"))
        turn.replies[-1:] = [replace(reply, silent=True) for reply in turn.replies[-1:]]
