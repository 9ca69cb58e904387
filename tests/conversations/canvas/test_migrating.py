"""Stored canvases of other schemas."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from conversations.canvas.document import SCHEMA, Canvas, decode_canvas, encode_canvas
from conversations.canvas.entries import Activity
from conversations.canvas.migrating import UPGRADES, upgraded
from conversations.errors import CanvasFromNewerVersion


def test_a_stored_canvas_carries_its_schema() -> None:
    assert msgspec.json.decode(encode_canvas(Canvas())) == {"schema": SCHEMA}


def test_a_document_without_a_schema_is_of_the_first() -> None:
    assert decode_canvas(b'{"entries": [{"block": "activities", "id": 1, "text": "Bake"}]}') == Canvas(
        entries=(Activity(id=1, text="Bake"),)
    )


def test_a_canvas_from_a_newer_bot_is_refused() -> None:
    with pytest.raises(CanvasFromNewerVersion):
        decode_canvas(b'{"schema": 99, "novelties": [1]}')


@pytest.mark.parametrize(
    "document",
    [
        b'{"venture": {"stage": "a secret"}}',
        b'{"entries": [{"block": "a secret", "id": 1, "text": "a secret"}]}',
        b'{"schema": "a secret"}',
        b'{"entries": [{"block": "costs", "id": 1, "text": "x", "amount": {"low": "a secret"}}]}',
        b"a secret",
    ],
)
def test_what_is_no_canvas_is_refused_without_telling_what_it_says(document: bytes) -> None:
    with pytest.raises(msgspec.ValidationError) as refused:
        decode_canvas(document)
    assert "secret" not in str(refused.value)
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__


def test_an_older_document_goes_through_every_step_and_keeps_its_order() -> None:
    def with_names(document: dict[str, Any]) -> dict[str, Any]:
        return {**document, "entries": [{**entry, "name": entry["text"]} for entry in document["entries"]]}

    def without_texts(document: dict[str, Any]) -> dict[str, Any]:
        return {**document, "entries": [{"name": entry["name"]} for entry in document["entries"]]}

    older = {"entries": [{"text": "b"}, {"text": "a"}]}
    assert upgraded(older, 3, {1: with_names, 2: without_texts}) == {
        "schema": 3,
        "entries": [{"name": "b"}, {"name": "a"}],
    }


def test_there_is_an_upgrade_from_every_older_schema() -> None:
    assert sorted(UPGRADES) == list(range(1, SCHEMA))
