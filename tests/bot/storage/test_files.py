from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.storage.errors import Fact, StoreFromNewerVersion, StoreInUse, StoreUnusable
from bot.storage.store import Store
from tests.bot.storage.playing import (
    RULES,
    Clock,
    Founder,
    change,
    file_url,
    opened,
    read,
    said,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


ROOT = Path(__file__).parents[3]
NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "backstage.sqlite3"


def store_at(url: str) -> Store:
    return Store(url, RULES, clock=Clock())


def content_of(path: Path) -> bytes:
    return path.read_bytes()


def write(path: Path, content: bytes | bytearray) -> None:
    path.write_bytes(content)


async def refusal_of(url: str) -> Fact:
    with pytest.raises(StoreUnusable) as refused:
        await store_at(url).open()
    return refused.value.fact


@pytest.mark.parametrize(
    ("url", "fact"),
    [
        ("no address", Fact.MALFORMED),
        ("", Fact.MALFORMED),
        ("sqlite://", Fact.UNSUPPORTED),
        ("sqlite:///:memory:", Fact.UNSUPPORTED),
        ("sqlite:///file:b.sqlite3?mode=ro&uri=true", Fact.UNSUPPORTED),
        ("mysql://root:hunter2@localhost/b", Fact.UNSUPPORTED),
    ],
)
async def test_an_address_that_names_no_file_is_refused(url: str, fact: Fact) -> None:
    with pytest.raises(StoreUnusable) as refused:
        store_at(url)
    assert refused.value.fact is fact
    assert "hunter2" not in str(refused.value)


async def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert await refusal_of(file_url(tmp_path / "nowhere" / "b.sqlite3")) is Fact.NO_FOLDER


async def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    assert await refusal_of(file_url(tmp_path)) is Fact.NOT_OURS


async def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(path: Path) -> None:
    diary = b"My diary, not a database. " * 100
    write(path, diary)
    assert await refusal_of(file_url(path)) is Fact.CORRUPT
    assert content_of(path) == diary


async def test_a_damaged_file_is_refused(path: Path) -> None:
    async with opened(path) as store:
        await store.take([Founder(number).says("Bake bread " * 30) for number in range(1, 60)])
    content = bytearray(content_of(path))
    content[4096 * 3 : -4096] = b"\xa5" * (len(content) - 4096 * 4)
    write(path, content)
    assert await refusal_of(file_url(path)) is Fact.CORRUPT


async def test_another_programs_database_is_refused_and_left_as_it_is(path: Path) -> None:
    change(path, "CREATE TABLE recipe (title TEXT)")
    assert await refusal_of(file_url(path)) is Fact.NOT_OURS
    assert read(path, "SELECT name FROM sqlite_master") == [("recipe",)]


async def test_a_file_from_a_newer_version_is_refused_and_left_as_it_is(path: Path) -> None:
    async with opened(path) as store:
        await said(store, Founder().says("Bake"))
    change(path, "UPDATE alembic_version SET version_num = ?", "9999")
    with pytest.raises(StoreFromNewerVersion):
        await store_at(file_url(path)).open()
    assert read(path, "SELECT version_num FROM alembic_version") == [("9999",)]
    assert len(read(path, "SELECT * FROM revision")) == 1


OPENING = """
import asyncio, os, sys
from bot.storage.errors import StoreInUse, StoreUnusable
from tests.bot.storage.playing import Clock, Founder, RULES, opened
from pathlib import Path

async def main(path):
    try:
        async with opened(path) as store:
            await store.take([Founder().says("Bake")])
    except StoreInUse:
        print("in use")
    except StoreUnusable as error:
        print(error.fact.value)
    else:
        print("opened")

if os.getuid() == 0 and len(sys.argv) > 2:
    os.setgid(int(sys.argv[2])); os.setuid(int(sys.argv[2]))
asyncio.run(main(Path(sys.argv[1])))
"""


def in_a_process_of_its_own(path: Path, *arguments: str) -> str:
    command = [sys.executable, "-c", OPENING, str(path), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


async def test_a_second_bot_on_the_same_file_is_refused(path: Path) -> None:
    async with opened(path):
        with pytest.raises(StoreInUse):
            await store_at(file_url(path)).open()
        assert await asyncio.to_thread(in_a_process_of_its_own, path) == "in use"
    assert await asyncio.to_thread(in_a_process_of_its_own, path) == "opened"


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Give a folder that anybody can look into: pytest's own are their user's alone."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
        Path(folder).chmod(0o755)


def lock_up(path: Path, *, lock_left: bool) -> None:
    """Let nobody write a file, nor into its folder; the file that marks who has it may be there already."""
    lock = path.with_name(f"{path.name}.lock")
    lock.touch()
    lock.chmod(0o666)
    if not lock_left:
        lock.unlink()
    path.chmod(0o444)
    path.parent.chmod(0o555)


@pytest.mark.parametrize("lock_left", [True, False])
async def test_a_file_that_may_not_be_written_is_refused(open_folder: Path, *, lock_left: bool) -> None:
    path = open_folder / "backstage.sqlite3"
    async with opened(path) as store:
        await said(store, Founder().says("Bake"))
    lock_up(path, lock_left=lock_left)
    assert await asyncio.to_thread(in_a_process_of_its_own, path, str(NOBODY)) == "read_only"
