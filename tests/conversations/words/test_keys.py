"""Every key that the code says stands in the catalogue, and every key there is said by the code."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

import bot
import conversations
from bot.words import load_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOTS = tuple(Path(str(package.__file__)).parent for package in (conversations, bot))
SAYING = frozenset({"say", "Phrase"})


class Said(NamedTuple):
    where: str
    key: str | re.Pattern[str]
    parameters: frozenset[str] | None


@cache
def modules() -> tuple[tuple[Path, ast.Module], ...]:
    paths = (path for root in ROOTS for path in sorted(root.rglob("*.py")))
    return tuple((path, ast.parse(path.read_text("utf-8"))) for path in paths)


def pattern_of(node: ast.JoinedStr) -> re.Pattern[str]:
    parts = (
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w.-]+" for part in node.values
    )
    return re.compile("".join(parts))


def keys_in(node: ast.expr) -> Iterator[str | re.Pattern[str]]:
    match node:
        case ast.Constant(value=str() as key):
            yield key
        case ast.JoinedStr():
            yield pattern_of(node)
        case ast.IfExp(body=body, orelse=orelse):
            yield from keys_in(body)
            yield from keys_in(orelse)


def said() -> Iterator[Said]:
    for path, tree in modules():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and node.args and isinstance(node.func, ast.Name)):
                continue
            if node.func.id not in SAYING:
                continue
            names = [keyword.arg for keyword in node.keywords]
            known = node.func.id == "say" and None not in names
            parameters = frozenset(name for name in names if name) if known else None
            for key in keys_in(node.args[0]):
                yield Said(f"{path.name}:{node.lineno}", key, parameters)


def words_of_playbooks() -> Iterator[str]:
    def strings(value: object) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for item in value.values():
                yield from strings(item)
        elif isinstance(value, list):
            for item in value:
                yield from strings(item)

    for root in ROOTS:
        for path in root.rglob("*.toml"):
            yield from strings(tomllib.loads(path.read_text("utf-8")))


def test_every_key_that_is_said_stands_in_the_catalogue() -> None:
    keys = load_catalogue().keys
    missing = [
        (one.where, str(one.key))
        for one in said()
        if (one.key not in keys if isinstance(one.key, str) else not any(map(one.key.fullmatch, keys)))
    ]
    assert not missing


def test_every_placeholder_is_given_a_parameter() -> None:
    catalogue = load_catalogue()
    lacking = [
        (one.where, one.key, sorted(catalogue.placeholders(one.key) - one.parameters))
        for one in said()
        if isinstance(one.key, str) and one.key in catalogue.keys and one.parameters is not None
        if catalogue.placeholders(one.key) - one.parameters
    ]
    assert not lacking


def test_every_key_of_the_catalogue_is_used() -> None:
    # A playbook names keys, and families of them that a trade's name completes.
    families = tuple(f"{word}." for word in words_of_playbooks() if re.fullmatch(r"[a-z_]+\.[a-z_.]+", word))
    literals = set(words_of_playbooks())
    patterns = set()
    for _, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literals.add(node.value)
            elif isinstance(node, ast.JoinedStr) and re.match(r"[a-z_]+\\?\.", pattern_of(node).pattern):
                patterns.add(pattern_of(node))
    unused = [
        key
        for key in sorted(load_catalogue().keys)
        if key not in literals
        and not key.startswith(families)
        and not any(pattern.fullmatch(key) for pattern in patterns)
    ]
    assert not unused


@pytest.mark.parametrize(
    "language", [folder.name for folder in (ROOTS[0] / "words").iterdir() if folder.is_dir()]
)
def test_no_key_stands_twice(language: str) -> None:
    keys = Counter(
        key
        for path in (ROOTS[0] / "words" / language).glob("*.po")
        for key in re.findall(r'^msgid "(.+)"$', path.read_text("utf-8"), re.MULTILINE)
    )
    assert [key for key, times in keys.items() if times > 1] == []


def test_every_message_has_words() -> None:
    catalogue = load_catalogue()
    assert [key for key in catalogue.keys if not catalogue.worded(key, 2).strip()] == []
