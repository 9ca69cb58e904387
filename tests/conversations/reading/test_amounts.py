from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.canvas.money import Amount, Period
from conversations.reading.amounts import UNKNOWN, Vague, find_amounts, read_amount
from tests.conversations.reading.money_phrasings import NASTY, PLAIN


def written(value: Amount | Vague | None) -> str:
    if value is None:
        return ""
    if isinstance(value, Vague):
        return "?"
    range_of = f"{value.low}" if value.low == value.high else f"{value.low}..{value.high}"
    period = value.period.value if value.period else ""
    return " ".join(filter(None, (range_of, value.currency, period, value.per)))


@pytest.mark.parametrize(("text", "meaning"), [*PLAIN, *NASTY])
def test_an_amount_is_read_as_it_was_meant(text: str, meaning: str) -> None:
    assert written(read_amount(text)) == meaning


def test_the_list_of_amounts_is_long_and_nasty_enough_to_mean_something() -> None:
    texts = [text for text, _ in (*PLAIN, *NASTY)]
    assert len(set(texts)) == len(texts) >= 150
    assert len(NASTY) >= 50


@pytest.mark.parametrize("text", ["about 500", "a few hundred", "from 300", "300+", "~500"])
def test_an_approximate_amount_is_marked_rough(text: str) -> None:
    amount = read_amount(text)
    assert isinstance(amount, Amount)
    assert amount.rough


def test_an_amount_remembers_how_it_was_written() -> None:
    assert read_amount("Rent: 2-3k a month, sadly") == Amount(
        low=Decimal(2000), high=Decimal(3000), period=Period.MONTH, as_written="2-3k a month"
    )


def test_unknown_is_one_value() -> None:
    assert read_amount("no clue") is UNKNOWN


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("rent 900 a month and 3,000 flyers for 200 €", [("900 a month", "900 month"), ("200 €", "200 EUR")]),
        ("6 cargo bikes (leased)", []),
        ("Rider wages (variable, 15 per hour)", [("15 per hour", "15 unit hour")]),
        ("insurance 40 a month", [("40 a month", "40 month")]),
        ("talk to 30 commuters", []),
        ("two vans, an oven; three bakers", []),
        ("8,000 € savings", [("8,000 €", "8000 EUR")]),
        ("call +49 170 1234567 before 10:30, it costs 50", [("50", "50")]),
        ("from 800 to 900", [("from 800 to 900", "800..900")]),
    ],
)
def test_amounts_are_found_in_a_sentence(sentence: str, expected: list[tuple[str, str]]) -> None:
    found = [(sentence[start:end], written(amount)) for (start, end), amount in find_amounts(sentence)]
    assert found == expected


@given(
    st.decimals(min_value=0, max_value=10**9, places=2),
    st.sampled_from(["{:,}", "{}", "€{:,}", "{:,} a month"]),
)
def test_any_printed_amount_is_read_back(value: Decimal, form: str) -> None:
    amount = read_amount(form.format(value))
    assert isinstance(amount, Amount)
    assert (amount.low, amount.high) == (value, value)


@given(st.text(max_size=80))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    spans = [span for span, _ in find_amounts(text)]
    flat = [place for span in spans for place in span]
    assert flat == sorted(flat)
    assert all(0 <= start < end <= len(text) for start, end in spans)


@given(st.text(alphabet="0123456789.,' -–/€$kmaper hundretoxw%+()", max_size=60))
def test_every_amount_read_is_a_finite_ordered_range(text: str) -> None:
    amount = read_amount(text)
    if isinstance(amount, Amount):
        assert amount.low.is_finite()
        assert 0 <= amount.low <= amount.high
