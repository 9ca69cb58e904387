"""Whatever a mentor opens, no word or number of a part that is not shared is in it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bot.rendering import render
from bot.turns import SendFile, SendText
from bot.words import load_catalogue
from conversations.checkins.checkin import CheckIn, Number
from conversations.cohorts.cohort import Role
from conversations.cohorts.consent import Consent, Part
from conversations.interview.events import Tapped
from conversations.interview.requests import Draw
from tests.conversations.cohorts.marked import MARKS, NEVER, marked_canvases
from tests.conversations.cohorts.turning import HERE, desk, takes, venture

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas

consents = st.frozensets(st.sampled_from(Part))
FRIDAY = date(2026, 3, 20)
LOOKS = ("dg", "ov", "pt", "pa", "vn", "pg", "hi", "xp")


def check_in(canvas: Canvas, day: date) -> CheckIn:
    return CheckIn(
        venture="v",
        cohort=HERE,
        day=day,
        week=3,
        at=datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC),
        finished=(MARKS[Part.ACTIVITIES],),
        ahead=(MARKS[Part.ACTIVITIES],),
        hindrance=MARKS[Part.CHECK_INS],
        numbers=(Number("Revenue", MARKS[Part.NUMBERS]),),
        canvas=canvas,
    )


def shown(canvas: Canvas, before: Canvas, consent: Consent, steady: int) -> str:
    """Give all that a mentor is shown of a venture that shares so much, the same for so many check-ins."""
    canvases = (*[canvas] * steady, before)
    answered = [check_in(one, FRIDAY - number * timedelta(days=7)) for number, one in enumerate(canvases)]
    seen = venture(1, canvas, consent, *answered)
    opened = replace(desk(Role.MENTOR), ventures=(seen,), comments=())
    texts = []
    for verb in LOOKS:
        rest = "csv" if verb == "xp" else seen.id
        outcome = takes(Tapped(f"c:{verb}:{HERE}:{rest}", tap="1", message=5), opened)
        for outgoing in render(outcome.replies, load_catalogue()):
            match outgoing:
                case SendText(html=html):
                    texts.append(html)
                case SendFile(content=content):
                    texts.append(content.decode())
        texts += [repr(request) for request in outcome.requests if isinstance(request, Draw)]
    return "\n".join(texts).replace(",", "")


@given(marked_canvases(), marked_canvases(), consents, st.sampled_from([1, 6]))
def test_nothing_private_is_in_anything_a_mentor_opens(
    canvas: Canvas, before: Canvas, consent: Consent, steady: int
) -> None:
    text = shown(canvas, before, consent, steady)
    assert [part for part in Part if part not in consent and MARKS[part] in text] == []
    assert NEVER not in text
