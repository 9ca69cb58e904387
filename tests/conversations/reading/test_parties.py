import pytest

from conversations.reading.parties import Party, read_parties, read_party


@pytest.mark.parametrize(
    ("line", "party"),
    [
        (
            "Mill Roasters: machine, beans / our orders",
            Party("Mill Roasters", ("machine", "beans"), ("our orders",)),
        ),
        ("station - pitch / rent", Party("station", ("pitch",), ("rent",))),
        ("station: pitch/rent", Party("station", ("pitch",), ("rent",))),
        ("mill gives us flour for cash", Party("mill", ("flour",), ("cash",))),
        ("The mill supplies flour, we pay cash", Party("The mill", ("flour",), ("cash",))),
        ("Hertz rents us a van for 300 a month", Party("Hertz", ("a van",), ("300 a month",))),
        ("my uncle lends us the van for free", Party("my uncle", ("the van for free",))),
        ("the mill, they give us flour, they get cash", Party("the mill", ("flour",), ("cash",))),
        ("Metro - vegetables - cash", Party("Metro", ("vegetables",), ("cash",))),
        ("Hertz (vans)", Party("Hertz", ("vans",))),
        ("Hertz (vans / rent)", Party("Hertz", ("vans",), ("rent",))),
        ("council gives us the site, gets reports", Party("council", ("the site",), ("reports",))),
        ("oil seller: oils / payment", Party("oil seller", ("oils",), ("payment",))),
        ("Hertz lends us vans in exchange for ads", Party("Hertz", ("vans",), ("ads",))),
        ("Mill Roasters for beans", Party("Mill Roasters", ("beans",))),
        ("Local farms that supply flour", Party("Local farms", ("flour",))),
        ("insurer: gives cover, gets premium", Party("insurer", ("cover",), ("premium",))),
        ("- DHL: delivery / fees", Party("DHL", ("delivery",), ("fees",))),
        ("Hertz", Party("Hertz")),
        ("Procter & Gamble", Party("Procter & Gamble")),
        ("Hertz:", Party("Hertz")),
        ("Hertz: vans / -", Party("Hertz", ("vans",))),
        ("https://hertz.example", Party("https://hertz.example")),
        ("烘焙坊：咖啡豆／我们的订单", Party("烘焙坊", ("咖啡豆",), ("我们的订单",))),
        ("بنك: قرض / فوائد", Party("بنك", ("قرض",), ("فوائد",))),
        ("My cousin Ali – the oven / a share", Party("My cousin Ali", ("the oven",), ("a share",))),
    ],
)
def test_a_line_tells_who_gives_what_for_what(line: str, party: Party) -> None:
    assert read_party(line) == party


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mill Roasters: machine, beans / our orders; station: pitch / rent", ["Mill Roasters", "station"]),
        ("Mill Roasters: machine, beans / our orders, station: pitch / rent", ["Mill Roasters", "station"]),
        ("mill gives flour for cash, town: permit", ["mill", "town"]),
        ("Mill Roasters, the council and Hertz", ["Mill Roasters", "the council", "Hertz"]),
        ("Mill Roasters (beans), Hertz (vans)", ["Mill Roasters", "Hertz"]),
        ("Mill Roasters for beans, Hertz for vans", ["Mill Roasters", "Hertz"]),
        ("- Hertz\n- DHL: parcels", ["Hertz", "DHL"]),
        ("council gives us the site, gets reports", ["council"]),
        ("growers: flowers; they get steady orders", ["growers"]),
        ("Procter & Gamble", ["Procter & Gamble"]),
        ("المورد: دقيق؛ المدينة: موقع", ["المورد", "المدينة"]),
        ("", []),
    ],
)
def test_an_answer_names_its_partners(text: str, names: list[str]) -> None:
    assert [party.name for party in read_parties(text)] == names


def test_a_half_said_after_a_semicolon_stays_with_its_partner() -> None:
    assert read_parties("growers: flowers; they get steady orders") == (
        Party("growers", ("flowers",), ("steady orders",)),
    )
