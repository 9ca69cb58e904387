"""One run of the pure step: from what is stored to what is to be stored, with nothing written yet."""

from __future__ import annotations

from dataclasses import dataclass
from secrets import token_urlsafe
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import bindparam, select

from bot.storage import links, team, ventures
from bot.storage.cohorts.loading import cohorts_for
from bot.storage.schema import message
from bot.turns import EditText, ExportHere, RefreshText, SendFile, SendPicture, SendText, UnsendHere
from conversations.canvas.changes import changes_between
from conversations.canvas.document import Canvas, decode_canvas, encode_canvas
from conversations.cohorts.wanting import NOTHING, sight
from conversations.errors import BackstageError
from conversations.interview.position import Conversation, encode_conversation
from conversations.interview.replies import About
from conversations.interview.snapshot import Snapshot, Wanted
from conversations.links.purposes import TeamInvitation

if TYPE_CHECKING:
    from bot.storage.documents import Documents
    from bot.storage.places import Place
    from bot.storage.unit import Unit
    from bot.turns import Arrival, Outgoing, Rendered
    from conversations.interview.snapshot import Outcome

NOTHING_WANTED = Wanted()
NO_ABOUT = About()

_ABOUT = select(message.c.about).where(
    message.c.conversation == bindparam("this"), message.c.message == bindparam("this_message")
)
_encode = msgspec.json.Encoder().encode
_about = msgspec.json.Decoder(About)


class NotTheirVenture(BackstageError):
    """A step asked for a venture that the person is no member of, or that it hadn't looked at."""


@dataclass(slots=True)
class Waiting:
    """A message to save for delivery. `body` is JSON, None where the store has to fill it in first."""

    outgoing: Outgoing | ExportHere | UnsendHere
    body: str | None = None
    prompt: str = ""
    about: str | None = None


@dataclass(slots=True)
class Result:
    """What a step came to, ready to be saved.

    `canvas` is the new document, None where it is unchanged; `version` the stored version that it replaces;
    `founded` tells that the venture is to be stored for the first time, `switched` that the conversation is
    to point to it.
    """

    outcome: Outcome
    position: str
    waiting: list[Waiting]
    version: int
    canvas: str | None = None
    changes: str | None = None
    founded: bool = False
    switched: bool = False
    said_about: str | None = None


def snapshot_for(
    documents: Documents, unit: Unit, place: Place, arrival: Arrival, wanted: Wanted
) -> Snapshot:
    """Give everything that a step may look at; what isn't stored yet begins empty."""
    theirs = place.role is not None
    position = documents.position(place.id or 0, place.document) if place.document else Conversation()
    canvas = documents.canvas(place.venture or "", place.canvas) if theirs and place.canvas else Canvas()
    snapshot = Snapshot(
        person=arrival.facts,
        me=place.person or 0,
        here=place.id or 0,
        conversation=position,
        venture=place.venture if theirs and place.venture else ventures.fresh_id(),
        canvas=canvas,
        version=(place.version or 0) if theirs else 0,
        shared=theirs and place.shared,
        programme=(place.programme or "") if theirs else "",
        fresh_venture=ventures.fresh_id(),
        fresh_secret=token_urlsafe(16),
    )
    if wanted != NOTHING_WANTED:
        snapshot = _with_more(unit, place, snapshot, wanted)
    cohorts = sight(arrival.event, snapshot.conversation, snapshot.about)
    if cohorts == NOTHING:
        return snapshot
    seen = cohorts_for(unit, place, snapshot.venture, cohorts)
    return msgspec.structs.replace(snapshot, cohorts=seen)


def _with_more(unit: Unit, place: Place, snapshot: Snapshot, wanted: Wanted) -> Snapshot:
    unit.flush()
    person = place.person or 0
    link = links.followed(unit, wanted.link, person) if wanted.link else None
    other_id = wanted.other
    if link is not None and isinstance(link.purpose, TeamInvitation):
        other_id = link.purpose.venture
        other = ventures.any_canvas(unit, other_id)  # the link is what lets them in
    else:
        other = ventures.canvas_of(unit, other_id, person) if other_id else None
    about = _about_of(unit, place, wanted.about) if wanted.about else None
    first = wanted.revisions_from or min(about.versions if about else (), default=0)
    return msgspec.structs.replace(
        snapshot,
        ventures=ventures.names_of(unit, person) if wanted.ventures else (),
        revisions=ventures.revisions_of(unit, snapshot.venture, first) if first else (),
        about=about,
        other=decode_canvas(other[0].encode()) if other else None,
        other_id=other_id,
        other_version=other[1] if other else 0,
        link=link,
        team=team.team_of(unit, snapshot.venture) if wanted.team else (),
        links=links.links_to(unit, wanted.links_to) if wanted.links_to else (),
    )


def _about_of(unit: Unit, place: Place, this_message: int) -> About | None:
    stored = unit.connection.execute(_ABOUT, {"this": place.id, "this_message": this_message}).scalar()
    return None if stored is None else _about.decode(stored)


def result_of(documents: Documents, place: Place, snapshot: Snapshot, rendered: Rendered) -> Result:
    """Give what a step came to in the form it is saved in.

    Raises `NotTheirVenture` where it points to a venture that the snapshot doesn't hold: a person is only
    ever switched to one that they are a member of.
    """
    outcome = rendered.outcome
    before, version, switched = _replaced(snapshot, outcome.venture)
    changed = outcome.canvas is not before and outcome.canvas != before
    # The empty canvas of somebody who only looks in at another's conversation isn't kept.
    first = place.role is None and (changed or place.venture is None)
    result = Result(
        outcome=outcome,
        position=encode_conversation(outcome.conversation).decode(),
        waiting=[waiting_for(outgoing) for outgoing in rendered.outgoing],
        version=version,
        founded=outcome.venture == snapshot.fresh_venture or (first and not switched),
        switched=switched or first,
        said_about=_about_document(outcome.said_about),
    )
    documents.keep_position(place.id or 0, result.position, outcome.conversation)
    if changed:
        result.canvas = encode_canvas(outcome.canvas).decode()
        documents.keep_canvas(outcome.venture, result.canvas, outcome.canvas)
        changes = changes_between(before, outcome.canvas)
        result.changes = _encode(changes).decode() if changes else None
    return result


def _replaced(snapshot: Snapshot, venture: str) -> tuple[Canvas, int, bool]:
    """Give the canvas that the outcome's replaces, its version, and whether it is another venture's."""
    if venture == snapshot.venture:
        return snapshot.canvas, snapshot.version, False
    if venture == snapshot.fresh_venture:
        return Canvas(), 0, True
    if snapshot.other is not None and venture == snapshot.other_id:
        return snapshot.other, snapshot.other_version, True
    raise NotTheirVenture


def waiting_for(outgoing: Outgoing | ExportHere | UnsendHere) -> Waiting:
    """Give a message in the form it waits for delivery in."""
    if isinstance(outgoing, ExportHere | UnsendHere):
        return Waiting(outgoing)
    body = _encode(outgoing).decode()
    if isinstance(outgoing, SendText):
        return Waiting(outgoing, body, outgoing.prompt, _about_document(outgoing.about))
    if isinstance(outgoing, SendPicture | SendFile):
        return Waiting(outgoing, body, about=_about_document(outgoing.about))
    return Waiting(outgoing, body, outgoing.prompt if isinstance(outgoing, EditText | RefreshText) else "")


def _about_document(about: About | None) -> str | None:
    return None if about is None or about == NO_ABOUT else _encode(about).decode()
