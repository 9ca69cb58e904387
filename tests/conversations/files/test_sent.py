from __future__ import annotations

import json

import pytest

from conversations.canvas.document import Canvas, Venture, encode_canvas
from conversations.canvas.entries import Activity
from conversations.files.sent import LARGEST
from conversations.interview.events import Document, Fetched
from conversations.interview.requests import Fetch
from tests.conversations.canvases import coffee_cart
from tests.conversations.interview.bench import Founder


def sends(lena: Founder, content: bytes | None, name: str = "backstage.json", size: int = 100) -> Founder:
    """Send a file, and let it be fetched where it is wanted."""
    lena.does(Document("f1", name, size, message=77))
    assert lena.last_outcome is not None
    for request in lena.last_outcome.requests:
        assert isinstance(request, Fetch)
        lena.does(Fetched(request, content))
    return lena


def ventures(*canvases: Canvas) -> bytes:
    documents = [{"canvas": json.loads(encode_canvas(canvas))} for canvas in canvases]
    return json.dumps({"format": "backstage-export/1", "ventures": documents}).encode()


def named(name: str) -> Canvas:
    return Canvas(venture=Venture(name=name)).with_new([Activity(id=0, text="Brew")])


def test_an_exported_file_is_offered_and_taken_as_it_was() -> None:
    lena = Founder().answers(name="Soap Opera")
    sends(lena, ventures(coffee_cart()))
    assert lena.sees("That's a canvas for Bean Wheels, 21 notes.")
    lena.taps("Take it")
    assert lena.canvas == coffee_cart()
    lena.commands("ventures")
    assert lena.sees("Soap Opera", "Bean Wheels")


def test_each_canvas_of_a_file_is_offered_and_several_can_be_taken() -> None:
    lena = Founder().answers(name="Soap Opera")
    sends(lena, ventures(named("Bean Wheels"), Canvas(), named("Juice Bar")))
    assert lena.sees("Bean Wheels", "Juice Bar")
    assert lena.labels.count("Take it") == 2
    lena.taps("Take it").taps("Take it")
    names = {kept.canvas.venture.name for kept in lena.ventures.values()}
    assert names == {"Soap Opera", "Bean Wheels", "Juice Bar"}


def test_of_many_canvases_five_are_offered_at_a_time() -> None:
    lena = sends(Founder().answers(name="Soap Opera"), ventures(*(named(f"Venture {n}") for n in range(8))))
    assert lena.labels.count("Take it") == 5
    assert lena.sees("There are 3 more in that file.")


def test_a_plain_canvas_is_offered_too() -> None:
    plain = {"company": "Fern & Fable", "activities": ["pot ferns"], "costs": ["rent (fixed, $600/mo)"]}
    lena = sends(Founder().answers(name="Soap Opera"), json.dumps(plain).encode(), "plain.JSON")
    assert lena.sees("That's a canvas for Fern & Fable, 2 notes.")


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"not json", b"[1, 2]", b'{"ventures": []}', b'{"ventures": [{"canvas": {}}]}']
)
def test_a_file_without_a_canvas_is_told_and_changes_nothing(content: bytes) -> None:
    lena = Founder().answers(name="Soap Opera")
    before = lena.canvas
    sends(lena, content)
    assert lena.sees("I found no canvas in that file.")
    assert lena.canvas == before


def test_a_file_of_a_newer_bot_is_told_apart() -> None:
    lena = sends(Founder().answers(name="Soap Opera"), b'{"schema": 99, "entries": []}')
    assert lena.sees("A newer Backstage wrote that file")


def test_a_file_that_is_too_large_is_not_fetched_and_the_question_stays() -> None:
    lena = sends(Founder().answers(name="Soap Opera"), None, size=LARGEST + 1)
    assert lena.sees("That file is too large", "How far along is it?")


def test_a_file_that_does_not_come_is_asked_for_again() -> None:
    assert sends(Founder().answers(name="Soap Opera"), None).sees("Would you send it once more?")


@pytest.mark.parametrize("name", ["plan.pdf", "notes", "", "json", "canvas.json.exe"])
def test_other_files_get_the_answer_they_always_got(name: str) -> None:
    lena = sends(Founder().answers(name="Soap Opera"), b"{}", name)
    assert lena.sees("I can't open files yet")


def test_words_beside_another_file_are_the_answer() -> None:
    lena = Founder().skips_to("before_sale")
    lena.does(Document("f1", "plan.pdf", 10, caption="get street permit", message=78))
    assert lena.texts == ["Get street permit"]


def test_somebody_new_can_begin_with_a_file() -> None:
    lena = sends(Founder(), ventures(coffee_cart()))
    lena.taps("Take it")
    assert lena.sees("Bean Wheels is yours now")


def test_import_says_how() -> None:
    assert Founder().answers(name="Soap Opera").commands("import").sees("Send me the .json file", "How far")
