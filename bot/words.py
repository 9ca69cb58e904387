"""The packaged catalogues."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources

from conversations.words.catalogue import Catalogue

DEFAULT = "en"


@lru_cache(maxsize=256)
def load_catalogue(language: str = DEFAULT) -> Catalogue:
    """Give the catalogue for an IETF language tag (`en`, `pt-BR`, empty for none), each read only once.

    A missing language is English, and so is a key that a language lacks. Raises `CatalogueError` where a
    packaged file can't be read.
    """
    return next((_read(name) for name in _names(language) if _files(name)), _read(DEFAULT))


@cache
def _read(name: str) -> Catalogue:
    if name == DEFAULT:
        return Catalogue.from_po(_files(name), name)
    return Catalogue.from_po(_files(name), name, _read(DEFAULT))


def _names(tag: str) -> tuple[str, ...]:
    parts = tag.replace("-", "_").split("_")
    if not all(part.isascii() and part.isalnum() for part in parts):
        return ()
    return ("_".join([parts[0].lower(), *parts[1:]]), parts[0].lower())


def _files(name: str) -> tuple[bytes, ...]:
    folder = resources.files("conversations.words") / name
    if not folder.is_dir():
        return ()
    found = [file for file in folder.iterdir() if file.name.endswith(".po")]
    return tuple(file.read_bytes() for file in sorted(found, key=lambda file: file.name))
