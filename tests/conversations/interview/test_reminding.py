"""Reminders of a question that is left open: after a day, after a week, and then no more."""

from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from conversations.interview.events import Due
from tests.conversations.interview.carts import lena_at, lena_at_rest
from tests.conversations.interview.stored import MORNING


def test_reminders_come_after_a_day_and_after_a_week_and_then_no_more() -> None:
    lena = lena_at("sourcing")
    assert lena.remind_at == MORNING + timedelta(days=1)
    lena.is_reminded()
    assert lena.sees("1 question left in Key resources.", "Continue", "Not now")
    assert lena.screen.last.silent
    assert lena.remind_at == MORNING + timedelta(days=7)
    lena.is_reminded()
    assert lena.sees("left in Key resources")
    assert lena.remind_at is None


def test_a_reminder_waits_for_the_founders_morning() -> None:
    lena = lena_at("sourcing")
    lena.conversation = replace(lena.conversation, zone="Pacific/Auckland")
    lena.says("lol")
    assert lena.remind_at == datetime(2026, 3, 3, 19, 0, tzinfo=UTC), "eight in the morning there"


def test_continue_from_a_reminder_asks_the_question_again() -> None:
    lena = lena_at("sourcing").is_reminded().taps("Continue")
    assert lena.sees("Where does each come from?")


def test_not_now_ends_the_reminders_until_the_founder_writes() -> None:
    lena = lena_at("sourcing").is_reminded().taps("Not now")
    assert lena.sees("I'll be quiet")
    assert lena.remind_at is None
    lena.says("lol")
    assert lena.remind_at is not None


def test_writing_begins_the_day_anew() -> None:
    lena = lena_at("sourcing").is_reminded().says("lol")
    assert lena.remind_at == lena.now + timedelta(days=1)


def test_a_reminder_overtaken_by_a_message_is_not_sent() -> None:
    lena = lena_at("sourcing")
    lena.says("lol").does(Due("unfinished"))
    assert lena.screen.fresh == []
    assert lena.remind_at is not None


def test_a_pause_is_reminded_of_where_it_was() -> None:
    lena = lena_at("sourcing").commands("pause").is_reminded()
    assert lena.sees("1 question left in Key resources.")


def test_in_the_set_up_the_reminder_counts_nothing() -> None:
    assert lena_at("promise").is_reminded().sees("I kept your place. Shall we go on?")


def test_a_reminder_after_the_end_says_nothing() -> None:
    lena = lena_at_rest().does(Due("unfinished"))
    assert lena.screen.fresh == []
