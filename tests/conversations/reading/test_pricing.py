from decimal import Decimal

import pytest

from conversations.canvas.money import Amount, Period
from conversations.reading.amounts import UNKNOWN
from conversations.reading.pricing import PriceReply, Sale, read_prices, read_sale
from tests.conversations.reading.test_amounts import written

LIST = ("Cart", "Espresso machine", "Beans", "Pitch at the station")


def prices(reply: PriceReply) -> dict[int, str]:
    return {index + 1: written(value) for index, value in sorted(reply.prices.items())}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1 350 a month, 2 free, 3 0.90 a cup, 4 200 a month",
            {1: "350 month", 2: "0", 3: "0.9 unit cup", 4: "200 month"},
        ),
        (
            "1 350 a month 2 free 3 0.90 a cup 4 200 a month",
            {1: "350 month", 2: "0", 3: "0.9 unit cup", 4: "200 month"},
        ),
        ("1: 350; 2) free; 3. 0,90; 4 = 200", {1: "350", 2: "0", 3: "0.9", 4: "200"}),
        ("1. 350\n2. don't know\n3. 0.90 a cup", {1: "350", 2: "?", 3: "0.9 unit cup"}),
        ("1 1 350\n2 2.000 once", {1: "1350", 2: "2000 once"}),
        ("1 350 €, 3 1.50 € a kilo", {1: "350 EUR", 3: "1.5 EUR unit kilo"}),
        ("cart 350 a month, beans 0.90 a cup", {1: "350 month", 3: "0.9 unit cup"}),
        ("the cart is about 350 and beans maybe 0.90 a cup", {1: "350", 3: "0.9 unit cup"}),
        ("machine: free", {2: "0"}),
        ("Pitch 200\nCart 350", {1: "350", 4: "200"}),
        ("all free", {1: "0", 2: "0", 3: "0", 4: "0"}),
        ("everything is free", {1: "0", 2: "0", 3: "0", 4: "0"}),
        ("don't know", {1: "?", 2: "?", 3: "?", 4: "?"}),
        ("1 350, rest don't know", {1: "350", 2: "?", 3: "?", 4: "?"}),
        ("1 and 2 free, 3 1.20 a cup", {1: "0", 2: "0", 3: "1.2 unit cup"}),
        ("350, 0, 0.90, 200", {1: "350", 2: "0", 3: "0.9", 4: "200"}),
        ("3 1.20 a cup", {3: "1.2 unit cup"}),
        ("1 cart 350", {1: "350"}),
        ("１ ３５０、２ 免费", {1: "350", 2: "0"}),
        ("١ ٣٥٠، ٢ مجاني", {1: "350", 2: "0"}),
        ("1 2-3k a month", {1: "2000..3000 month"}),
        ("lol", {}),
        ("350", {}),
        ("", {}),
    ],
)
def test_one_reply_prices_several(text: str, expected: dict[int, str]) -> None:
    assert prices(read_prices(text, LIST)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("350", "350"),
        ("1 350", "350"),
        ("€1 350", "1350 EUR"),
        ("1350", "1350"),
        ("1.350", "1350"),
        ("1: 350", "350"),
        ("cart 350", "350"),
        ("about 350 a month I think", "350 month"),
        ("don't know", "?"),
        ("a few hundred", "200..500"),
        ("free", "0"),
    ],
)
def test_a_single_item_is_priced_by_a_bare_amount(text: str, expected: str) -> None:
    assert prices(read_prices(text, ["Cart"])) == {1: expected}


def test_a_cost_that_was_not_asked_about_is_kept() -> None:
    reply = read_prices("cart 350, insurance 40 a month", LIST)
    assert prices(reply) == {1: "350"}
    assert [(name, written(amount)) for name, amount in reply.extra] == [("insurance", "40 month")]


@pytest.mark.parametrize(
    ("said", "extra"),
    [
        ("2000 rent", [("rent", "2000")]),
        ("€50 insurance", [("insurance", "50 EUR")]),
        ("600 for the van a month", [("van", "600 month")]),
        ("cart 350 and rent 2000", [("rent", "2000")]),
        ("2 insurance", []),
        ("2000 I think", []),
        ("about 3000 together", []),
    ],
)
def test_a_cost_that_was_not_asked_about_may_follow_its_amount(
    said: str, extra: list[tuple[str, str]]
) -> None:
    assert [(name, written(amount)) for name, amount in read_prices(said, LIST).extra] == extra


def test_what_is_not_understood_is_handed_back() -> None:
    assert read_prices("1 350, but only in summer", LIST).unread == ("but only in summer",)
    assert read_prices("what a question", LIST).unread == ("what a question",)


def test_an_unknown_price_is_the_same_unknown_everywhere() -> None:
    assert read_prices("2 no idea", LIST).prices[1] is UNKNOWN


def amount(value: str, period: Period | None = None, per: str = "", as_written: str = "") -> Amount:
    return Amount(Decimal(value), Decimal(value), period=period, per=per, as_written=as_written)


def test_a_hoped_sale_has_price_and_volume() -> None:
    assert read_sale("3.20 a cup, maybe 1200") == Sale(
        price=amount("3.2", Period.UNIT, "cup", "3.20 a cup"),
        volume_low=Decimal(1200),
        volume_high=Decimal(1200),
        hoped=True,
    )


@pytest.mark.parametrize(
    ("text", "price", "volume", "revenue"),
    [
        ("3.20 a cup, maybe 1200", "3.2 unit cup", "1200..1200", ""),
        ("about 4000 a month, 15 each", "15 unit", "", "4000 month"),
        ("15 each, about 4000 € a month", "15 unit", "", "4000 EUR month"),
        ("1200 cups at 3.20", "3.2", "1200..1200", ""),
        ("20 clients x 150", "150", "20..20", ""),
        ("20 x 150", "150", "20..20", ""),
        ("150 a client, 20 clients", "150 unit client", "20..20", ""),
        ("3 to 4 euros, 1000-1500 a month", "3..4 EUR", "1000..1500", ""),
        ("3.20 per cup and I hope for 50 a day", "3.2 unit cup", "1521..1521", ""),
        ("4000 a month", "", "", "4000 month"),
        ("15", "15", "", ""),
        ("15 €", "15 EUR", "", ""),
        ("每杯3元，大约1200", "3 CNY unit 杯", "1200..1200", ""),
        ("no clue", "", "", ""),
    ],
)
def test_a_sale_is_read(text: str, price: str, volume: str, revenue: str) -> None:
    sale = read_sale(text)
    volume_read = f"{sale.volume_low}..{sale.volume_high}" if sale.volume_low is not None else ""
    assert (written(sale.price), volume_read, written(sale.monthly_revenue)) == (price, volume, revenue)


def test_not_knowing_what_a_sale_brings_is_told() -> None:
    assert read_sale("don't know yet") == Sale(unknown=True)
