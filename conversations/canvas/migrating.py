"""Stored canvases of older schemas, brought up to this one step by step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Document: TypeAlias = "dict[str, Any]"
Upgrade: TypeAlias = Callable[[Document], Document]

UPGRADES: dict[int, Upgrade] = {}
"""What turns a document of one schema into the next, by the schema that it starts from."""


def upgraded(document: Document, schema: int, upgrades: Mapping[int, Upgrade] | None = None) -> Document:
    """Give a stored document in the given schema, its entries in the order they had."""
    steps = UPGRADES if upgrades is None else upgrades
    for older in range(document.get("schema", 1), schema):
        document = {**steps[older](document), "schema": older + 1}
    return document
