"""Leaving at any time and coming back: pauses, reminders, ventures, all taken along or deleted."""

import pytest

from conversations.interview.commands import COMMANDS
from conversations.interview.events import Addressed, Reach
from tests.conversations.interview.bench import Founder
from tests.conversations.interview.carts import lena_at, lena_at_rest

QUESTION = "How will people find you and buy?"


def test_a_pause_keeps_the_place() -> None:
    lena = lena_at("reach").commands("pause")
    assert lena.state == "paused"
    assert lena.sees("Paused. I keep your place")
    lena.waits(days=40).commands("continue")
    assert lena.state == "reach"
    assert lena.sees("Here is where we were.", QUESTION)


def test_a_pause_in_a_pause_is_the_same_pause() -> None:
    lena = lena_at("reach").commands("pause").commands("pause").taps("Continue")
    assert lena.state == "reach"


@pytest.mark.parametrize("where", ["nowhere", "rest"])
def test_where_nothing_is_open_there_is_nothing_to_pause(where: str) -> None:
    lena = Founder() if where == "nowhere" else lena_at_rest()
    assert lena.commands("pause").sees("there's nothing to pause")


def test_start_in_the_middle_offers_to_continue_and_wipes_nothing() -> None:
    lena = lena_at("reach")
    before = lena.canvas
    lena.commands("start")
    assert lena.sees("Welcome back.", "Continue", "See canvas", "Start over")
    assert lena.taps("Continue").sees(QUESTION)
    assert lena.canvas == before


def test_start_at_rest_offers_the_canvas() -> None:
    lena = lena_at_rest().commands("start")
    assert lena.sees("Good to see you.", "Edit", "See canvas", "Start over")
    assert lena.taps("See canvas").sees("Bean Wheels")


def test_continue_at_rest_and_for_a_stranger() -> None:
    assert lena_at_rest().commands("continue").sees("Good to see you.")
    assert Founder().commands("continue").sees("What's your venture called?")


@pytest.mark.parametrize(
    ("command", "sees"),
    [
        ("help", "I ask, you answer"),
        ("canvas", "Bean Wheels"),
        ("coach", "What I'd look at first"),
        ("settings", "Settings"),
        ("privacy", "What I see and keep"),
        ("cancel", "Nothing to cancel."),
        ("nonsense", "I don't know that command."),
    ],
)
def test_a_command_in_the_middle_answers_and_returns_to_the_question(command: str, sees: str) -> None:
    lena = lena_at("reach").commands(command)
    assert lena.sees(sees)
    assert lena.screen.last.text.endswith(QUESTION)
    assert lena.state == "reach"


@pytest.mark.parametrize("command", ["help", "canvas", "coach", "settings", "privacy"])
def test_a_command_returns_to_a_grid_with_its_marks(command: str) -> None:
    lena = lena_at("month").taps("Brew and serve").commands(command)
    assert lena.sees("✅ Brew and serve")


@pytest.mark.parametrize("command", [*COMMANDS, "nonsense"])
def test_a_stranger_may_begin_with_any_command(command: str) -> None:
    lena = Founder().commands(command).commands("start")
    assert lena.state == "name"


def test_skip_and_back_by_command() -> None:
    lena = lena_at("reach").commands("skip")
    assert lena.state == "keep"
    assert lena.sees("Skipped.")
    lena.commands("back")
    assert lena.state == "reach"
    assert lena.sees("You skipped this one.")


@pytest.mark.parametrize(("command", "sees"), [("skip", "No question is open."), ("back", "first question")])
def test_skip_and_back_where_nothing_is_open(command: str, sees: str) -> None:
    assert lena_at_rest().commands(command).sees(sees)


def test_back_goes_all_the_way_and_says_where_it_ends() -> None:
    lena = lena_at("weekly")
    for question in ("before_sale", "work", "promise", "stage", "name"):
        lena.commands("back")
        assert lena.state == question
    assert lena.commands("back").sees("This is the first question.")
    assert not lena.sees_button("Back")


def test_the_count_of_questions_is_fixed_on_entering_a_block() -> None:
    lena = lena_at("things")
    assert lena.sees("Key resources · question 1 of 4")
    lena.says("cart").says("me").says("savings")
    assert lena.sees("question 4 of 4")
    lena.commands("back").commands("back")
    assert lena.sees("question 2 of 4")


def test_a_tap_on_an_answered_question_is_answered_but_not_obeyed() -> None:
    lena = lena_at("weekly")
    old = lena.button("Skip")[1].data
    lena.says("brew").waits(minutes=5).taps_data(old)
    assert lena.sees("You already answered that.", "Here is where we are.", QUESTION)
    assert lena.state == "reach"


def test_a_finger_that_tapped_twice_gets_a_note_only() -> None:
    lena = lena_at("stage").taps("Just an idea")
    count = len(lena.screen.messages)
    lena.taps_again()
    assert lena.sees("You already answered that.")
    assert len(lena.screen.messages) == count


def test_a_tap_from_another_venture_says_so() -> None:
    lena = lena_at_rest().commands("edit")
    old = lena.button("Partners")[1].data
    lena.commands("settings").taps("Start over", "Start a new one").taps_data(old)
    assert lena.sees("That's from another venture.")


# Ventures.


def test_starting_over_asks_first_and_keeps_the_old_canvas() -> None:
    lena = lena_at_rest().commands("start").taps("Start over")
    assert lena.sees("Start with a new venture? This canvas stays")
    old = lena.venture
    lena.taps("Start a new one")
    assert lena.venture != old
    assert lena.texts == []
    assert lena.state == "name"
    assert len(lena.ventures[old].canvas.entries) > 10


def test_keeping_on_changes_nothing_and_returns_to_the_question() -> None:
    lena = lena_at("reach").commands("start").taps("Start over", "Keep going")
    assert lena.sees("Nothing changed.", QUESTION)


def test_the_first_question_of_a_second_venture_is_not_a_second_welcome_of_a_stranger() -> None:
    lena = lena_at_rest().commands("start").taps("Start over", "Start a new one")
    assert lena.sees("What's your venture called?")


def test_going_back_to_an_older_venture() -> None:
    lena = lena_at_rest().commands("start").taps("Start over", "Start a new one").says("Book Wheels")
    lena.commands("ventures")
    assert lena.sees("Your 2 ventures.", "● Book Wheels", "Bean Wheels")
    lena.taps("Bean Wheels")
    assert lena.sees("Back to Bean Wheels.")
    assert lena.state == "resting"
    assert "Brew and serve" in lena.texts
    lena.commands("ventures").taps("Book Wheels")
    assert lena.sees("Back to Book Wheels.", "How far along is it?")


def test_undo_in_another_venture_undoes_there() -> None:
    lena = lena_at_rest().commands("start").taps("Start over", "Start a new one").says("Book Wheels")
    lena.commands("ventures").taps("Bean Wheels").says("pitch is 900 now").taps("Undo")
    assert lena.sees("Undone.")


def test_the_venture_one_is_in_says_so() -> None:
    lena = lena_at_rest().commands("ventures").taps("Bean Wheels")
    assert lena.sees("That's the one we're in.", "Edit")


def test_a_venture_without_a_name_can_be_gone_back_to() -> None:
    lena = lena_at("weekly", name="[No name yet]")
    lena.commands("settings").taps("Start over", "Start a new one").says("Book Wheels")
    lena.commands("ventures").taps("No name yet")
    assert lena.sees("Back to the venture without a name.")
    assert lena.state == "weekly"


def test_somebody_elses_venture_is_not_to_be_had() -> None:
    lena = lena_at_rest()
    before = lena.venture
    lena.taps_data("o:v:somebody_elses")
    assert lena.sees("I can't find that venture among yours.")
    assert lena.venture == before


# Everything taken along, everything deleted.


def test_export_offers_the_canvas_in_every_form_and_apart_from_it_everything_that_is_kept() -> None:
    lena = lena_at("reach").commands("export")
    assert lena.sees("Your canvas as a file", "PDF", "PNG tall", "PNG wide", "Excel", "CSV", "Text", "JSON")
    assert lena.taps("Take my data").screen.files == ["backstage.json"]
    lena.taps("Continue")
    assert lena.sees(QUESTION)


def test_delete_asks_first_and_offers_the_file() -> None:
    lena = lena_at_rest().commands("delete")
    assert lena.sees("Delete everything?", "Yes, delete it all", "No, keep it")
    assert lena.taps("Take my data first").screen.files == ["backstage.json"]
    assert lena.taps("No, keep it").sees("Nothing changed.")
    assert lena.texts


def test_delete_forgets_everything_and_a_start_begins_afresh() -> None:
    lena = lena_at_rest().commands("delete").taps("Yes, delete it all")
    assert lena.last_outcome is not None
    assert lena.last_outcome.forget
    assert lena.last_outcome.canvas.entries == ()
    assert lena.last_outcome.remind_at is None
    assert lena.screen.unsent
    assert lena.sees("All deleted.")
    assert lena.commands("start").sees("Hello, Lena.")


def test_delete_in_the_middle_leaves_nothing_open() -> None:
    lena = lena_at("reach").commands("settings").taps("Delete everything", "Yes, delete it all")
    assert lena.last_outcome is not None
    assert lena.last_outcome.conversation.prompt is None


def test_settings_and_help_lead_everywhere() -> None:
    lena = lena_at_rest().commands("help").taps("Settings")
    assert lena.sees("My ventures", "Start over", "Privacy", "Take my data", "Delete everything")
    assert lena.taps("Privacy").sees("What I see and keep")
    lena.taps_data("o:help")
    assert lena.sees("I ask, you answer")
    lena.taps_data("o:vl")
    assert lena.sees("Your venture.")


# Groups, and being blocked.


def test_in_a_group_business_stays_private() -> None:
    lena = Founder()
    assert lena.does(Addressed(message=1)).sees("Canvases are private")
    assert lena.is_reached(Reach.ADDED).sees("I stay quiet here")
    assert lena.screen.last.silent


@pytest.mark.parametrize(
    ("reach", "reachable"),
    [(Reach.BLOCKED, False), (Reach.REMOVED, False), (Reach.UNBLOCKED, True), (Reach.ADDED, True)],
)
def test_whether_somebody_can_be_reached_is_noted(reach: Reach, reachable: bool) -> None:  # noqa: FBT001 - a table's column
    lena = lena_at("reach").is_reached(reach)
    assert lena.last_outcome is not None
    assert lena.last_outcome.reachable is reachable
    assert lena.state == "reach"
