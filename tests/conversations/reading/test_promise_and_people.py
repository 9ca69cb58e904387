import pytest

from conversations.reading.people import read_people
from conversations.reading.promise import Promise, read_promise


@pytest.mark.parametrize(
    ("line", "promise", "customers"),
    [
        ("Good coffee in two minutes, for commuters", "Good coffee in two minutes", "commuters"),
        ("Soap that doesn't sting, for people with eczema", "Soap that doesn't sting", "people with eczema"),
        ("Free Wi-Fi for students", "Free Wi-Fi", "students"),
        ("Better food for less, for families", "Better food for less", "families"),
        ("Bookkeeping for bakers and cafés.", "Bookkeeping", "bakers and cafés"),
        ("We help small shops to sell online", "We help small shops to sell online", "small shops"),
        ("Helping parents find sitters", "Helping parents find sitters", "parents"),
        ("We connect pet owners with sitters", "We connect pet owners with sitters", "pet owners"),
        ("Healthy lunches. Customers: office workers", "Healthy lunches", "office workers"),
        ("For commuters: good coffee", "good coffee", "commuters"),
        ("Für Pendler: guter Kaffee", "guter Kaffee", "Pendler"),
        ("Guter Kaffee, für Pendler", "Guter Kaffee", "Pendler"),
        ("Café rápido para oficinistas", "Café rápido", "oficinistas"),
        ("Du bon café pour les navetteurs", "Du bon café", "les navetteurs"),
        ("Bom café para quem corre", "Bom café", "quem corre"),
        ("Sitters for owners, and pocket money for sitters", "Sitters", "owners and sitters"),
        ("عصير طازج، للطلاب والموظفين", "عصير طازج", "الطلاب والموظفين"),
        ("عصير طازج، لطلاب الجامعة", "عصير طازج", "طلاب الجامعة"),
        ("Good coffee for 2 euros", "Good coffee for 2 euros", ""),
        ("Fresh bread every morning", "Fresh bread every morning", ""),
        ("Tax returns done for you", "Tax returns done for you", ""),
        ("Fair clothes for a fair price", "Fair clothes for a fair price", ""),
        ("Care before and after surgery", "Care before and after surgery", ""),
        ("", "", ""),
    ],
)
def test_the_customers_are_found_in_the_promise(line: str, promise: str, customers: str) -> None:
    assert read_promise(line) == Promise(promise, customers)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("me and Tom", ("Lena", "Tom")),
        ("just me", ("Lena",)),
        ("myself", ("Lena",)),
        ("Me.", ("Lena",)),
        ("only me for now", ("Lena",)),
        ("I do it all", ("Lena",)),
        ("I'm alone", ("Lena",)),
        ("my wife Ana and two helpers", ("my wife Ana", "two helpers")),
        ("me, Tom and two part-timers", ("Lena", "Tom", "two part-timers")),
        ("Tom & Ana", ("Tom", "Ana")),
        ("me, myself and I", ("Lena",)),
        ("me plus a baker (part-time, mornings)", ("Lena", "a baker (part-time, mornings)")),
        ("Me with my brother", ("Lena", "my brother")),
        ("a cook with ten years of practice", ("a cook with ten years of practice",)),
        ("ich und Tom", ("Lena", "Tom")),
        ("yo y mi hermana", ("Lena", "mi hermana")),
        ("moi et Paul", ("Lena", "Paul")),
        ("eu e a Ana", ("Lena", "a Ana")),
        ("我和小王", ("Lena", "小王")),
        ("أنا و علي", ("Lena", "علي")),
        ("two bakers, a driver", ("two bakers", "a driver")),
        ("- me\n- Tom", ("Lena", "Tom")),
        ("my cousin, who does the books", ("my cousin, who does the books",)),
        ("", ()),
    ],
)
def test_who_does_the_work_is_read(text: str, people: tuple[str, ...]) -> None:
    assert read_people(text, "Lena") == people


def test_the_founder_is_named_once() -> None:
    assert read_people("me, Lena and Tom", "Lena") == ("Lena", "Tom")
