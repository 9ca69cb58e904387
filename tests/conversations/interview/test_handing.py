"""The canvas as a picture: it follows the words, at rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.interview.events import Drawn
from conversations.interview.replies import Picture
from tests.conversations.interview.carts import lena_at, lena_at_rest

if TYPE_CHECKING:
    from tests.conversations.interview.bench import Founder

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
