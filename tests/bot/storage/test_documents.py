"""What a store knows by heart is what stands in the database, and no more than fits."""

from __future__ import annotations

from bot.storage.documents import KEPT, Documents
from conversations.canvas.document import Canvas, Venture, encode_canvas
from conversations.interview.position import Conversation, encode_conversation


def a_canvas(name: str) -> tuple[str, Canvas]:
    canvas = Canvas(venture=Venture(name=name))
    return encode_canvas(canvas).decode(), canvas


def test_what_was_written_is_known_at_the_next_turn() -> None:
    documents = Documents()
    position = Conversation(state="weekly")
    written = encode_conversation(position).decode()
    documents.keep_position(1, written, position)
    assert documents.position(1, written) is position


def test_what_somebody_else_wrote_meanwhile_is_seen() -> None:
    documents = Documents()
    documents.keep_canvas("v", *a_canvas("Coffee Cart"))
    theirs, canvas = a_canvas("Tea Cart")
    assert documents.canvas("v", theirs) == canvas


def test_only_so_many_are_kept_and_whoever_was_longest_unheard_of_is_read_anew() -> None:
    documents = Documents()
    first, canvas = a_canvas("Coffee Cart")
    documents.keep_canvas("first", first, canvas)
    for number in range(KEPT):
        documents.keep_canvas(str(number), *a_canvas(str(number)))
    again = documents.canvas("first", first)
    assert again == canvas
    assert again is not canvas


def test_nothing_is_kept_once_somebody_wants_to_be_forgotten() -> None:
    documents = Documents()
    document, canvas = a_canvas("Coffee Cart")
    documents.keep_canvas("v", document, canvas)
    documents.forget()
    assert documents.canvas("v", document) is not canvas
