"""Fix last: what the last answer made is reworded, moved, deleted or made one thing, in place."""

import pytest

from conversations.canvas.entries import block_of
from conversations.canvas.facets import Block
from tests.conversations.interview.carts import lena_at


def test_fix_last_unfolds_a_row_an_entry_and_folds_again() -> None:
    lena = lena_at("reach", weekly="brew, serve")
    count = len(lena.screen.messages)
    lena.taps("Fix last")
    assert lena.sees_button("✏️ Brew")
    assert lena.sees_button("It's one thing")
    assert not lena.sees_button("Skip")
    lena.taps("Done")
    assert lena.sees_button("Skip")
    assert len(lena.screen.messages) == count


def test_the_question_stays_readable_while_it_is_fixed() -> None:
    assert lena_at("reach").taps("Fix last").sees("How will people find you and buy?")


def test_rewording_takes_the_next_message_and_returns_to_the_question() -> None:
    lena = lena_at("reach", weekly="brew, serve")
    number = lena.entry("Brew").id
    lena.taps("Fix last", "Brew")
    assert lena.sees("Brew: what should it say instead?")
    lena.says("Brew filter coffee, cold and hot")
    assert lena.entry("Brew filter coffee, cold and hot").id == number
    assert lena.state == "reach"
    assert lena.sees("How will people find you and buy?", "Undo")


@pytest.mark.parametrize("said", ["cancel", "never mind", "no", "skip"])
def test_rewording_can_be_left_in_words(said: str) -> None:
    lena = lena_at("reach", weekly="brew, serve").taps("Fix last", "Brew")
    before = lena.canvas
    lena.says(said)
    assert lena.canvas == before
    assert lena.sees("Nothing changed.", "How will people find you and buy?")


def test_rewording_can_be_left_by_tap_and_by_command() -> None:
    lena = lena_at("reach", weekly="brew, serve").taps("Fix last", "Brew", "Never mind")
    assert lena.sees("Nothing changed.", "How will people find you and buy?")
    lena.taps("Fix last", "Brew").commands("cancel")
    assert lena.sees("Nothing changed.", "How will people find you and buy?")
    lena.says("post on Instagram")
    assert "Post on Instagram" in lena.texts
    assert "Brew" in lena.texts


def test_an_empty_rewording_is_asked_again() -> None:
    lena = lena_at("reach", weekly="brew, serve").taps("Fix last", "Brew").says("  ")
    assert lena.sees("came through empty")
    lena.says("Brew filter coffee")
    assert "Brew filter coffee" in lena.texts


def test_a_rewording_of_great_length_becomes_pieces() -> None:
    lena = lena_at("reach", weekly="brew, serve").taps("Fix last", "Brew").says("so much to say " * 50)
    assert all(len(text) <= 300 for text in lena.texts)
    assert " ".join(" ".join(lena.texts).split()).casefold().count("so much to say") == 50


def test_moving_to_another_block() -> None:
    lena = lena_at("reach", weekly="brew, grinder").taps("Fix last")
    row = next(row for row in lena.screen.last.rows if "Grinder" in row[0].text)
    lena.taps_data(row[1].data, lena.screen.last.id)
    lena.taps("Resources")
    assert lena.sees("Moved Grinder to Key resources.")
    assert block_of(lena.entry("Grinder")) is Block.RESOURCES


def test_moving_to_where_it_is_changes_nothing() -> None:
    lena = lena_at("reach", weekly="brew, serve").taps("Fix last")
    before = lena.canvas
    row = next(row for row in lena.screen.last.rows if "Brew" in row[0].text)
    lena.taps_data(row[1].data, lena.screen.last.id).taps("Activities")
    assert lena.canvas == before


def test_deleting_and_a_second_tap_on_what_is_gone() -> None:
    lena = lena_at("reach", weekly="brew, serve").taps("Fix last")
    row = next(row for row in lena.screen.last.rows if "Brew" in row[0].text)
    lena.taps_data(row[2].data, lena.screen.last.id)
    assert lena.sees("Deleted Brew.")
    assert "Brew" not in lena.texts
    lena.taps_again()
    assert lena.sees("That isn't on your canvas any more.")


def test_one_thing_again_in_the_founders_own_words() -> None:
    lena = lena_at("reach", weekly="brew, serve and smile")
    first = min(lena.entry(text).id for text in lena.texts if text.startswith(("Brew", "Serve")))
    lena.taps("Fix last", "It's one thing")
    assert lena.sees("One thing: brew, serve and smile")
    assert lena.entry("brew, serve and smile").id == first
    assert lena.canvas.answers["weekly"].entries == (first,)
    assert not lena.taps("Fix last").sees_button("It's one thing")


def test_one_thing_leaves_what_another_answer_made() -> None:
    lena = lena_at("keep", reach="post on Instagram, brew and serve").taps("Fix last", "It's one thing")
    assert "Brew and serve" in lena.texts
    assert "post on Instagram, brew and serve" in lena.texts


def test_one_thing_with_nothing_left_of_it() -> None:
    lena = lena_at("reach", weekly="brew, serve").taps("Fix last", "It's one thing")
    one = lena.tapped
    lena.taps("Fix last")
    lena.taps_data(lena.screen.last.rows[0][2].data, lena.screen.last.id)
    lena.taps_data(one, lena.screen.last.id)
    assert lena.sees("That isn't on your canvas any more.")


def test_an_answer_of_one_thing_is_not_offered_to_be_rejoined() -> None:
    assert not lena_at("reach").taps("Fix last").sees_button("It's one thing")


def test_after_a_skip_there_is_nothing_to_fix() -> None:
    assert not lena_at("reach", weekly="skip").sees_button("Fix last")


@pytest.mark.parametrize("choice", ["re:", "re:999", "mv:x", "to:1:nowhere", "dr:٣", f"dr:{'9' * 40}"])
def test_a_forged_fix_changes_nothing(choice: str) -> None:
    lena = lena_at("reach")
    before = lena.canvas
    prompt = lena.conversation.prompt
    assert prompt is not None
    lena.taps_data(f"1:{prompt.token}:{choice}", lena.screen.last.id)
    assert lena.canvas == before
