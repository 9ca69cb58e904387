import pytest

from bot.rehearsal.typed import understood
from bot.rehearsal.window import Shown
from bot.turns import Label
from conversations.interview.events import Command, Said, Tapped

STAGES = Shown(
    7,
    "How far along is it?",
    ((Label("Just an idea", "1:a:idea"), Label("Not open yet", "1:a:pre")), (Label("‹ Back", "1:a:back"),)),
)
PRICES = Shown(
    8,
    "1 Cart: about how much?",
    ((Label("Example", "1:b:ex"), Label("Skip", "1:b:skip")),),
    "prices",
    numeric=True,
)
GRID = Shown(
    9, "Where from?", ((Label("❔ Cart", "c1"),), (Label("🏠 Cart wheels", "c2"),), (Label("Next ›", "n"),))
)
TWINS = Shown(9, "Which?", ((Label("🔑 Van", "v1"), Label("🏠 Van", "v2")),))


def tapped(line: str, shown: Shown | None) -> str | None:
    event = understood(line, shown, "tap-1").event
    if isinstance(event, Tapped):
        assert shown is not None
        assert (event.tap, event.message) == ("tap-1", shown.message)
        return event.data
    return None


@pytest.mark.parametrize(
    ("line", "data"),
    [
        ("1", "1:a:idea"),
        ("#2", "1:a:pre"),
        (" 3 ", "1:a:back"),
        ("Just an idea", "1:a:idea"),
        ("just AN idea", "1:a:idea"),
        ("back", "1:a:back"),
        ("‹ Back", "1:a:back"),
    ],
)
def test_a_number_or_a_name_taps_the_button(line: str, data: str) -> None:
    assert tapped(line, STAGES) == data


@pytest.mark.parametrize("line", ["4", "0", "01", "800", "1 350 a month", "1.5", "an idea", "-1", "#9", "‹"])
def test_anything_else_is_said(line: str) -> None:
    assert understood(line, STAGES, "t").event == Said(line)


@pytest.mark.parametrize(("line", "data"), [("#1", "1:b:ex"), ("#2", "1:b:skip"), ("skip", "1:b:skip")])
def test_where_a_number_is_an_answer_buttons_are_tapped_with_a_mark(line: str, data: str) -> None:
    assert tapped(line, PRICES) == data


def test_where_a_number_is_an_answer_it_is_said() -> None:
    assert understood("2", PRICES, "t").event == Said("2")


@pytest.mark.parametrize(
    ("line", "text"), [("=3", "3"), ("= 3", "3"), ("=/start", "/start"), ("=skip", "skip")]
)
def test_an_equals_sign_says_the_rest_as_it_stands(line: str, text: str) -> None:
    assert understood(line, STAGES, "t").event == Said(text)


def test_a_grids_marks_need_not_be_typed() -> None:
    assert tapped("cart", GRID) == "c1"
    assert tapped("next", GRID) == "n"


def test_a_name_that_two_buttons_share_is_said() -> None:
    assert understood("van", TWINS, "t").event == Said("van")
    assert tapped("🏠 van", TWINS) == "v2"


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("/start", Command("start")),
        ("/HELP", Command("help")),
        ("/edit rent  is 900", Command("edit", "rent  is 900")),
        ("/canvas@backstage_bot", Command("canvas")),
    ],
)
def test_a_slash_begins_a_command(line: str, command: Command) -> None:
    assert understood(line, STAGES, "t").event == command


def test_a_slash_alone_is_said() -> None:
    assert understood("/ hour", None, "t").event == Said("/ hour")


def test_with_no_buttons_a_number_is_said() -> None:
    assert understood("1", None, "t").event == Said("1")
