"""Who outside: partners with what they give and get, the missing halves, and whom a thing comes from."""

import pytest
from msgspec import UNSET

from conversations.canvas.entries import Partner, Resource
from tests.conversations.interview.bench import Founder
from tests.conversations.interview.carts import lena_at


def partners(lena: Founder) -> dict[str, tuple[object, object]]:
    return {p.text: (p.gives, p.gets) for p in lena.canvas.of(Partner)}


def test_one_a_line_who_gives_what_and_gets_what() -> None:
    lena = lena_at("partners").says("Mill Roasters: machine, beans / our orders\nstation: pitch / rent")
    assert partners(lena) == {
        "Mill Roasters": (("machine", "beans"), ("our orders",)),
        "Station": (("pitch",), ("rent",)),
    }
    assert lena.state == "prices"
    assert lena.sees("Added 2: Mill Roasters · Station")


def test_a_thing_from_a_partner_opens_the_question_and_is_linked() -> None:
    lena = lena_at("partners")
    assert lena.sees("Espresso machine comes from a partner: who?")
    lena.says("Mill Roasters: machine, beans / our orders; station: pitch / rent")
    machine = lena.entry("Espresso machine") if "Espresso machine" in lena.texts else None
    assert isinstance(machine, Resource)
    assert machine.partner == lena.entry("Mill Roasters").id


def test_the_only_partner_named_gives_the_only_thing_asked_about() -> None:
    lena = lena_at("partners").says("Mill Roasters")
    machine = lena.entry("Espresso machine")
    assert isinstance(machine, Resource)
    assert machine.partner == lena.entry("Mill Roasters").id


@pytest.mark.parametrize(
    ("said", "standing"), [("[None yet]", "none"), ("none", "none"), ("dunno", "unknown")]
)
def test_having_no_partner_is_an_answer(said: str, standing: str) -> None:
    lena = lena_at("partners").answers(partners=said)
    assert lena.canvas.answers["partners"].standing == standing
    assert lena.canvas.of(Partner) == ()


@pytest.mark.parametrize(
    ("first", "asked", "said", "gives", "gets"),
    [
        ("Mill Roasters", "what do they give you, and what do they get", "beans / orders", "beans", "orders"),
        ("Mill Roasters: beans", "what do they get from you?", "orders", "beans", "orders"),
        ("Mill Roasters: beans", "what do they get from you?", "beans / orders", "beans", "orders"),
    ],
)
def test_only_missing_halves_are_asked_for(first: str, asked: str, said: str, gives: str, gets: str) -> None:
    lena = lena_at("partners").says(first)
    assert lena.state == "halves"
    assert lena.sees(asked, "Key partners · one more")
    lena.says(said)
    assert partners(lena)["Mill Roasters"] == ((gives,), (gets,))
    assert lena.sees("Noted for Mill Roasters")


def test_the_halves_of_several_come_a_line_each() -> None:
    lena = lena_at("partners").says("Mill Roasters; station").says("beans / orders\npitch / rent")
    assert partners(lena) == {
        "Mill Roasters": (("beans",), ("orders",)),
        "Station": (("pitch",), ("rent",)),
    }


def test_halves_that_fit_nobody_are_asked_about() -> None:
    lena = lena_at("partners").says("Mill Roasters; station; bank").says("beans / orders")
    assert lena.state == "halves"
    assert lena.sees("Tell me like this")


@pytest.mark.parametrize("said", ["I don't know", "none"])
def test_halves_nobody_knows_are_left_open_and_not_asked_again(said: str) -> None:
    lena = lena_at("partners").says("Mill Roasters").says(said)
    assert partners(lena)["Mill Roasters"] == (None, None)
    assert lena.state == "prices"


def test_halves_skipped_stay_unasked() -> None:
    lena = lena_at("partners").says("Mill Roasters").taps("Skip")
    assert partners(lena)["Mill Roasters"] == (UNSET, UNSET)


def test_a_partner_named_anew_keeps_its_id_and_takes_what_is_new() -> None:
    lena = lena_at("partners").says("Mill Roasters: beans / orders")
    before = lena.entry("Mill Roasters")
    lena.commands("back").says("Mill Roasters: beans, machine / orders; station: pitch / rent")
    after = lena.entry("Mill Roasters")
    assert isinstance(after, Partner)
    assert after.id == before.id
    assert after.gives == ("beans", "machine")
    assert after.gets == ("orders",)
