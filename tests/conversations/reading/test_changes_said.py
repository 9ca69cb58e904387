import pytest

from conversations.reading.changes_said import Action, looks_like_change, read_change
from tests.conversations.reading.test_amounts import written

ENTRIES = (
    (1, "Rent"),
    (2, "Delivery van"),
    (3, "Street permit"),
    (4, "3,000 flyers"),
    (5, "Talk to commuters"),
    (6, "Cold van"),
    (7, "Mill Roasters"),
)


@pytest.mark.parametrize(
    ("text", "entry", "action", "amount"),
    [
        ("rent is 900 now", 1, Action.COST, "900"),
        ("Rent is now 900 € a month", 1, Action.COST, "900 EUR month"),
        ("rent went up to 900", 1, Action.COST, "900"),
        ("rent went up from 800 to 900", 1, Action.COST, "900"),
        ("rent went down from 900 to 800", 1, Action.COST, "800"),
        ("the flyers cost 200", 4, Action.COST, "200"),
        ("we bought the delivery van", 2, Action.OWNED, ""),
        ("bought the cold van for 4000 €", 6, Action.OWNED, "4000 EUR"),
        ("we rent the cold van now", 6, Action.LEASED, ""),
        ("we've leased the delivery van", 2, Action.LEASED, ""),
        ("finished the permit", 3, Action.DONE, ""),
        ("the permit is done", 3, Action.DONE, ""),
        ("I got the street permit!", 3, Action.DONE, ""),
        ("talked to commuters, done", 5, Action.DONE, ""),
        ("rent went up by 40", 1, Action.RAISED, "40"),
        ("rent is 40 € more", 1, Action.RAISED, "40 EUR"),
        ("the flyers cost 20 less", 4, Action.LOWERED, "20"),
        ("drop the flyers", 4, Action.DROP, ""),
        ("no more flyers", 4, Action.DROP, ""),
        ("we no longer work with Mill Roasters", 7, Action.DROP, ""),
        ("we don't need the cold van any more", 6, Action.DROP, ""),
    ],
)
def test_a_change_is_understood(text: str, entry: int, action: Action, amount: str) -> None:
    change = read_change(text, ENTRIES)
    assert change is not None
    assert (change.entry_id, change.action, written(change.amount)) == (entry, action, amount)


@pytest.mark.parametrize(
    "text",
    [
        "we bought the van",
        "rent a van",
        "rent",
        "get street permit",
        "what about the permit?",
        "is the permit done?",
        "buy the delivery van",
        "finished the website",
        "talk to 30 commuters, get street permit",
        "deliver flyers",
        "two vans, an oven; three bakers",
        "the permit takes two weeks and then we hand out flyers and talk to many people about it all",
        "",
    ],
)
def test_what_is_not_surely_a_change_is_left_alone(text: str) -> None:
    assert read_change(text, ENTRIES) is None


def test_without_entries_nothing_changes() -> None:
    assert read_change("rent is 900 now", []) is None


def test_an_answer_that_is_a_change_is_noticed_by_names_alone() -> None:
    assert looks_like_change("rent is 900 now", ["Rent", "Oven"])
    assert not looks_like_change("cart, oven", ["Rent", "Oven"])
