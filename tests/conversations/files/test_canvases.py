"""What goes out as JSON comes in again as it was; what nobody of ours wrote is refused or mended."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from conversations.canvas.document import Canvas, decode_canvas, encode_canvas
from conversations.canvas.entries import Resource
from conversations.files.canvases import BadLine, CanvasRead, canvases_in
from tests.conversations.canvases import coffee_cart
from tests.conversations.files.any_canvas import canvases

if TYPE_CHECKING:
    from collections.abc import Callable


def read(raw: bytes) -> list[CanvasRead | BadLine]:
    return list(canvases_in(raw))


def the_canvas_in(raw: bytes) -> Canvas:
    (found,) = read(raw)
    assert isinstance(found, CanvasRead), found
    return found.canvas


def export_of(canvas: Canvas) -> bytes:
    venture = {"id": "v1", "role": "owner", "version": 3, "canvas": json.loads(encode_canvas(canvas))}
    everything = {"format": "backstage-export/1", "ventures": [venture], "conversations": []}
    return json.dumps(everything, indent=1, ensure_ascii=False).encode()


@settings(max_examples=150)
@given(canvas=canvases())
def test_a_canvas_goes_out_and_comes_in_as_it_was(canvas: Canvas) -> None:
    document = encode_canvas(canvas)
    for raw in (export_of(canvas), document, b'{"canvas": ' + document + b"}"):
        again = the_canvas_in(raw)
        assert again == canvas
        assert encode_canvas(again) == document


def mended(change: Callable[[dict[str, Any]], object]) -> Canvas | str:
    """Give what comes of a coffee cart whose JSON somebody changed: the canvas, or why there is none."""
    document: dict[str, Any] = json.loads(encode_canvas(coffee_cart()))
    change(document)
    (found,) = read(json.dumps(document).encode())
    return found.canvas if isinstance(found, CanvasRead) else found.reason


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda cart: cart["entries"].append(cart["entries"][0]), "entries"),
        (lambda cart: cart["entries"][0].update(id=0), "entries"),
        (lambda cart: cart["entries"][0].update(id="one"), "entries"),
        (lambda cart: cart["entries"][0].update(block="front"), "entries"),
        (lambda cart: cart["entries"][0].update(text="x" * 10_001), "large"),
        (lambda cart: cart["entries"][0].update(text="a\0b"), "signs"),
        (lambda cart: cart["entries"][17]["amount"].update(low="NaN"), "figures"),
        (lambda cart: cart["entries"][17]["amount"].update(high="1e999999"), "figures"),
        (lambda cart: cart["entries"][17]["amount"].update(low="-5"), "figures"),
        (lambda cart: cart["entries"][17]["amount"].update(low="0." + "3" * 400), "figures"),
        (lambda cart: cart["front_stage"]["volume"].update(low="Infinity"), "figures"),
        (lambda cart: cart.update(schema=99), "newer"),
        (lambda cart: cart.update(entries=None), "entries"),
        (
            lambda cart: cart.update(
                entries=[{"block": "costs", "id": n, "text": "x"} for n in range(1, 1002)]
            ),
            "large",
        ),
    ],
)
def test_what_would_trip_the_bot_later_is_refused_with_its_reason(
    change: Callable[[dict[str, Any]], object], reason: str
) -> None:
    assert mended(change) == reason


def test_links_to_what_is_not_there_are_taken_off() -> None:
    def unlink(cart: dict[str, Any]) -> None:
        cart["entries"][9].update(partner=1, activities=[1, 16, 999])
        cart["entries"][17].update(about=999)

    canvas = mended(unlink)
    assert isinstance(canvas, Canvas)
    machine = canvas.entry(10)
    assert isinstance(machine, Resource)
    assert (machine.partner, machine.activities) == (None, (1,))


def test_a_counter_that_lags_behind_is_moved_on() -> None:
    canvas = mended(lambda cart: cart.update(next_id=3))
    assert isinstance(canvas, Canvas)
    assert canvas.next_id == coffee_cart().next_id


@pytest.mark.parametrize("raw", [b"", b"[[[", b"\xff\xfe", b"[" * 100_000, b"7", b"{}", b'"canvas"', b"\0"])
def test_what_is_no_canvas_is_no_error(raw: bytes) -> None:
    assert not any(isinstance(one, CanvasRead) for one in read(raw))


def test_a_plain_canvas_of_thousands_of_lines_is_refused_at_once() -> None:
    (found,) = read(json.dumps({"costs": ["rent 900 a month"] * 50_000}).encode())
    assert found == BadLine(1, "large")


def test_what_the_bot_stored_long_ago_is_still_read() -> None:
    assert the_canvas_in(b'{"schema": 1, "entries": []}') == decode_canvas(b"{}")
