"""One sentence at a quiet moment changes the entry that it means, and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conversations.canvas.entries import Activity, Cost, Resource
from conversations.canvas.facets import Block, Evidence, Sourcing, When
from conversations.interview.requests import Sense
from conversations.interview.said_changes import change_told
from tests.conversations.interview.carts import lena_at, lena_at_rest
from tests.conversations.interview.change_phrasings import BAKERY, CHANGES, NO_CHANGES, TODAY

if TYPE_CHECKING:
    from conversations.reading.changes_said import Said
    from tests.conversations.interview.bench import Founder


def as_words(said: Said) -> str:
    details = [said.action.value]
    if said.amount is not None:
        details.append(str(said.amount.low))
    if said.due is not None:
        details.append(said.due.isoformat())
    if said.name:
        details.append(said.name.capitalize())
    if said.block is not None:
        details.append(said.block.value)
    return " ".join(details)


@pytest.mark.parametrize(("text", "name", "what"), CHANGES)
def test_a_sentence_changes_the_entry_that_it_means(text: str, name: str, what: str) -> None:
    told = change_told(BAKERY, text, TODAY)
    assert told is not None
    names = [entry.text for entry in BAKERY.entries if entry.id in told.entries]
    assert (names, as_words(told.said).lower()) == ([name], what.lower())


@pytest.mark.parametrize("text", NO_CHANGES)
def test_what_only_sounds_like_a_change_is_none(text: str) -> None:
    told = change_told(BAKERY, text, TODAY)
    assert told is None, told


def baker(*added: str) -> Founder:
    """Somebody at rest with the bakery's canvas, and activities beside it."""
    lena = lena_at_rest()
    lena.now = lena.now.replace(month=TODAY.month, day=TODAY.day)
    lena.kept.canvas = BAKERY.with_new(Activity(id=0, text=text) for text in added)
    return lena


def entry_of(lena: Founder, name: str) -> object:
    number = next(entry.id for entry in BAKERY.entries if entry.text == name)
    return lena.canvas.entry(number)


ASKED_ABOUT = ("broken", "repriced")


@pytest.mark.parametrize(("text", "name", "what"), CHANGES)
def test_what_is_said_is_changed_with_a_receipt_and_undo(text: str, name: str, what: str) -> None:
    lena = baker()
    before = entry_of(lena, name)
    lena.says(text)
    others = [entry for entry in BAKERY.entries if entry is not before]
    assert [lena.canvas.entry(entry.id) for entry in others] == others
    if what in ASKED_ABOUT:
        assert lena.sees(name)
        assert entry_of(lena, name) == before
        return
    assert entry_of(lena, name) != before
    assert lena.sees_button("Undo")
    lena.taps("Undo")
    assert lena.canvas.entries == BAKERY.entries


@pytest.mark.parametrize("text", NO_CHANGES)
def test_what_only_sounds_like_a_change_leaves_what_is_there(text: str) -> None:
    lena = baker().says(text)
    assert lena.canvas.entries[: len(BAKERY.entries)] == BAKERY.entries


def test_two_flyers_are_asked_about_and_nothing_is_lost_if_that_is_ignored() -> None:
    lena = baker("Print new flyers").says("finished the flyers")
    assert lena.sees("Finished the flyers", "Which one do you mean?", "Hand out flyers", "Print new flyers")
    assert [waiting.text for waiting in lena.canvas.to_sort] == ["Finished the flyers"]
    lena.says("rent is 900 now").taps("Print new flyers")
    assert lena.sees("🎉 Done: Print new flyers", "Undo")
    done = lena.entry("Print new flyers")
    assert isinstance(done, Activity)
    assert done.done
    assert lena.canvas.to_sort == ()
    lena.taps_again()
    assert lena.sees("That isn't on your canvas any more.")


def test_none_of_these_asks_where_it_belongs() -> None:
    lena = baker("Print new flyers").says("finished the flyers").taps("None of these")
    assert lena.sees("Where does it belong?")
    lena.taps("Activities")
    assert "Finished the flyers" in lena.texts


def test_several_doubts_are_asked_about_one_after_the_other() -> None:
    lena = baker("Print new flyers", "Get a permit for music")
    lena.says("finished the flyers, and we got the permit")
    assert lena.sees("Finished the flyers", "1 more waits after this.")
    lena.taps("Hand out flyers")
    assert lena.sees("🎉 Done: Hand out flyers", "Which one do you mean?", "Get a permit for music")
    lena.taps("Get health permit")
    assert lena.canvas.to_sort == ()


def test_a_choice_of_what_was_deleted_meanwhile_changes_nothing() -> None:
    lena = baker("Print new flyers").says("finished the flyers")
    choice = lena.button("Print new flyers")[1].data
    lena.says("drop print new flyers")
    before = lena.canvas
    lena.taps_data(choice)
    assert lena.sees("That isn't on your canvas any more.")
    assert lena.canvas == before


def test_a_thing_and_its_price_of_the_same_name_are_told_apart() -> None:
    lena = baker()
    lena.kept.canvas = BAKERY.with_new([Resource(id=0, text="Freezer"), Cost(id=0, text="Freezer")])
    lena.says("the freezer is 40 now")
    (price,) = [cost for cost in lena.canvas.of(Cost) if cost.text == "Freezer"]
    assert price.amount
    lena.says("we bought the freezer")
    (thing,) = [thing for thing in lena.canvas.of(Resource) if thing.text == "Freezer"]
    assert thing.sourcing is Sourcing.OWNED


def test_what_broke_is_mended_or_taken_off() -> None:
    lena = baker().says("the oven broke")
    assert lena.sees("Deck oven: I'm sorry.", "🗑 Delete", "Something to do")
    twin = lena.twin().taps("Something to do").says("mend the oven")
    assert "Mend the oven" in twin.texts
    lena.taps("Delete")
    assert "Deck oven" not in lena.texts


def test_a_price_that_changed_is_asked_for() -> None:
    lena = baker().says("the rent got cheaper")
    assert lena.sees("Rent: about how much?")
    lena.says("700")
    rent = lena.entry("Rent")
    assert isinstance(rent, Cost)
    assert rent.amount
    assert rent.amount.low == 700


def test_several_changes_in_one_message_share_a_receipt() -> None:
    lena = baker().says("Mill Roasters agreed, rent is 900 now and the newsletter can wait")
    assert lena.sees("Mill Roasters: agreed", "Rent", "900", "Write newsletter: later")
    assert lena.entry("Mill Roasters").evidence is Evidence.AGREED
    newsletter = lena.entry("Write newsletter")
    assert isinstance(newsletter, Activity)
    assert newsletter.when is When.LATER


@pytest.mark.parametrize("text", ["rent is 900 now", "drop Mill Roasters", "we rent the grinder now"])
def test_while_a_question_is_open_a_change_is_asked_about(text: str) -> None:
    lena = lena_at("more_costs", prices="1 350 a month, 2 free, rent 800").answers()
    before = lena.canvas
    lena.says(text)
    if lena.sees_button("Change canvas"):
        assert lena.canvas == before
        lena.taps("Change canvas")
    assert lena.state in ("more_costs", "growing")


def test_the_guess_that_carries_most_is_advised_to_be_tested_and_a_tap_says_that_it_was() -> None:
    lena = lena_at_rest().commands("edit").taps("Activities", "Brew and serve", "Guess").commands("coach")
    assert lena.sees("Brew and serve", "guess")
    lena.taps_data(f"o:why:{lena.venture}:test_next")
    assert lena.sees(
        "A guess that much rests on is the cheapest thing to find out now", "I asked", "They agreed"
    )
    lena.taps("I asked")
    assert lena.entry("Brew and serve").evidence is Evidence.ASKED
    assert lena.sees("Brew and serve: asked about", "Undo")


def test_somebody_new_who_signed_is_a_partner_that_agreed() -> None:
    lena = baker().says("we signed a contract with Hertz")
    assert lena.sees("+ Hertz (agreed) → Partners", "Undo")
    assert lena.entry("Hertz").evidence is Evidence.AGREED


@pytest.mark.parametrize(
    "text", ["drop the posters", "the trailer can wait", "rename the boat to Bertha", "45"]
)
def test_a_change_of_what_is_not_there_is_never_written_down_as_something_new(text: str) -> None:
    lena = baker()
    lena.senses = {text[:1].upper() + text[1:]: Sense(block=Block.ACTIVITIES)}
    lena.says(text)
    assert lena.canvas.entries == BAKERY.entries
    assert lena.sees("Where does it belong? I keep it until you say.")


def test_a_price_keeps_what_it_is_paid_for_unless_that_is_said() -> None:
    lena = lena_at_rest().says("beans are 1.10 now")
    assert lena.sees("Beans 0.90 € a cup → 1.10 € a cup")
    lena.commands("cost", "beans").says("1.20")
    assert lena.sees("1.10 € a cup → 1.20 € a cup")
    lena.says("beans are 300 a month now")
    assert lena.sees("Beans 1.20 € a cup → 300 € a month")
