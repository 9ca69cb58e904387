"""Dates as founders say them: "Friday", "tomorrow", "3 March", "end of the month", "in two weeks"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from conversations.reading.text import fold

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_NEAR = {"today": 0, "tonight": 0, "tomorrow": 1, "next week": 7}
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_MONTH_NAMES = "|".join(f"{name}|{name[:3]}" for name in _MONTHS)
_DAY = re.compile(rf"(?:(?:on|this|next|coming)\s+)?({'|'.join(f'{day}|{day[:3]}' for day in _DAYS)})")
_DATED = re.compile(
    rf"(?:the\s+)?(\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?({_MONTH_NAMES})\.?(?:\s+(\d{{4}}))?"
)
_AMERICAN = re.compile(rf"({_MONTH_NAMES})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(\d{{4}}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SPAN = re.compile(rf"in\s+(\d{{1,2}}|{'|'.join(_NUMBERS)})\s+(day|week|month)s?")
_NAMED = re.compile(
    rf"(?:the\s+)?end\s+of\s+(?:({_MONTH_NAMES})|(?:(?:the|this)\s+)?(month|week|year|next week|next year))"
)
_NEXT_MONTH = re.compile(r"(?:the\s+)?end\s+of\s+next\s+month|next\s+month")
_LEAD = re.compile(r"(?:by|until|till|before|due|within|latest|not later than|no later than)\s+")
_DAYS_OF_WEEK = 7
_FRIDAY = 4
_MONTHS_OF_YEAR = 12


def read_date(text: str, today: date) -> date | None:
    """Give the one day that a text means, from today on; None where it is no date, or none that exists."""
    said = " ".join(fold(text).split()).strip(" .,!")
    try:
        return _relative(said, today) or _dated(said, today)
    except ValueError:
        return None


def read_deadline(text: str, today: date) -> date | None:
    """Give the day by which something is to be done, as an answer says it: "by Friday", "2 weeks".

    None where it is no date. A year that is said can bring a day before today.
    """
    said = _LEAD.sub("", " ".join(fold(text).split()), count=1)
    return read_date(said, today) or read_date(f"in {said}", today)


def _relative(said: str, today: date) -> date | None:
    found: date | None = None
    if said in _NEAR:
        found = today + timedelta(days=_NEAR[said])
    elif _NEXT_MONTH.fullmatch(said):
        found = _month_end(_later(today, 1))
    elif day := _DAY.fullmatch(said):
        number = next(place for place, name in enumerate(_DAYS) if name.startswith(day[1]))
        found = today + timedelta(days=(number - today.weekday() - 1) % _DAYS_OF_WEEK + 1)
    elif span := _SPAN.fullmatch(said):
        number = int(span[1]) if span[1].isdigit() else _NUMBERS[span[1]]
        days = number * (_DAYS_OF_WEEK if span[2] == "week" else 1)
        found = _later(today, number) if span[2] == "month" else today + timedelta(days=days)
    return found


def _dated(said: str, today: date) -> date | None:
    if iso := _ISO.fullmatch(said):
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    if dated := _DATED.fullmatch(said):
        return _day_of(int(dated[1]), dated[2], dated[3], today)
    if american := _AMERICAN.fullmatch(said):
        return _day_of(int(american[2]), american[1], american[3], today)
    if named := _NAMED.fullmatch(said):
        return _end_of(named[1], named[2], today)
    return None


def _end_of(month: str | None, span: str | None, today: date) -> date:
    if month:
        end = _month_end(date(today.year, _month(month), 1))
        return end if end >= today else _month_end(date(today.year + 1, _month(month), 1))
    if span in ("week", "next week"):
        friday = today + timedelta(days=(_FRIDAY - today.weekday()) % _DAYS_OF_WEEK)
        return friday if span == "week" else friday + timedelta(days=_DAYS_OF_WEEK)
    if span in ("year", "next year"):
        return date(today.year + (span == "next year"), _MONTHS_OF_YEAR, 31)
    return _month_end(today)


def _day_of(day: int, month: str, year: str | None, today: date) -> date:
    found = date(int(year) if year else today.year, _month(month), day)
    return found if year or found >= today else found.replace(year=today.year + 1)


def _month(name: str) -> int:
    return next(place for place, month in enumerate(_MONTHS, start=1) if month.startswith(name[:3]))


def _later(day: date, months: int) -> date:
    """Give the same day so many months later, the last of a shorter month."""
    place = day.month - 1 + months
    year, month = day.year + place // _MONTHS_OF_YEAR, place % _MONTHS_OF_YEAR + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
