"""/edit: at most three taps to a change, with a receipt; the first three tell the sentence for it."""

import pytest

from conversations.canvas.entries import Cost, block_of
from conversations.canvas.facets import (
    Block,
)
from tests.conversations.interview.bench import ISOLATES
from tests.conversations.interview.carts import lena_at, lena_at_rest


def test_blocks_show_how_many_entries_they_hold() -> None:
    lena = lena_at_rest().commands("edit")
    assert lena.sees("What would you like to change?", "Activities (8)", "Partners (2)")


def test_moving_an_entry_offers_the_other_blocks_and_keeps_its_id() -> None:
    lena = lena_at_rest().commands("edit").taps("Activities", "Sign by the station")
    number = lena.entry("Sign by the station").id
    assert not lena.sees_button("→ Activities")
    lena.taps("→ Resources")
    assert block_of(lena.entry("Sign by the station")) is Block.RESOURCES
    assert lena.entry("Sign by the station").id == number


def test_deleting_and_undoing() -> None:
    lena = lena_at_rest().commands("edit").taps("Partners", "Station", "Delete")
    assert "Station" not in lena.texts
    lena.taps("Undo")
    assert "Station" in lena.texts


def test_rewording_takes_the_next_message() -> None:
    lena = lena_at_rest().commands("edit").taps("Partners", "Station", "Reword").says("Central station")
    assert lena.sees("Central station", "Undo")
    assert lena.state == "resting"


def test_rewording_what_was_deleted_meanwhile_is_explained() -> None:
    lena = lena_at_rest().commands("edit").taps("Partners", "Station")
    delete = lena.button("Delete")[1].data
    lena.taps("Reword")
    expecting = lena.conversation.expecting
    lena.taps_data(delete)
    assert expecting
    assert lena.conversation.expecting == ""


@pytest.mark.parametrize(
    ("block", "said", "entries"),
    [
        ("Activities", "call ten offices, sweep", ["Call ten offices", "Sweep"]),
        ("Costs", "insurance 40 a month", ["Insurance"]),
        ("Costs", "insurance", ["Insurance"]),
        ("Partners", "the bank", ["The bank"]),
    ],
)
def test_adding_to_a_block(block: str, said: str, entries: list[str]) -> None:
    lena = lena_at_rest().commands("edit").taps(block, "Add").says(said)
    assert lena.texts[-len(entries) :] == entries
    lena.taps("Undo")
    assert not set(entries) & set(lena.texts)


def test_an_empty_block_invites_the_first_entry() -> None:
    lena = lena_at("weekly").commands("edit").taps("Costs")
    assert lena.sees("Nothing here yet. Add the first one.")
    assert not lena.sees_button("Ask me again")


def test_a_block_of_twenty_turns_its_pages_in_place() -> None:
    lena = lena_at_rest(things=", ".join(f"thing number {n}" for n in range(1, 21)), sourcing="skip")
    lena.commands("edit").taps("Resources")
    count = len(lena.screen.messages)
    lena.taps("1/4", "2/4", "3/4")
    assert lena.sees("4/4")
    lena.taps("4/4")
    assert lena.sees("1/4", "Thing number 1")
    assert len(lena.screen.messages) == count


def test_back_leads_up_again() -> None:
    lena = lena_at_rest().commands("edit").taps("Partners", "Station")
    assert lena.sees("Reword")
    assert lena.taps("Back").sees("Tap what you want to change.")
    assert lena.taps("Back").sees("What would you like to change?")


def test_the_first_three_changes_end_with_the_sentence_for_them() -> None:
    lena = lena_at_rest().commands("edit").taps("Activities", "Get street permit", "Done")
    assert lena.sees("Next time just write: “finished Get street permit”")
    lena.commands("edit").taps("Resources", "Grinder", "Rented")
    assert lena.sees("we rent Grinder")
    lena.commands("edit").taps("Partners", "Station", "Delete")
    assert lena.sees("drop Station")
    lena.commands("edit").taps("Partners", "Mill Roasters", "Delete")
    assert not lena.sees("Next time just write")


@pytest.mark.parametrize(
    ("taps", "name"),
    [
        (("Activities", "Get street permit", "Done"), "Get street permit"),
        (("Activities", "Brew and serve", "Later"), "Brew and serve"),
        (("Activities", "Hand out stamp cards", "For now"), "Hand out stamp cards"),
        (("Activities", "Brew and serve", "Guess"), "Brew and serve"),
        (("Resources", "Grinder", "Rented"), "Grinder"),
        (("Resources", "Cart", "Ours"), "Cart"),
        (("Resources", "Grinder", "→ Costs"), "Grinder"),
        (("Partners", "Station", "Asked"), "Station"),
        (("Partners", "Station", "Agreed"), "Station"),
        (("Partners", "Station", "→ Resources"), "Station"),
        (("Costs", "Pitch", "Paid"), "Pitch"),
        (("Partners", "Station", "Delete"), "Station"),
    ],
)
def test_the_sentence_that_is_told_does_the_same(taps: tuple[str, ...], name: str) -> None:
    lena = lena_at_rest()
    twin = lena.twin()
    lena.commands("edit").taps(*taps)
    (told,) = [text for text in lena.screen.fresh if text.startswith("Next time just write: “")]
    twin.says(told.removeprefix("Next time just write: “").removesuffix("”").translate(ISOLATES))
    number = next(entry.id for entry in lena.canvas_before.entries if entry.text == name)
    assert twin.canvas.entry(number) == lena.canvas.entry(number)


@pytest.mark.parametrize(("button", "said"), [("Reword", "Big pitch"), ("How much", "250 a month")])
def test_the_sentence_for_new_words_and_prices_does_the_same(button: str, said: str) -> None:
    lena = lena_at_rest()
    twin = lena.twin()
    lena.commands("edit").taps("Costs", "Pitch", button).says(said)
    (told,) = [text for text in lena.screen.fresh if text.startswith("Next time just write: “")]
    twin.says(told.removeprefix("Next time just write: “").removesuffix("”").translate(ISOLATES))
    changed = [entry for entry in lena.canvas.entries if entry not in lena.canvas_before.entries]
    assert [entry.text for entry in changed] == ["Big pitch" if button == "Reword" else "Pitch"]
    same = twin.canvas.entry(changed[0].id)
    assert isinstance(same, Cost)
    assert isinstance(changed[0], Cost)
    assert same.amount
    assert changed[0].amount
    assert (same.text, same.amount.low) == (changed[0].text, changed[0].amount.low)


@pytest.mark.parametrize(
    ("label", "question"),
    [("Name", "name"), ("Stage", "stage"), ("Promise", "promise"), ("Kind of work", "work")],
)
def test_the_set_up_can_be_asked_again_and_leads_back(label: str, question: str) -> None:
    lena = lena_at("keep").commands("edit").taps(label)
    assert lena.state == question
    assert lena.sees("You said:")
    lena.taps("Growing") if question == "stage" else lena.commands("skip")
    assert lena.state == "keep"


def test_a_block_done_again_keeps_the_others() -> None:
    lena = lena_at_rest()
    others = [e for e in lena.canvas.entries if block_of(e) is not Block.PARTNERS]
    lena.commands("edit").taps("Partners", "Ask me again")
    assert lena.state == "partners"
    assert lena.sees("You said: Mill Roasters · Station", "one question")
    lena.says("Mill Roasters: beans / orders")
    assert lena.sees("Taken off: Station")
    assert lena.state == "resting"
    assert [e.id for e in lena.canvas.entries if block_of(e) is not Block.PARTNERS] == [e.id for e in others]


def test_a_block_not_asked_yet_has_nothing_to_do_again() -> None:
    lena = lena_at("weekly")
    lena.taps_data(f"o:redo:{lena.venture}:costs")
    assert lena.sees("That part hasn't been asked yet.")
    assert lena.state == "weekly"


@pytest.mark.parametrize(
    "data",
    [
        "o:e:other_venture",
        "o:zzz",
        "o:zzz:{venture}",
        "o:b:{venture}:nowhere:0",
        "o:b:{venture}:costs:x",
        "o:b:{venture}:costs",
        "o:q:{venture}:month",
        "o:so:{venture}:1:owned",
        "o:be:{venture}:1:fixed",
        "o:am:{venture}:1",
        "o:to:{venture}:1:nowhere",
        "o:ev:{venture}:1:certain",
        "o:ki:{venture}:1:supplier",
        "o:pa:{venture}:1:1",
        "o:n:{venture}:999",
        "o:dn:{venture}:٣",
        "o:sort:{venture}:1:nowhere",
        "o:go:extra",
        "o:held",
        "o:held:maybe",
        "o:",
        "zzz",
        "",
        "2:1:skip",
        "1:1:",
    ],
)
def test_a_forged_button_is_answered_and_changes_nothing(data: str) -> None:
    lena = lena_at_rest()
    before = lena.canvas
    lena.taps_data(data.format(venture=lena.venture))
    assert any(lena.screen.notes)
    assert lena.canvas == before
