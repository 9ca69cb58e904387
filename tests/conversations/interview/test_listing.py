"""Several things in one answer: activities, resources, people, money; said anew, they keep their ids."""

import pytest

from conversations.canvas.entries import Activity, Resource
from conversations.canvas.facets import ResourceKind, Serves
from tests.conversations.interview.carts import lena_at


@pytest.mark.parametrize(
    ("said", "entries"),
    [
        ("brew and serve", ["Brew and serve"]),
        ("two vans, an oven; three bakers", ["Two vans", "An oven", "Three bakers"]),
        ("3,000 flyers", ["3,000 flyers"]),
        ("R&D, mostly testing", ["R&D, mostly testing"]),
        ("- brew\n- serve", ["Brew", "Serve"]),
        ("brew, Brew, BREW", ["Brew"]),
        ("iPhone repair", ["iPhone repair"]),
        ("<b>brew</b>", ["<b>brew</b>"]),
        ("قهوة، خبز", ["قهوة", "خبز"]),
    ],
)
def test_an_answer_becomes_entries_in_the_founders_words(said: str, entries: list[str]) -> None:
    lena = lena_at("weekly", before_sale="skip").says(said)
    assert lena.texts == entries
    assert lena.sees(f"Added {len(entries)}: {entries[0]}")
    assert lena.state == "reach"


def test_each_side_gives_its_entries_what_they_serve() -> None:
    lena = lena_at("month")
    served = {entry.text: entry.serves for entry in lena.canvas.of(Activity)}
    assert served["Talk to 30 commuters"] == ()
    assert served["Brew and serve"] == (Serves.VALUE_PROPOSITION,)
    assert served["Post on Instagram"] == (Serves.CHANNELS,)
    assert served["Hand out stamp cards"] == (Serves.RELATIONSHIPS,)
    assert served["Sell by the cup"] == (Serves.REVENUE,)
    assert [a.text for a in lena.canvas.of(Activity) if a.preparation] == [
        "Talk to 30 commuters",
        "Get street permit",
    ]


def test_the_answers_are_the_front_stage_lines_verbatim() -> None:
    front = lena_at("month").canvas.front_stage
    assert front.channels == "post on Instagram, sign by the station"
    assert front.relationships == "hand out stamp cards"
    assert front.revenue == "sell by the cup, offer offices a monthly plan"


def test_not_knowing_leaves_the_front_stage_line_open() -> None:
    lena = lena_at("reach").says("I don't know")
    assert lena.canvas.front_stage.channels is None
    assert lena.canvas.answers["reach"].standing == "unknown"


def test_an_item_named_under_two_sides_is_one_entry_that_serves_both() -> None:
    lena = lena_at("reach").says("brew and serve, post on Instagram")
    assert lena.sees("Added 1: Post on Instagram", "Already there, kept once: Brew and serve")
    entry = lena.entry("Brew and serve")
    assert isinstance(entry, Activity)
    assert entry.serves == (Serves.VALUE_PROPOSITION, Serves.CHANNELS)


def test_an_answer_given_anew_keeps_ids_and_facts_of_what_it_still_says() -> None:
    lena = lena_at("expert").taps("Brew and serve")
    permit = lena.entry("Get street permit")
    lena.commands("edit").taps("Activities", "Ask me again")
    assert lena.state == "before_sale"
    assert lena.sees("You said: Talk to 30 commuters · Get street permit")
    lena.says("get street permit, rent a pitch")
    assert lena.entry("Get street permit") == permit
    assert lena.sees("Added 1: Rent a pitch")
    assert lena.entry("Rent a pitch").id > permit.id


def test_what_is_no_longer_said_is_taken_off() -> None:
    lena = lena_at("weekly").commands("back").says("talk to 30 commuters")
    assert lena.sees("Taken off: Get street permit")
    assert lena.texts == ["Talk to 30 commuters"]


def test_the_same_answer_again_changes_nothing() -> None:
    lena = lena_at("weekly")
    before = lena.canvas
    lena.commands("back").says("talk to 30 commuters, get street permit")
    assert lena.sees("nothing changed")
    assert lena.canvas.entries == before.entries


def test_two_hundred_entries_are_all_kept_and_the_receipt_stays_short() -> None:
    lena = lena_at("weekly", before_sale="skip").says(", ".join(f"thing {n}" for n in range(200)))
    assert len(lena.texts) == 200
    assert lena.sees("Added 200:", "…")


def test_a_very_long_item_is_kept_in_pieces_with_nothing_lost() -> None:
    words = [f"word{number}" for number in range(900)]
    lena = lena_at("weekly", before_sale="skip").says(" ".join(words))
    assert all(len(text) <= 300 for text in lena.texts)
    assert " ".join(lena.texts).lower().split() == words


def test_a_long_item_without_spaces_is_cut_and_not_lost() -> None:
    word = "".join(f"x{number}" for number in range(300))
    lena = lena_at("weekly", before_sale="skip").says(word)
    assert "".join(lena.texts).casefold() == word


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("me and Tom", ["Lena", "Tom"]),
        ("[Just me]", ["Lena"]),
        ("just me", ["Lena"]),
        ("me, two bakers", ["Lena", "Two bakers"]),
    ],
)
def test_me_becomes_the_founders_first_name(said: str, people: list[str]) -> None:
    lena = lena_at("people").answers(people=said)
    found = [r.text for r in lena.canvas.of(Resource) if r.kind is ResourceKind.HUMAN]
    assert [name.casefold() for name in found] == [name.casefold() for name in people]


def test_money_is_a_resource_of_its_own_kind_and_tells_the_currency() -> None:
    lena = lena_at("sourcing")
    savings = lena.entry("8,000 € savings")
    assert isinstance(savings, Resource)
    assert savings.kind is ResourceKind.FINANCIAL
    assert lena.canvas.venture.currency == "EUR"


def test_no_things_at_all_is_probed_once_and_then_believed() -> None:
    lena = lena_at("things").says("none")
    assert lena.state == "things"
    assert lena.sees("What would stop everything if it vanished?")
    lena.says("none")
    assert lena.sees("Fine, none.")
    assert lena.state == "people"


@pytest.mark.parametrize("question", ["before_sale", "keep", "earn", "money"])
def test_none_is_an_answer_elsewhere(question: str) -> None:
    lena = lena_at(question).says("none")
    assert lena.state != question
    assert lena.sees("Fine, none.")
    assert lena.canvas.answers[question].standing == "none"


@pytest.mark.parametrize("said", ["none", "I don't know", "no", "skip", "[Keep it]"])
def test_an_answer_stands_against_an_empty_one(said: str) -> None:
    lena = lena_at("reach")
    before = lena.canvas
    lena.taps("Back").answers(weekly=said)
    assert lena.state == "reach"
    assert lena.sees("Kept as it was.")
    assert lena.canvas == before


def test_same_as_before_takes_the_words_of_the_question_before() -> None:
    lena = lena_at("reach").says("same as before")
    assert lena.state == "keep"
    assert lena.canvas.answers["reach"].words == "brew and serve"
    entry = lena.entry("Brew and serve")
    assert isinstance(entry, Activity)
    assert Serves.CHANNELS in entry.serves


def test_same_with_nothing_before_it_is_asked_about() -> None:
    assert lena_at("before_sale").says("same as before").sees("Same as what?")
