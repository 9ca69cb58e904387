"""Days and clocks of a cohort: what day it is there, and the time zone that somebody names by a city."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

from conversations.reading.text import fold

if TYPE_CHECKING:
    from datetime import datetime

WEEK = timedelta(days=7)
_OFFSET = re.compile(r"^(?:utc|gmt)?\s*(?P<sign>[+-])\s*(?P<hours>\d{1,2})(?::?00)?$")
EARLIEST, LATEST = -12, 14
"""Hours that a clock may differ from UTC by."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(
    r"(?P<iso>\d{4}-\d{2}-\d{2})|(?P<day>\d{1,2})\.?\s+(?P<month>[a-z]{3})[a-z]*\.?(?:\s+(?P<year>\d{4}))?"
)
LONGEST_HOLIDAY = 92
"""Days that one holiday may last."""


def local_day(now: datetime, zone: str) -> date:
    """Give what day it is in a zone."""
    return now.astimezone(ZoneInfo(zone)).date()


def monday_from(day: date) -> date:
    """Give the first Monday from a day on, that day included."""
    return day + timedelta(days=-day.weekday() % 7)


@cache
def _cities() -> dict[str, tuple[str, ...]]:
    known: dict[str, list[str]] = {}
    for zone in sorted(available_timezones()):
        area, _, city = zone.rpartition("/")
        if area and not zone.startswith(("Etc/", "SystemV/", "posix/", "right/", "US/", "Canada/")):
            known.setdefault(fold(city.replace("_", " ")), []).append(zone)
    return {city: tuple(zones) for city, zones in known.items()}


def zones_named(said: str) -> tuple[str, ...]:
    """Give the IANA zones that somebody may mean by a city, a zone's name or a difference from UTC."""
    name = " ".join(said.split())
    if name in available_timezones():
        return (name,)
    folded = fold(name)
    if folded in ("utc", "gmt"):
        return ("UTC",)
    offset = _OFFSET.match(folded)
    if offset is not None:
        hours = int(offset["sign"] + offset["hours"])
        # The signs of these zones are the other way round, as POSIX has it.
        return (f"Etc/GMT{-hours:+d}",) if EARLIEST <= hours <= LATEST else ()
    exact = _cities().get(folded.replace("_", " "))
    if exact:
        return exact
    return tuple(zones[0] for city, zones in _cities().items() if len(folded) > 2 and city.startswith(folded))  # noqa: PLR2004 - fewer letters begin too many cities


def days_said(said: str, today: date) -> tuple[date, ...]:
    """Give the days in a text such as "24 Dec - 2 Jan, 6 April": none where it isn't clear.

    A day without a year is the next such day from `today` on.
    """
    days: list[date] = []
    for piece in re.split(r"[,;\n]", fold(said)):
        found = [_day(match, today) for match in _DAY.finditer(piece)]
        if not found or None in found or len(found) > 2:  # noqa: PLR2004 - one day, or from one to another
            return ()
        first, last = found[0], found[-1]
        if first is None or last is None:
            return ()
        if last < first:
            last = last.replace(year=last.year + 1)
        if (last - first).days > LONGEST_HOLIDAY:
            return ()
        days += [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return tuple(sorted(set(days)))


def _day(match: re.Match[str], today: date) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        month = _MONTHS.index(match["month"]) + 1
        day = date(int(match["year"] or today.year), month, int(match["day"]))
        return day if match["year"] or day >= today else day.replace(year=day.year + 1)
    except ValueError:
        return None
