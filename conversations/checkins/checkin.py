"""A check-in as it was answered, and as mentors see it."""

from __future__ import annotations

from datetime import date, datetime

import msgspec
from msgspec.structs import replace

from conversations.canvas.document import Canvas
from conversations.cohorts.consent import Consent, Part, as_seen_by

BETWEEN = "; "
"""What stands between what is in the way of several founders of one venture."""


class Number(msgspec.Struct, frozen=True):
    """A number that the cohort asked for, as the founder wrote it."""

    name: str
    said: str


class CheckIn(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a venture answered. `day` is the occurrence's, `week` counts from 1.

    `finished` and `ahead` are activities by name; `hindrance` is what is in the way, empty for nothing.
    `canvas` is as it was when the check-in was sent, so that the next can tell what has changed. `late`: it
    came after the next one was due, or the day after; `corrected`: it was edited after it was sent.
    """

    venture: str
    cohort: str = ""
    day: date
    week: int = 0
    at: datetime
    finished: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    hindrance: str = ""
    hindrance_private: bool = False
    numbers: tuple[Number, ...] = ()
    late: bool = False
    corrected: bool = False
    canvas: Canvas = Canvas()


def check_in_as_seen_by(check_in: CheckIn, consent: Consent) -> CheckIn:
    """Give a check-in as mentors see it: the only source of what they are ever shown of it.

    That it came, when, and whether late, is known to them in any case: founders are told so when they join.
    """
    canvas = as_seen_by(check_in.canvas, consent)
    if Part.CHECK_INS not in consent:
        return CheckIn(
            venture=check_in.venture,
            cohort=check_in.cohort,
            day=check_in.day,
            week=check_in.week,
            at=check_in.at,
            late=check_in.late,
            canvas=canvas,
        )
    activities = Part.ACTIVITIES in consent
    hindrance = "" if check_in.hindrance_private else check_in.hindrance
    return replace(
        check_in,
        finished=check_in.finished if activities else (),
        ahead=check_in.ahead if activities else (),
        hindrance=hindrance,
        numbers=check_in.numbers if Part.NUMBERS in consent else (),
        canvas=canvas,
    )
