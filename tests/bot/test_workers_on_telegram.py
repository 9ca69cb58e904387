"""Whole bots as workers on one PostgreSQL database, as founders and Telegram see them."""

import asyncio
from pathlib import Path

import pytest

from bot.fellows import Duty
from conversations.interview.position import Conversation
from tests.bot.rehearsal.process import backstage
from tests.bot.storage.playing import opened
from tests.databases import File, OnServer
from tests.founders import gets_to
from tests.postgres_server import PostgresServer
from tests.running import MODES, Mode, RunningBot, running_bot
from tests.telegram_server import Person, TelegramServer

BOT = 77


@pytest.mark.parametrize("mode", MODES)
async def test_a_founder_is_interviewed_takes_everything_along_and_has_it_deleted(
    server: TelegramServer, on_server: OnServer, lena: Person, mode: Mode
) -> None:
    async with running_bot(server, on_server, mode) as bot:
        await gets_to(bot, lena, "resting")
        assert len(bot.canvas(lena).entries) > 10
        await lena.says("/export")
        await bot.settled(lena)
        await lena.taps("Take my data")
        await bot.settled(lena)
        await lena.says("/delete")
        await bot.settled(lena)
        await lena.taps("Yes, delete it all")
        await bot.settled(lena)
        assert bot.position(lena) == Conversation()
        assert [bot.rows(table) for table in ("person", "venture", "revision", "outgoing")] == [0] * 4


async def test_one_worker_polls_and_when_it_stops_another_does(
    server: TelegramServer, on_server: OnServer, lena: Person
) -> None:
    first, second = RunningBot(server, on_server, "polling"), RunningBot(server, on_server, "polling")
    await first.starts()
    beginning = asyncio.create_task(second.starts())
    await lena.starts()
    await first.settled(lena)
    await beginning
    assert len(server.calls.of("deleteWebhook")) == 1  # which comes before a worker's first poll
    await first.stops()
    await lena.says("Bean Wheels")
    await second.settled(lena)
    assert second.canvas(lena).venture.name == "Bean Wheels"
    assert len(server.calls.of("deleteWebhook")) == 2
    await second.stops()


@pytest.mark.parametrize("mode", MODES)
async def test_a_bot_whose_database_goes_away_for_a_moment_goes_on_by_itself(
    server: TelegramServer, on_server: OnServer, lena: Person, mode: Mode
) -> None:
    async with running_bot(server, on_server, mode) as bot:
        await lena.starts()
        await bot.settled(lena)
        on_server.server.does(f"alter database {on_server.name} allow_connections false")
        on_server.server.drops_connections(on_server.name)
        await lena.says("Bean Wheels")
        on_server.server.does(f"alter database {on_server.name} allow_connections true")
        await bot.settled(lena)
        assert bot.canvas(lena).venture.name == "Bean Wheels"
        assert bot.rows("turn") == 2


@pytest.mark.parametrize(
    ("database", "said"),
    [
        ("127.0.0.1:1/backstage", "doesn't answer"),
        ("/backstage?host={folder}", "doesn't let us in"),
        ("/?host={folder}", "BACKSTAGE_DATABASE_URL"),
    ],
)
def test_a_database_that_cannot_be_used_is_told_of_in_a_line_without_its_password(
    postgres: PostgresServer, tmp_path: Path, database: str, said: str
) -> None:
    url = f"postgresql+psycopg://nobody_we_know:hunter2@{database.format(folder=postgres.folder)}"
    token = "110201543:" + "A" * 35
    ended = backstage("run", home=tmp_path, BACKSTAGE_TELEGRAM_TOKEN=token, BACKSTAGE_DATABASE_URL=url)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert said in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert "hunter2" not in ended.stderr


async def test_status_tells_whether_a_worker_is_there(on_server: OnServer, tmp_path: Path) -> None:
    async with opened(on_server):
        there = await asyncio.to_thread(backstage, "status", "--database", on_server.url, home=tmp_path)
    gone = await asyncio.to_thread(backstage, "status", "--database", on_server.url, home=tmp_path)
    assert (there.returncode, gone.returncode) == (0, 0)
    assert "runs" in there.stdout.splitlines()[0]
    assert "doesn't run" in gone.stdout.splitlines()[0]


async def test_a_duty_is_one_workers_until_it_hands_it_back_or_is_gone(on_server: OnServer) -> None:
    async with opened(on_server) as one:
        async with opened(on_server) as two:
            assert await two.fellows.sees_to(Duty.POLLING, BOT)
            assert await two.fellows.sees_to(Duty.POLLING, BOT)
            assert not await one.fellows.sees_to(Duty.POLLING, BOT)
            assert await one.fellows.sees_to(Duty.POLLING, BOT + 1)
            assert await one.fellows.sees_to(Duty.REGISTERING, BOT)
            assert not await two.fellows.sees_to(Duty.REGISTERING, BOT)
            await one.fellows.hands_back(Duty.REGISTERING, BOT)
            assert await two.fellows.sees_to(Duty.REGISTERING, BOT)
        assert await one.fellows.sees_to(Duty.POLLING, BOT)


async def test_who_has_a_file_to_itself_sees_to_everything(tmp_path: Path) -> None:
    async with opened(File(tmp_path / "bot.sqlite3")) as store:
        assert await store.fellows.sees_to(Duty.POLLING, BOT)
        await store.fellows.hands_back(Duty.POLLING, BOT)
