import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.reading.statements import Ally, Done, Fact, Had, Paid, read_statements
from conversations.reading.statements_clauses import clauses
from conversations.reading.statements_paying import read_named_cost
from tests.conversations.reading.statement_phrasings import SURE, UNSURE
from tests.conversations.reading.test_amounts import written


def noted(fact: Fact) -> str:
    """Write a fact as in the list: what, its name, then what is known of it."""
    match fact:
        case Had():
            facets = [facet.value for facet in (fact.kind, fact.sourcing) if facet]
            giver = [f"from {fact.giver}"] if fact.giver else []
            price = [f"for {written(fact.amount)}"] if fact.amount else []
            return " | ".join(["had", fact.name, *facets, *giver, *price])
        case Ally():
            return " | ".join(["outside", fact.name, *fact.gives])
        case Done():
            return " | ".join(["done", fact.name, *([f"by {fact.by}"] if fact.by else [])])
        case Paid():
            return f"paid | {fact.name} | {written(fact.amount)}"


def facts_in(text: str) -> list[str]:
    return [noted(fact) for clause in read_statements(text) for fact in clause.facts]


@pytest.mark.parametrize(("said", "facts"), SURE)
def test_what_is_sure_is_read(said: str, facts: list[str]) -> None:
    assert facts_in(said) == facts


@pytest.mark.parametrize("said", UNSURE)
def test_what_is_not_sure_is_left_to_others(said: str) -> None:
    assert facts_in(said) == []


def test_the_lists_are_long_and_nasty_enough_to_mean_something() -> None:
    said = [text for text, _ in SURE]
    assert len(set(said)) == len(said) >= 50
    assert len(set(UNSURE)) == len(UNSURE) >= 50


@pytest.mark.parametrize("said", [text for text, _ in SURE])
@pytest.mark.parametrize("doubt", ["maybe ", "if ", "next year "])
def test_a_doubt_before_it_makes_anything_unsure(said: str, doubt: str) -> None:
    first = read_statements(doubt + said)[0]
    assert first.facts == ()


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        (
            "We lease a van from Hertz and our cousin does the books",
            ("We lease a van from Hertz", "our cousin does the books"),
        ),
        ("we own a van and a trailer", ("we own a van and a trailer",)),
        ("hired two bakers, 1800 a month each", ("hired two bakers, 1800 a month each",)),
        ("rent is 900 now, insurance is 40 a month", ("rent is 900 now", "insurance is 40 a month")),
        (
            "Flour from the mill, and Mill Roasters lends us a grinder",
            ("Flour from the mill", "Mill Roasters lends us a grinder"),
        ),
        ("bought an oven; hired a baker", ("bought an oven", "hired a baker")),
        ("we sell bread and milk", ("we sell bread and milk",)),
        ("the permit (and we bought it) is done", ("the permit (and we bought it) is done",)),
    ],
)
def test_a_message_is_cut_where_another_statement_begins(said: str, parts: tuple[str, ...]) -> None:
    assert clauses(said) == parts


@pytest.mark.parametrize(
    ("said", "name", "amount"),
    [
        ("rent is 900 now", "Rent", "900"),
        ("the pitch costs 200 a month", "Pitch", "200 month"),
        ("about 40 a month for the phone", "Phone", "40 month"),
        ("aprons for 40", "Aprons", "40"),
        ("Aprons 40 a month", "Aprons", "40 month"),
        ("we pay 300 for the hall", "Hall", "300"),
        ("4 € a bag for flour from the mill", "Flour from the mill", "4 EUR unit bag"),
    ],
)
def test_a_cost_is_called_by_what_is_paid_for(said: str, name: str, amount: str) -> None:
    cost = read_named_cost(said)
    assert cost is not None
    assert (cost.name, written(cost.amount)) == (name, amount)


def test_without_an_amount_nothing_is_called_a_cost() -> None:
    assert read_named_cost("rent is high") is None


@given(st.text())
def test_whatever_is_written_it_is_read_without_losing_words(text: str) -> None:
    for clause in read_statements(text):
        assert clause.words.strip()
        assert all(getattr(fact, "name", "").strip() for fact in clause.facts)
