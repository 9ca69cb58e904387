from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.rehearsal.fetching import read_file
from conversations.files.sent import LARGEST
from conversations.interview.requests import Fetch
from tests.bot.rehearsal.process import backstage

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = '{"company": "Juice Bar", "activities": ["press juice"], "costs": ["oranges"]}'


def test_a_file_typed_as_import_is_offered_and_taken(tmp_path: Path) -> None:
    (tmp_path / "juice bar.json").write_text(PLAIN, "utf-8")
    ended = backstage(
        "rehearse",
        "--database",
        "sqlite:///mine.sqlite3",
        home=tmp_path,
        typed='/import "juice bar.json"\nTake it\n/ventures\n',
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "That's a canvas for Juice Bar, 2 notes." in ended.stdout
    assert "Juice Bar is yours now, 2 notes." in ended.stdout


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    ended = backstage(
        "rehearse", "--database", "sqlite:///mine.sqlite3", home=tmp_path, typed="/import none.json\n"
    )
    assert ended.returncode == 0
    assert "I couldn't get that file." in ended.stdout


@pytest.mark.parametrize("name", ["none.json", "", "~nobody-here/x.json", "\0"])
async def test_what_cannot_be_read_gives_nothing(name: str) -> None:
    assert await read_file(Fetch(file=name, name=name)) is None


async def test_a_file_that_is_too_large_gives_nothing(tmp_path: Path) -> None:
    large, fits = tmp_path / "large.json", tmp_path / "fits.json"
    large.write_bytes(b"x" * (LARGEST + 1))
    fits.write_bytes(b"x" * LARGEST)
    assert await read_file(Fetch(file=str(large), name="large.json")) is None
    assert await read_file(Fetch(file=str(fits), name="fits.json")) == b"x" * LARGEST
