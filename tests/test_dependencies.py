"""What the documents say of our dependencies is what is installed, and nothing else is."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TABLE = re.findall(
    r"^\| ([\w.-]+) \| .+ \| ([^|]+) \| [\d.]+ \|$",
    (ROOT / "docs/dependencies.md").read_text("utf-8"),
    re.MULTILINE,
)
NEEDED = [
    found[0]
    for line in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    if (found := re.match(r"[\w.-]+", line))
]
SHARING_ALIKE = re.compile(r"(?<!L)GPL|AGPL|SSPL|proprietary", re.IGNORECASE)
"""Licences that ask for more than MIT gives."""


def licence_of(package: str) -> str:
    """Give what a package states of its licence: an expression, a text, or classifiers."""
    found = metadata(package)
    fields = ("License-Expression", "License", "Classifier")
    return " ".join(value for field in fields for value in found.get_all(field) or [])


def test_each_dependency_is_in_the_table_and_nothing_else_is() -> None:
    assert [name for name, _licence in TABLE] == sorted(NEEDED, key=str.lower)


@pytest.mark.parametrize(("package", "licence"), TABLE)
def test_its_licence_is_the_one_it_has(package: str, licence: str) -> None:
    stated = licence_of(package)
    names = ("OFL", "Open Font License") if licence.startswith("OFL") else (re.split(r"[- ]", licence)[0],)
    assert any(name.casefold() in stated.casefold() for name in names), stated[:200]


@pytest.mark.parametrize("package", NEEDED)
def test_no_licence_asks_for_more_than_ours_gives(package: str) -> None:
    assert not SHARING_ALIKE.search(licence_of(package).replace("LGPL", "Lesser"))


def test_each_dependency_says_what_it_is_for() -> None:
    lines = (ROOT / "pyproject.toml").read_text("utf-8").splitlines()
    silent = [line for line in lines if re.match(r'\s+"[\w.-]+(\[\w+\])?[><=]', line) and "#" not in line]
    assert silent == []
