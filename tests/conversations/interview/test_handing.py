"""The canvas handed over: a picture follows the words, at rest; a file in the form that is tapped."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from conversations.canvas.document import Canvas
from conversations.interview.events import Drawn
from conversations.interview.handing import paper_of
from conversations.interview.replies import Document, Picture
from conversations.interview.requests import Format, Paper
from tests.conversations.interview.bench import Founder
from tests.conversations.interview.carts import lena_at, lena_at_rest

PNG = b"\x89PNG, as it were"


def handed(lena: Founder) -> list[bytes]:
    assert lena.last_outcome is not None
    return [reply.content for reply in lena.last_outcome.replies if isinstance(reply, Picture)]


def test_the_end_of_the_interview_is_followed_by_a_picture_of_that_very_canvas() -> None:
    lena = lena_at_rest()
    (wanted,) = lena.pictures
    assert wanted.canvas == lena.canvas

    lena.does(Drawn(wanted, PNG))

    assert handed(lena) == [PNG]


def test_a_picture_that_could_not_be_drawn_is_said_to_be_none() -> None:
    lena = lena_at_rest()

    lena.does(Drawn(lena.pictures[0], b""))

    assert lena.sees("The words above have all of it")
    assert not handed(lena)


def test_where_nobody_draws_the_words_are_enough() -> None:
    lena = lena_at_rest()

    lena.does(Drawn(lena.pictures[0], None))

    assert lena.last_outcome is not None
    assert not lena.last_outcome.replies


def test_a_picture_of_a_venture_that_was_left_meanwhile_is_kept_back() -> None:
    lena = lena_at_rest()
    lena.commands("start").taps("Start over", "Start a new one")

    lena.does(Drawn(lena.pictures[0], PNG))

    assert not handed(lena)


def test_in_the_middle_of_the_interview_no_picture_pushes_the_question_up() -> None:
    lena = lena_at("things")

    lena.commands("canvas")

    assert not lena.pictures


# As a file.

BUTTONS = {
    "PDF": Format.PDF,
    "PNG tall": Format.PORTRAIT,
    "PNG wide": Format.LANDSCAPE,
    "Excel": Format.XLSX,
    "CSV": Format.CSV,
    "Text": Format.MARKDOWN,
    "JSON": Format.JSON,
}
NAMES = {
    Format.PDF: "Bean Wheels canvas 2026-03-02.pdf",
    Format.PORTRAIT: "Bean Wheels canvas 2026-03-02.png",
    Format.LANDSCAPE: "Bean Wheels canvas 2026-03-02 wide.png",
    Format.XLSX: "Bean Wheels canvas 2026-03-02.xlsx",
    Format.CSV: "Bean Wheels canvas 2026-03-02.csv",
    Format.MARKDOWN: "Bean Wheels canvas 2026-03-02.md",
    Format.JSON: "Bean Wheels canvas 2026-03-02.json",
}


@pytest.mark.parametrize("label", BUTTONS)
def test_each_form_is_a_tap_away_and_comes_as_a_file_with_a_name(label: str) -> None:
    lena = lena_at_rest().commands("export").taps(label)
    assert lena.sees("Coming right up.")
    wanted = lena.pictures[-1]
    assert (wanted.format, wanted.canvas) == (BUTTONS[label], lena.canvas)

    lena.does(Drawn(wanted, b"a file, as it were"))

    assert lena.screen.files == [NAMES[wanted.format]]


def test_under_the_picture_every_form_is_a_tap_away() -> None:
    lena = lena_at_rest()
    lena.does(Drawn(lena.pictures[0], PNG))
    assert all(lena.sees_button(label) for label in BUTTONS)


def test_under_the_canvas_in_words_there_is_a_way_to_the_files() -> None:
    assert lena_at("things").commands("canvas").taps("As a file").sees("Your canvas as a file")


def test_a_file_in_the_middle_of_the_interview_is_followed_by_the_question() -> None:
    lena = lena_at("things").commands("export").taps("PDF")
    state = lena.state
    lena.does(Drawn(lena.pictures[-1], b"%PDF, as it were"))
    assert lena.screen.files
    assert lena.screen.last.prompt
    assert lena.state == state


def test_a_file_that_could_not_be_made_is_said_to_be_none() -> None:
    lena = lena_at_rest().commands("export").taps("Excel")
    lena.does(Drawn(lena.pictures[-1], b""))
    assert lena.sees("That file didn't work out this time.")


def test_a_file_that_was_sent_before_is_sent_by_what_it_is_known_by() -> None:
    lena = lena_at_rest().commands("export").taps("PDF")
    lena.does(Drawn(lena.pictures[-1], file="known"))
    assert lena.last_outcome is not None
    (document,) = (reply for reply in lena.last_outcome.replies if isinstance(reply, Document))
    assert (document.file, document.content) == ("known", b"")


def test_before_there_is_anything_no_empty_files_are_handed_out() -> None:
    lena = Founder().commands("start").commands("export")
    assert lena.sees("There is nothing on your canvas yet", "Take my data", "Continue")
    assert not lena.sees_button("PDF")


def test_a_promise_is_something_to_hand_over() -> None:
    lena = lena_at("work").commands("export").taps("PDF")
    assert (
        lena.pictures[-1].canvas.front_stage.value_proposition == "Good coffee in two minutes, for commuters"
    )


def test_a_button_of_a_form_that_is_no_more_is_answered() -> None:
    lena = lena_at_rest()
    lena.taps_data(f"o:as:{lena.venture}:papyrus")
    assert lena.screen.notes
    assert lena.pictures == lena.pictures[:1]


def test_the_worksheet_is_the_same_for_everybody_on_any_day() -> None:
    lena, ben = lena_at("things"), Founder("Ben").waits(days=2)
    lena.commands("worksheet")
    ben.commands("worksheet")
    assert lena.sees("A blank worksheet comes right up")
    assert lena.pictures[-1] == ben.pictures[-1]

    ben.does(Drawn(ben.pictures[-1], b"%PDF, as it were"))
    assert ben.screen.files == ["Backstage worksheet.pdf"]


@pytest.mark.parametrize(
    ("language", "currency", "paper"),
    [
        ("en-US", "EUR", Paper.LETTER),
        ("es-MX", "", Paper.LETTER),
        ("en-GB", "USD", Paper.A4),
        ("zh-Hans-CN", "", Paper.A4),
        ("en", "USD", Paper.LETTER),
        ("en", "EUR", Paper.A4),
        ("", "", Paper.A4),
    ],
)
def test_paper_is_what_is_used_where_somebody_lives(language: str, currency: str, paper: Paper) -> None:
    assert paper_of(language, currency) is paper


# Compared with an earlier canvas.


def test_a_comparison_is_a_picture_since_a_day() -> None:
    lena = lena_at_rest()
    wanted = replace(lena.pictures[0], since=Canvas(), since_on=date(2026, 1, 5))
    lena.does(Drawn(wanted, PNG))
    assert lena.sees("What has become of it since 5 Jan 2026.")
    assert handed(lena) == [PNG]
    assert not lena.sees_button("PDF")
