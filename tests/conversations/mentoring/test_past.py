"""History on a venture's page: what changed from check-in to check-in, as far as mentors may see it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bot.rendering import render
from bot.turns import SendText
from bot.words import load_catalogue
from conversations.canvas.entries import Activity, Partner
from conversations.checkins.checkin import CheckIn
from conversations.cohorts.cohort import Role
from conversations.cohorts.consent import ALL_FOUR, NOTHING, Consent, Part
from conversations.interview.events import Tapped
from tests.conversations.canvases import coffee_cart
from tests.conversations.cohorts.turning import HERE, desk, takes, venture

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas

FRIDAY = date(2026, 3, 20)
CART = coffee_cart()


def grown(times: int) -> list[Canvas]:
    """Give a canvas that gets one activity more at each check-in, newest first."""
    canvases = [CART]
    for number in range(1, times + 1):
        canvases.append(canvases[-1].with_new([Activity(id=0, text=f"Errand {number:02d}")]))
    return canvases[::-1]


def shown(canvases: list[Canvas], consent: Consent = ALL_FOUR) -> str:
    check_ins = []
    for number, canvas in enumerate(canvases):
        day = FRIDAY - timedelta(days=7 * number)
        at = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)
        check_ins.append(CheckIn(venture="v", cohort=HERE, day=day, at=at, canvas=canvas))
    seen = venture(1, canvases[0], consent, *check_ins)
    opened = replace(desk(Role.MENTOR), ventures=(seen,), comments=())
    outcome = takes(Tapped(f"c:hi:{HERE}:{seen.id}", tap="1", message=5), opened)
    (text,) = (one.html for one in render(outcome.replies, load_catalogue()) if isinstance(one, SendText))
    return text


def test_the_newest_change_comes_first_with_its_day() -> None:
    text = shown(grown(2))
    assert text.index("20 Mar") < text.index("Errand 02") < text.index("13 Mar") < text.index("Errand 01")


def test_eight_changes_are_told_and_no_more() -> None:
    text = shown(grown(12))
    assert [f"Errand {number:02d}" in text for number in range(1, 13)] == [False] * 4 + [True] * 8


def test_a_week_in_which_nothing_changed_is_left_out() -> None:
    newest, first = grown(1)
    text = shown([newest, newest, first])
    assert "20 Mar" not in text
    assert "13 Mar" in text


def test_nothing_changed_is_said() -> None:
    assert "Nothing that shows, over the last 2 check-ins." in shown([CART] * 3)


def test_the_first_check_in_has_nothing_to_compare_with() -> None:
    assert "From the second check-in on" in shown([CART])


def test_what_is_not_shared_has_no_history() -> None:
    now = CART.with_new([Partner(id=0, text="The market office"), Activity(id=0, text="Bake")])
    text = shown([now, CART], frozenset({Part.ACTIVITIES}))
    assert "Bake" in text
    assert "market office" not in text
    assert "20 Mar" not in shown([now, CART], NOTHING)
