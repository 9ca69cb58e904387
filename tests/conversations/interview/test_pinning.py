"""/pin: one message that is kept up to date, however the canvas changes, until a tap ends it."""

from msgspec.structs import replace

from conversations.canvas.entries import CLASSES, Cost
from conversations.canvas.facets import Block
from conversations.canvas.money import Amount, Period
from conversations.interview.replies import Refresh
from conversations.words.short_canvas import short_canvas
from tests.conversations.interview.bench import Founder
from tests.conversations.interview.carts import lena_at, lena_at_rest
from tests.conversations.interview.shown import words
from tests.telegram_server.entities import from_html


def pinned(lena: Founder) -> str:
    assert lena.screen.pinned is not None
    return lena.screen.pinned.text


def refreshed(lena: Founder) -> bool:
    assert lena.last_outcome is not None
    return any(isinstance(reply, Refresh) for reply in lena.last_outcome.replies)


def test_a_pinned_canvas_follows_every_change() -> None:
    lena = lena_at_rest().commands("pin")
    assert lena.sees("Bean Wheels", "Brew and serve", "Pitch — 200 € a month", "As of 2 Mar", "Stop updating")
    lena.says("pitch is 900 now")
    assert "Pitch — 900 € a month" in pinned(lena)
    lena.taps("Undo")
    assert "Pitch — 200 € a month" in pinned(lena)
    lena.commands("edit").taps("Partners", "Station", "Delete")
    assert "Station" not in pinned(lena)


def test_what_it_does_not_show_is_no_edit() -> None:
    lena = lena_at_rest().commands("pin")
    lena.taps_data(f"o:not:{lena.venture}:some_advice")
    assert not refreshed(lena)
    lena.commands("help")
    assert not refreshed(lena)


def test_it_grows_with_the_interview() -> None:
    lena = lena_at("keep").commands("pin")
    assert lena.state == "keep"
    lena.says("hand out stamp cards")
    assert "Hand out stamp cards" in pinned(lena)


def test_a_tap_ends_it_and_the_command_begins_anew() -> None:
    lena = lena_at_rest().commands("pin")
    first = lena.screen.pinned
    lena.taps("Stop updating")
    assert lena.sees("Fine, that message stays as it is.")
    lena.says("pitch is 900 now")
    assert not refreshed(lena)
    assert first is not None
    assert "200" in first.text
    assert first.rows == ()
    lena.commands("pin")
    assert "Pitch — 900 € a month" in pinned(lena)
    lena.taps("Stop updating").taps_again()
    assert lena.sees("Nothing is pinned.")


def test_pinning_again_lets_the_former_message_go() -> None:
    lena = lena_at_rest().commands("pin")
    first = lena.screen.pinned
    lena.commands("canvas").taps("Pin it")
    assert lena.screen.pinned is not first
    assert first is not None
    assert first.rows == ()


def test_nothing_to_pin_is_said() -> None:
    assert Founder().commands("pin").sees("There is nothing to pin yet.")


def test_another_venture_leaves_it_as_it_is() -> None:
    lena = lena_at_rest().commands("pin").taps_data("o:over").taps("Start a new one")
    lena.answers(name="Harbour Soap", stage="[Just an idea]", promise="Soap that smells of the sea")
    lena.answers(before_sale="ask ten shops")
    assert "Brew and serve" in pinned(lena)
    assert "Ask ten shops" not in pinned(lena)
    lena.commands("ventures").taps("Bean Wheels").says("pitch is 900 now")
    assert "Pitch — 900 € a month" in pinned(lena)


def test_any_canvas_fits_into_one_message() -> None:
    long = "ßomething " * 40
    amount = Amount(10**15, 10**15, "EUR", Period.UNIT, per=long)  # type: ignore[arg-type]  # as large as it gets
    canvas = lena_at_rest().canvas.with_new(
        CLASSES[block](id=0, text=f"{long}{number}") for block in Block for number in range(40)
    )
    canvas = canvas.with_new(Cost(id=0, text=f"{long}{n}", amount=amount) for n in range(40))
    canvas = replace(canvas, venture=replace(canvas.venture, name=long))
    shown = from_html(words().html(short_canvas(canvas))).text
    assert shown.count(" more\n") == 4
    assert len(shown) < 4000
