"""The canvas handed over: as a picture after its words, as a file in the form that was tapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import asdict, replace

from conversations.canvas.document import Canvas, FrontStage
from conversations.canvas.sums import main_currency
from conversations.interview.asking import ask_as_it_stands
from conversations.interview.replies import About, Button, Document, Picture, Rows
from conversations.interview.requests import Draw, Format, Paper
from conversations.mentoring.sharing import still_shared
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from datetime import date

    from conversations.interview.events import Drawn
    from conversations.interview.turn import Turn

SUFFIXES = {
    Format.PICTURE: ".png",
    Format.PORTRAIT: ".png",
    Format.LANDSCAPE: ".png",
    Format.PDF: ".pdf",
    Format.XLSX: ".xlsx",
    Format.CSV: ".csv",
    Format.MARKDOWN: ".md",
    Format.JSON: ".json",
    Format.WORKSHEET: ".pdf",
}
OFFERED = (
    (Format.PDF, Format.PORTRAIT, Format.LANDSCAPE),
    (Format.XLSX, Format.CSV, Format.MARKDOWN, Format.JSON),
)
"""The forms a tap away, in rows."""

_ON_LETTER = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
"""Regions that print on Letter, by CLDR."""
_LETTER_MONEY = frozenset("BZD CAD CLP COP CRC GTQ MXN NIO PAB PHP USD VES".split())  # noqa: SIM905 - a list to be read
_REGION = 2
"""Letters of a region in a language tag."""


def want_picture(turn: Turn) -> None:
    """Ask for the canvas as a picture, where there is something on it."""
    if turn.canvas.entries:
        turn.drawing = _wanted(turn, Format.PICTURE)


def want_comparison(turn: Turn, since: Canvas, day: date) -> None:
    """Ask for a picture of what is new, changed and gone since an earlier canvas, which was that of `day`."""
    turn.drawing = replace(_wanted(turn, Format.PICTURE), since=since, since_on=day)


def offer_forms(turn: Turn) -> None:
    """Offer the canvas as a file in any form, and everything that is kept apart from it."""
    last = [(Button(say("button.export"), "o:exp"),)]
    if turn.question is not None:
        last.append((Button(say("button.continue"), "o:go"),))
    if _is_empty(turn.canvas):
        turn.say(say("handing.empty"), rows=tuple(last))
    else:
        turn.say(say("handing.offer"), rows=(*form_rows(turn), *last))


def _is_empty(canvas: Canvas) -> bool:
    return not canvas.entries and canvas.front_stage == FrontStage()


def form_rows(turn: Turn) -> Rows:
    """Give the buttons that hand the canvas over, one a form."""
    return tuple(
        tuple(
            Button(say(f"handing.button.{format_.value}"), f"o:as:{turn.venture}:{format_.value}")
            for format_ in row
        )
        for row in OFFERED
    )


def hand_over(turn: Turn, name: str) -> Phrase | None:
    """Ask for the canvas in the form that was tapped, and give what is said meanwhile; None for no form."""
    format_ = next((known for row in OFFERED for known in row if known.value == name), None)
    if format_ is None:
        return None
    if _is_empty(turn.canvas):
        return say("handing.note.empty")
    turn.drawing = _wanted(turn, format_)
    return say("handing.note.coming")


def hand_worksheet(turn: Turn) -> None:
    """Ask for the blank worksheet, which is the same for everybody."""
    turn.say(say("handing.worksheet.coming"))
    turn.drawing = Draw(
        venture="",
        canvas=Canvas(),
        format=Format.WORKSHEET,
        paper=paper_of(turn.person.language, main_currency(turn.canvas)),
        language=turn.person.language,
    )


def picture_of(venture: str, canvas: Canvas, language: str, day: date) -> Draw:
    """Give the request for a canvas's picture that a founder of that language is sent on that day."""
    return Draw(
        venture=venture,
        canvas=canvas,
        paper=paper_of(language, main_currency(canvas)),
        on=day,
        language=language,
    )


def _wanted(turn: Turn, format_: Format) -> Draw:
    picture = picture_of(turn.venture, turn.canvas, turn.person.language, turn.now.date())
    return replace(picture, format=format_)


def paper_of(language: str, currency: str) -> Paper:
    """Give the paper of the region that a language tag names, else of the currency."""
    regions = [part for part in language.upper().split("-")[1:] if len(part) == _REGION]
    letter = regions[0] in _ON_LETTER if regions else currency in _LETTER_MONEY
    return Paper.LETTER if letter else Paper.A4


def drawn(turn: Turn, event: Drawn) -> None:
    """Hand over what was drawn; where it could not be, say so. An open question comes back below a file."""
    request = event.request
    undrawn = event.content is None and not event.file
    if undrawn or request.venture not in ("", turn.venture):
        return
    if request.cohort and not still_shared(turn, request):
        turn.say(say("page.taken_back"))
        return
    pictured = request.format is Format.PICTURE
    failed = say("picture.failed" if pictured else "handing.failed")
    own = request.venture == turn.venture  # a mentor is shown a picture of what is shared, and no more
    rows = form_rows(turn) if pictured and own and request.since is None else ()
    if event.content or event.file:
        made = Document(
            name=_name(request),
            suffix=SUFFIXES[request.format],
            request=request,
            content=event.content or b"",
            file=event.file,
            caption=(_of_another(turn, request) if request.cohort else _caption(request),),
            instead=(failed,),
            rows=rows,
            about=About(cohort=request.cohort, ventures=(request.of,)) if request.cohort else About(),
        )
        turn.replies.append(Picture(**asdict(made)) if pictured else made)
    else:
        turn.say(failed, rows=rows)
    if not pictured:
        ask_as_it_stands(turn)


def _name(request: Draw) -> Phrase:
    venture, on = request.canvas.venture.name, request.on.isoformat() if request.on else ""
    if request.format is Format.WORKSHEET:
        return say("handing.name.worksheet")
    name = say("handing.name", venture=venture, on=on) if venture else say("handing.name.unnamed", on=on)
    return say("handing.name.wide", name=name) if request.format is Format.LANDSCAPE else name


def _of_another(turn: Turn, request: Draw) -> Phrase:
    """Give the caption of a venture's picture as a mentor sees it."""
    desk = turn.snapshot.cohorts.desk
    founders = tuple(one.name for one in desk.members if one.venture == request.of) if desk else ()
    name = request.canvas.venture.name
    if not name:
        return say("page.caption_unnamed", founders=founders)
    return say("page.caption", name=name, n=len(founders), founders=founders)


def _caption(request: Draw) -> Phrase:
    name = request.canvas.venture.name
    if request.since_on is not None:
        return say("picture.caption_since", on=request.since_on, year=str(request.since_on.year))
    if request.format is Format.PICTURE:
        return say("picture.caption", name=name) if name else say("picture.caption_unnamed")
    return say(f"handing.caption.{request.format.value}")
