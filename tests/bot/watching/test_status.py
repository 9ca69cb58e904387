"""`backstage status`: what an operator reads, and whether the exit code calls for them."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.storage.reading import reading
from bot.storage.revision import CURRENT
from bot.storage.standing import standing
from bot.turns import Delivered
from bot.watching.telling import Looked, status_lines, troubles
from bot.words import load_catalogue
from tests.bot.rehearsal.process import backstage
from tests.bot.storage.playing import Clock, Founder, change, deliver, file_url, opened, said

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from tests.databases import OnServer
    from tests.running import RunningBot
    from tests.telegram_server import Person


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "backstage.sqlite3"


@pytest.fixture
def clock() -> Clock:
    """The store's time, which is the present: the command knows no other."""
    clock = Clock()
    clock.now = datetime.now(UTC)
    return clock


def status(path: Path) -> subprocess.CompletedProcess[str]:
    return backstage("status", "--database", file_url(path), home=path.parent)


def tear(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-9000:-5000] = b"\xff" * 4000
    path.write_bytes(bytes(content))


def told(path: Path, *, at: datetime, running: bool | None = True) -> tuple[str, list[str]]:
    """Give the screen of a moment, and the keys of what is wrong."""
    with reading(file_url(path)) as connection:
        looked = Looked(place=str(path), running=running, standing=standing(connection, at))
    words = load_catalogue()
    screen = "\n".join(words.label(line) for line in status_lines(looked))
    return screen, [trouble.key.rpartition(".")[2] for trouble in troubles(looked)]


async def test_where_all_is_well_it_says_so_and_the_code_is_0(path: Path, clock: Clock) -> None:
    async with opened(path, clock) as store:
        await said(store, Founder(1).says("Bake"))
        await said(store, Founder(2).says("Teach"))
    before = sorted(path.parent.iterdir())
    ended = await asyncio.to_thread(status, path)

    assert (ended.returncode, ended.stderr) == (0, "")
    assert "doesn't run on this database" in ended.stdout
    assert f"tables {CURRENT}, in order" in ended.stdout
    assert "Founders       2\n" in ended.stdout
    assert "Ventures       2\n" in ended.stdout
    assert "Undelivered    none\n" in ended.stdout
    assert "!" not in ended.stdout
    assert sorted(path.parent.iterdir()) == before


async def test_the_last_backup_is_told_of(path: Path, clock: Clock) -> None:
    async with opened(path, clock):
        never = await asyncio.to_thread(status, path)
        copied = await asyncio.to_thread(
            backstage, "backup", "copy.sqlite3", "--database", file_url(path), home=path.parent
        )
        now = await asyncio.to_thread(status, path)

    assert "Last backup    not known here\n" in never.stdout
    assert copied.returncode == 0
    assert re.search(r"Last backup    \d+ s ago\n", now.stdout)


async def test_a_server_is_looked_at_as_well(on_server: OnServer) -> None:
    async with opened(on_server) as store:
        await said(store, Founder(1).says("Bake"))
        await store.take([Founder(2).says("boom")])
        with reading(on_server.url) as connection:
            looked = standing(connection, Clock().now + timedelta(minutes=1))

    assert (looked.holdings.founders, looked.holdings.ventures, looked.set_aside_today) == (2, 1, 1)
    assert (looked.waits.undelivered.count, looked.waits.undelivered.oldest) == (1, 60)
    assert looked.bytes > 0
    assert looked.sound


async def test_it_works_beside_a_running_bot_and_knows_that_one_runs(bot: RunningBot, lena: Person) -> None:
    await lena.starts()
    await bot.settled(lena)
    ended = await asyncio.to_thread(status, bot.database)
    await lena.says("Bean Wheels")
    await bot.settled(lena)

    assert ended.returncode == 0
    assert "Bot            runs\n" in ended.stdout
    assert "Conversations  1, with a question open: 1\n" in ended.stdout
    assert bot.canvas(lena).venture.name == "Bean Wheels"


async def test_a_message_that_waits_while_the_bot_is_stopped_is_trouble(path: Path, clock: Clock) -> None:
    async with opened(path, clock) as store:
        await store.take([Founder(1).says("Bake")])
    ended = await asyncio.to_thread(status, path)

    assert ended.returncode == 1
    assert "Undelivered    1, the first for " in ended.stdout
    assert "the bot isn't running. Start it: nothing is lost." in ended.stdout


async def test_a_message_is_late_after_five_minutes_and_not_before(path: Path) -> None:
    clock = Clock()
    async with opened(path, clock) as store:
        await store.take([Founder(1).says("Bake")])
        screen, wrong = told(path, at=clock.now + timedelta(minutes=5))
        assert "Undelivered    1, the first for 5 min" in screen
        assert wrong == []
        _, wrong = told(path, at=clock.now + timedelta(minutes=5, seconds=1))
        assert wrong == ["late"]


async def test_what_waits_for_somebody_who_blocked_the_bot_is_no_trouble(path: Path) -> None:
    async with opened(path) as store:
        (taken,) = await store.take([Founder(1).says("Bake")])
        assert taken.lane is not None
        change(path, "UPDATE conversation SET reachable = 0")
        screen, wrong = told(path, at=Clock().now + timedelta(days=1))
    assert "Undelivered    none" in screen
    assert wrong == []


async def test_a_turn_that_was_set_aside_is_shown_with_its_frames_and_nobodys_words(
    path: Path, clock: Clock
) -> None:
    async with opened(path, clock) as store:
        (taken,) = await store.take([Founder(1).says("boom, my secret recipe")])
        assert await deliver(store, taken) == ["sorry"]
    ended = await asyncio.to_thread(status, path)

    assert ended.returncode == 1
    assert "Set aside      1 in the last 24 hours\n" in ended.stdout
    assert "    Boom\n" in ended.stdout
    assert "storage/playing.py:" in ended.stdout
    assert "The bot failed on what somebody sent" in ended.stdout
    assert "recipe" not in ended.stdout


async def test_a_turn_set_aside_the_day_before_is_shown_and_no_trouble_any_more(path: Path) -> None:
    async with opened(path) as store:
        (taken,) = await store.take([Founder(1).says("boom")])
        await deliver(store, taken)
        screen, wrong = told(path, at=Clock().now + timedelta(days=2))
    assert "Set aside      0 in the last 24 hours" in screen
    assert "2 days ago" in screen
    assert wrong == []


async def test_turns_are_counted_from_midnight(path: Path) -> None:
    clock, ada = Clock(), Founder(1)
    async with opened(path, clock) as store:
        await said(store, ada.says("Bake"))
        clock.now += timedelta(hours=12)
        await said(store, ada.says("Teach"))
        midnight = clock.now.replace(hour=23, minute=59)
        assert "Turns today    2," in told(path, at=midnight)[0]
        assert "Turns today    0," in told(path, at=midnight + timedelta(minutes=2))[0]


async def test_a_reminder_past_its_time_is_shown(path: Path) -> None:
    async with opened(path) as store:
        await said(store, Founder(1).says("Bake"))
        assert "Reminders due  none" in told(path, at=Clock().now)[0]
        screen, _ = told(path, at=Clock().now + timedelta(hours=26))
    assert "Reminders due  1, the first for 2 h" in screen


async def test_after_a_crash_the_log_beside_the_file_is_read_and_left(path: Path) -> None:
    async with opened(path) as store:
        (taken,) = await store.take([Founder(1).says("Bake")])
        crashed = path.parent / "crashed"
        crashed.mkdir()
        for file in path.parent.glob("backstage.sqlite3*"):
            (crashed / file.name).write_bytes(file.read_bytes())
        assert taken.lane is not None
        await store.delivered([Delivered(conversation=taken.lane.conversation, seq=1)])
    log = crashed / "backstage.sqlite3-wal"
    written = log.read_bytes()
    screen, _ = told(crashed / "backstage.sqlite3", at=Clock().now, running=False)

    assert "Undelivered    1" in screen
    assert log.read_bytes() == written


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (None, "the database can't be opened"),
        (b"none of ours, and no database at all" * 100, "the database file is damaged"),
        (b"", "this database belongs to another program"),
    ],
    ids=["no file", "no database", "an empty file"],
)
def test_what_can_not_be_read_is_told_in_a_line_and_the_code_is_2(
    path: Path, content: bytes | None, line: str
) -> None:
    if content is not None:
        path.write_bytes(content)
    ended = status(path)

    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith(f"backstage: {line}")
    assert ended.stderr.count("\n") == 1
    assert path.exists() == (content is not None)


@pytest.mark.parametrize(("revision", "line"), [("0000", "an older version"), ("9999", "a newer version")])
async def test_tables_of_another_version_are_told_apart(path: Path, revision: str, line: str) -> None:
    async with opened(path):
        pass
    change(path, "UPDATE alembic_version SET version_num = ?", revision)
    ended = await asyncio.to_thread(status, path)

    assert ended.returncode == 2
    assert line in ended.stderr


def test_the_bots_own_database_is_looked_at_without_a_token(tmp_path: Path) -> None:
    ended = backstage("status", home=tmp_path, BACKSTAGE_DATABASE_URL="sqlite:///none.sqlite3")

    assert ended.returncode == 2
    assert "TOKEN" not in ended.stderr


async def test_a_file_whose_pages_are_torn_is_damaged(path: Path) -> None:
    async with opened(path) as store:
        for number in range(40):
            await said(store, Founder(number).says("Bake " * 200))
    tear(path)
    ended = await asyncio.to_thread(status, path)

    assert ended.returncode in (1, 2)
    assert "damaged" in (ended.stdout + ended.stderr).lower()
