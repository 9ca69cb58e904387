"""What can be wrong with a translation: a key, placeholders or tags that the English message doesn't have."""

from __future__ import annotations

import re
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING

from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACEHOLDER = re.compile(r"\{\w+\}")
TAG = re.compile(r"</?\w+>")


def messages_in(po: bytes) -> dict[str, tuple[str, ...]]:
    """Give the words of each key, all their plural forms; what isn't translated is left out."""
    return {
        _key(message.id): tuple(form for form in _forms(message.string) if form)
        for message in read_po(BytesIO(po))
        if message.id and any(_forms(message.string))
    }


def english() -> dict[str, tuple[str, ...]]:
    return {key: forms for _, po in files_of("en") for key, forms in messages_in(po).items()}


def languages() -> list[str]:
    words = resources.files("conversations.words")
    return sorted(folder.name for folder in words.iterdir() if folder.is_dir() and any(files_of(folder.name)))


def files_of(language: str) -> Iterator[tuple[str, bytes]]:
    for file in (resources.files("conversations.words") / language).iterdir():
        if file.name.endswith(".po"):
            yield file.name, file.read_bytes()


def mistakes(po: bytes) -> list[str]:
    """Give a line for each message of a file that doesn't fit the English one."""
    known = english()
    found: list[str] = []
    for key, forms in messages_in(po).items():
        if key not in known:
            found.append(f"{key}: there is no such message")
            continue
        allowed = {name for form in known[key] for name in PLACEHOLDER.findall(form)}
        needed = set.intersection(*(set(PLACEHOLDER.findall(form)) for form in known[key]))
        tags = sorted(TAG.findall(known[key][0]))
        for form in forms:
            said = set(PLACEHOLDER.findall(form))
            found += [f"{key}: {name} isn't given" for name in sorted(said - allowed)]
            found += [f"{key}: {name} is missing" for name in sorted(needed - said)]
            if sorted(TAG.findall(form)) != tags:
                found.append(f"{key}: its tags are {' '.join(tags) or 'none'}")
    return found


def _key(message_id: str | tuple[str, ...] | list[str]) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]


def _forms(string: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string or ())
