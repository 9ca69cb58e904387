"""The packaged catalogues, read once at start."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from conversations.words.catalogue import Catalogue

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

DEFAULT = "en"


def load_catalogue(language: str = DEFAULT) -> Catalogue:
    """Give the catalogue for an IETF language tag (`en`, `pt-BR`, empty for none).

    A missing language is English, and so is a key that a language lacks. Raises `CatalogueError` where a
    packaged file can't be read.
    """
    words = resources.files("conversations.words")
    english = Catalogue.from_po(_files(words / DEFAULT), DEFAULT)
    for name in _names(language):
        sources = _files(words / name)
        if name != DEFAULT and sources:
            return Catalogue.from_po(sources, name, english)
    return english


def _names(tag: str) -> tuple[str, ...]:
    parts = tag.replace("-", "_").split("_")
    if not all(part.isascii() and part.isalnum() for part in parts):
        return ()
    return ("_".join([parts[0].lower(), *parts[1:]]), parts[0].lower())


def _files(folder: Traversable) -> tuple[bytes, ...]:
    if not folder.is_dir():
        return ()
    found = [file for file in folder.iterdir() if file.name.endswith(".po")]
    return tuple(file.read_bytes() for file in sorted(found, key=lambda file: file.name))
