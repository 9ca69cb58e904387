"""When check-ins come: by the clock on the wall, on both sides of every clock change."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from conversations.checkins.occurrences import Calendar, Occurrence, moment_of, next_occurrence, when_awake
from conversations.checkins.schedule import Rhythm, Schedule

MONDAY, TUESDAY, FRIDAY, SUNDAY = 0, 1, 4, 6
ZONES = (
    "UTC",
    "Europe/Madrid",
    "America/New_York",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "America/St_Johns",
)
NINE = time(9)


def in_zone(
    zone: str, rhythm: Rhythm = Rhythm.WEEKLY, *, at: time = NINE, days: tuple[int, ...] = ()
) -> Calendar:
    return Calendar(schedule=Schedule(rhythm=rhythm, days=days or (FRIDAY,), at=at, zone=zone))


def monthly(day: int, holidays: frozenset[date] = frozenset()) -> Calendar:
    return Calendar(schedule=Schedule(rhythm=Rhythm.MONTHLY, day_of_month=day), holidays=holidays)


def comes(calendar: Calendar, after: datetime, times: int) -> list[Occurrence]:
    """Give the next check-ins, one after the other."""
    found: list[Occurrence] = []
    for _ in range(times):
        one = next_occurrence(calendar, after)
        if one is None:
            break
        found.append(one)
        after = one.at
    return found


def days(calendar: Calendar, after: date, times: int) -> list[str]:
    start = datetime.combine(after, time(), UTC)
    return [one.day.isoformat() for one in comes(calendar, start, times)]


CLOCK_CHANGES = [
    # zone, a day before it, the days on both sides of it, their moments in UTC
    ("Europe/Madrid", date(2026, 3, 26), [("2026-03-27", 8), ("2026-04-03", 7)]),
    ("Europe/Madrid", date(2026, 10, 22), [("2026-10-23", 7), ("2026-10-30", 8)]),
    ("America/New_York", date(2026, 3, 5), [("2026-03-06", 14), ("2026-03-13", 13)]),
    ("America/New_York", date(2026, 10, 29), [("2026-10-30", 13), ("2026-11-06", 14)]),
    ("Australia/Sydney", date(2026, 4, 1), [("2026-04-03", 22), ("2026-04-10", 23)]),
    ("Australia/Sydney", date(2026, 10, 1), [("2026-10-02", 23), ("2026-10-09", 22)]),
]


@pytest.mark.parametrize(("zone", "after", "expected"), CLOCK_CHANGES)
def test_nine_stays_nine_on_the_wall_over_a_clock_change(
    zone: str, after: date, expected: list[tuple[str, int]]
) -> None:
    found = comes(in_zone(zone), datetime.combine(after, time(), UTC), 2)
    assert [(one.day.isoformat(), one.at.hour) for one in found] == expected
    assert {one.at.astimezone(ZoneInfo(zone)).time() for one in found} == {NINE}


def test_kathmandu_is_a_quarter_of_an_hour_off_and_asked_at_its_nine() -> None:
    (one,) = comes(in_zone("Asia/Kathmandu"), datetime(2026, 3, 5, tzinfo=UTC), 1)
    assert one.at == datetime(2026, 3, 6, 3, 15, tzinfo=UTC)


def test_an_hour_that_is_skipped_comes_an_hour_later_and_one_that_is_doubled_comes_once() -> None:
    nights = in_zone("Europe/Madrid", at=time(2, 30), days=(SUNDAY,))
    spring = comes(nights, datetime(2026, 3, 23, tzinfo=UTC), 2)
    assert spring[0] == Occurrence(date(2026, 3, 29), datetime(2026, 3, 29, 1, 30, tzinfo=UTC))
    assert spring[0].at.astimezone(ZoneInfo("Europe/Madrid")).time() == time(3, 30)
    assert spring[1].at.astimezone(ZoneInfo("Europe/Madrid")).time() == time(2, 30)
    autumn = comes(nights, datetime(2026, 10, 19, tzinfo=UTC), 2)
    assert autumn[0] == Occurrence(date(2026, 10, 25), datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    assert autumn[1].day == date(2026, 11, 1)


def test_a_day_that_a_zone_skipped_altogether_has_no_check_in() -> None:
    # Samoa went from the 29th straight to the 31st.
    daily = in_zone("Pacific/Apia", days=(0, 1, 2, 3, 4, 5, 6))
    found = days(daily, date(2011, 12, 29), 3)
    assert found == ["2011-12-29", "2011-12-31", "2012-01-01"]


def test_several_days_a_week_come_in_their_order() -> None:
    both = in_zone("UTC", days=(FRIDAY, TUESDAY))
    assert days(both, date(2026, 3, 3), 3) == ["2026-03-03", "2026-03-06", "2026-03-10"]


def test_every_two_weeks_is_counted_from_the_programmes_first_week() -> None:
    calendar = replace(in_zone("UTC", Rhythm.FORTNIGHTLY), starts=date(2026, 3, 4))
    assert days(calendar, date(2026, 3, 1), 3) == ["2026-03-06", "2026-03-20", "2026-04-03"]
    begun_later = replace(in_zone("UTC", Rhythm.FORTNIGHTLY, days=(MONDAY,)), starts=date(2026, 3, 4))
    assert days(begun_later, date(2026, 3, 1), 2) == ["2026-03-16", "2026-03-30"]
    a_week_on = replace(in_zone("UTC", Rhythm.FORTNIGHTLY), starts=date(2026, 3, 11))
    assert days(a_week_on, date(2026, 3, 1), 2) == ["2026-03-13", "2026-03-27"]


def test_the_31st_is_a_shorter_months_last_day() -> None:
    assert days(monthly(31), date(2028, 1, 1), 4) == ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"]


def test_a_monthly_check_in_on_a_holiday_comes_on_the_next_day_that_is_none() -> None:
    new_year = frozenset({date(2027, 1, 1), date(2027, 1, 2)})
    assert days(monthly(1, new_year), date(2026, 12, 5), 2) == ["2027-01-03", "2027-02-01"]


def test_a_weekly_check_in_on_a_holiday_is_left_out() -> None:
    calendar = replace(in_zone("UTC"), holidays=frozenset({date(2026, 4, 3)}))
    assert days(calendar, date(2026, 3, 26), 2) == ["2026-03-27", "2026-04-10"]


def test_nothing_comes_before_a_programme_nor_after_it() -> None:
    calendar = replace(in_zone("UTC"), starts=date(2026, 3, 2), ends=date(2026, 3, 13))
    assert days(calendar, date(2026, 1, 1), 9) == ["2026-03-06", "2026-03-13"]


def test_a_programmes_first_day_may_have_a_check_in_and_so_may_its_last() -> None:
    calendar = replace(in_zone("UTC"), starts=date(2026, 3, 6), ends=date(2026, 3, 13))
    assert days(calendar, date(2026, 1, 1), 9) == ["2026-03-06", "2026-03-13"]


def test_where_it_is_still_the_day_before_the_evenings_check_in_is_not_missed() -> None:
    evening = in_zone("America/New_York", at=time(21))
    half_past_eight = datetime(2026, 3, 7, 1, 30, tzinfo=UTC)
    expected = Occurrence(date(2026, 3, 6), datetime(2026, 3, 7, 2, 0, tzinfo=UTC))
    assert next_occurrence(evening, half_past_eight) == expected


def test_a_pause_ends_on_the_day_it_was_set_to() -> None:
    calendar = replace(in_zone("UTC"), paused_until=date(2026, 3, 20))
    assert days(calendar, date(2026, 3, 2), 1) == ["2026-03-20"]


def test_a_founder_who_travels_is_not_asked_twice_on_one_day() -> None:
    tokyo, honolulu = in_zone("Asia/Tokyo"), in_zone("Pacific/Honolulu")
    asked = next_occurrence(tokyo, datetime(2026, 3, 5, tzinfo=UTC))
    assert asked == Occurrence(date(2026, 3, 6), datetime(2026, 3, 6, tzinfo=UTC))
    again = next_occurrence(honolulu, asked.at, asked.day)
    assert again is not None
    assert again.day == date(2026, 3, 13)


@pytest.mark.parametrize(
    ("moment", "zone", "hour"),
    [
        (datetime(2026, 3, 6, 8, 0, tzinfo=UTC), "Europe/Madrid", datetime(2026, 3, 6, 8, 0, tzinfo=UTC)),
        (datetime(2026, 3, 6, 8, 0, tzinfo=UTC), "America/New_York", datetime(2026, 3, 6, 13, 0, tzinfo=UTC)),
        (datetime(2026, 3, 6, 21, 0, tzinfo=UTC), "UTC", datetime(2026, 3, 7, 8, 0, tzinfo=UTC)),
        (datetime(2026, 3, 6, 21, 30, tzinfo=UTC), "Europe/Madrid", datetime(2026, 3, 7, 7, 0, tzinfo=UTC)),
        (datetime(2026, 3, 28, 22, 0, tzinfo=UTC), "Europe/Madrid", datetime(2026, 3, 29, 6, 0, tzinfo=UTC)),
    ],
)
def test_nobody_is_written_to_at_night(moment: datetime, zone: str, hour: datetime) -> None:
    assert when_awake(moment, zone) == hour


dates = st.dates(date(2000, 1, 1), date(2040, 1, 1))
moments = st.datetimes(datetime(2000, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - the zone is the last argument
schedules = st.builds(
    Schedule,
    rhythm=st.sampled_from(Rhythm),
    days=st.lists(st.integers(0, 6), min_size=1, unique=True).map(tuple),
    day_of_month=st.integers(1, 31),
    at=st.times(),
    zone=st.sampled_from(ZONES),
)
calendars = st.builds(
    Calendar,
    schedule=schedules,
    starts=st.none() | dates,
    ends=st.none() | dates,
    holidays=st.frozensets(dates, max_size=5),
    paused_until=st.none() | dates,
)


@given(calendars, moments)
def test_every_check_in_is_later_than_the_one_before_and_on_a_day_of_its_own(
    calendar: Calendar, after: datetime
) -> None:
    found = comes(calendar, after, 20)
    assert all(one.at > after for one in found)
    assert all(earlier.day < later.day for earlier, later in pairwise(found))
    for one in found:
        assert one.day not in calendar.holidays
        assert calendar.starts is None or one.day >= calendar.starts
        assert calendar.ends is None or one.day <= calendar.ends


@given(calendars, moments)
def test_the_hour_on_the_wall_is_the_chosen_one_unless_the_clocks_skipped_it(
    calendar: Calendar, after: datetime
) -> None:
    zone = ZoneInfo(calendar.schedule.zone)
    for one in comes(calendar, after, 20):
        local = one.at.astimezone(zone)
        assert local.date() == one.day
        if local.time() != calendar.schedule.at:
            wished = datetime.combine(one.day, calendar.schedule.at, zone)
            assert wished.astimezone(UTC).astimezone(zone).time() != calendar.schedule.at  # there was none


@given(schedules, moments, st.lists(st.sampled_from(ZONES), min_size=1, max_size=12))
def test_whoever_travels_is_asked_once_a_day_and_ever_later(
    schedule: Schedule, after: datetime, zones: list[str]
) -> None:
    last: date | None = None
    for zone in zones:
        calendar = Calendar(schedule=replace(schedule, zone=zone))
        one = next_occurrence(calendar, after, last)
        assert one is not None
        assert one.at > after
        assert last is None or one.day > last
        after, last = one.at, one.day


@given(calendars, moments)
def test_none_that_falls_on_a_day_is_passed_over(calendar: Calendar, after: datetime) -> None:
    one = next_occurrence(calendar, after)
    if one is None:
        return
    earlier = next_occurrence(calendar, after, one.day - timedelta(days=1))
    assert earlier == one


@given(moments, st.sampled_from(ZONES))
def test_an_hour_in_which_somebody_is_awake_is_never_earlier_and_soon(moment: datetime, zone: str) -> None:
    awake = when_awake(moment, zone)
    assert timedelta() <= awake - moment <= timedelta(hours=35)
    assert time(8) <= awake.astimezone(ZoneInfo(zone)).time() < time(21)


def test_a_moment_on_a_day_that_there_was_not_is_none() -> None:
    assert moment_of(date(2011, 12, 30), NINE, ZoneInfo("Pacific/Apia")) is None
