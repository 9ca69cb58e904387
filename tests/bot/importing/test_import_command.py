"""`backstage import`, as a real process beside a bot that runs, without one, and into the rehearsal."""

from __future__ import annotations

import asyncio
import json
import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from conversations.canvas.document import encode_canvas
from tests.bot.rehearsal.process import backstage
from tests.conversations.canvases import coffee_cart
from tests.running import MODES, running_bot

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from tests.running import Mode
    from tests.telegram_server import TelegramServer

LINK = re.compile(r"https://t\.me/backstage_bot\?start=([A-Za-z0-9_-]{1,64})$")
JUICE = json.dumps({"company": "Juice Bar", "activities": ["press juice"], "costs": ["oranges (variable)"]})
FERN = json.dumps({"company": "Fern & Fable", "resources": ["2 beds (owned)"]})
MIXED = f'{JUICE}\n{{"activities": []}}\n\nno json\n{FERN}\n'


def imported(
    server: TelegramServer, folder: Path, content: str, *more: str
) -> subprocess.CompletedProcess[str]:
    return backstage(
        "import",
        "-",
        *more,
        home=folder,
        typed=content,
        BACKSTAGE_TELEGRAM_TOKEN=server.token,
        BACKSTAGE_TELEGRAM_API_URL=server.url,
        BACKSTAGE_DATABASE_URL=f"sqlite:///{folder / 'bot.sqlite3'}",
    )


def tokens_in(printed: str) -> list[str]:
    return [found[1] for line in printed.splitlines() if (found := LINK.search(line))]


@pytest.mark.parametrize("mode", MODES)
async def test_a_founder_takes_a_canvas_that_was_imported_beside_the_running_bot(
    server: TelegramServer, tmp_path: Path, mode: Mode
) -> None:
    async with running_bot(server, tmp_path / "bot.sqlite3", mode) as bot:
        lena = server.person("Lena")
        await lena.starts()
        await bot.settled(lena)
        cart = encode_canvas(coffee_cart()).decode()
        ended = await asyncio.to_thread(imported, server, tmp_path, cart)
        assert (ended.returncode, ended.stderr) == (0, "")
        assert ended.stdout.startswith("Bean Wheels, 21 notes: https://t.me/backstage_bot?start=")
        (token,) = tokens_in(ended.stdout)
        await lena.starts(token)
        await lena.sees("A canvas for Bean Wheels, 21 notes: shall it be yours?")
        await lena.taps("Take it")
        await bot.settled(lena)
        assert bot.canvas(lena) == coffee_cart()
        tom = server.person("Tom")
        await tom.starts(token)
        await tom.sees("That link has been used already.")


async def test_many_imports_while_people_write_lose_nothing(server: TelegramServer, tmp_path: Path) -> None:
    async with running_bot(server, tmp_path / "bot.sqlite3") as bot:
        people = [server.person(f"Founder {number}") for number in range(10)]
        for person in people:
            await person.starts()
        importing = [
            asyncio.create_task(asyncio.to_thread(imported, server, tmp_path, JUICE)) for _ in range(3)
        ]
        for person in people:
            await person.says("Bean Wheels")
        ended = await asyncio.gather(*importing)
        await bot.settled(*people)
        assert [one.returncode for one in ended] == [0, 0, 0]
        assert {bot.canvas(person).venture.name for person in people} == {"Bean Wheels"}
        assert bot.rows("link") == 3


async def test_links_made_before_the_bots_first_start_are_good_after_it(
    server: TelegramServer, tmp_path: Path
) -> None:
    ended = await asyncio.to_thread(imported, server, tmp_path, JUICE)
    (token,) = tokens_in(ended.stdout)
    async with running_bot(server, tmp_path / "bot.sqlite3") as bot:
        lena = server.person("Lena")
        await lena.starts(token)
        await lena.sees(button="Take it")
        await lena.taps("Take it")
        await bot.settled(lena)
        assert bot.canvas(lena).venture.name == "Juice Bar"


async def test_bad_lines_are_named_and_the_rest_is_done(server: TelegramServer, tmp_path: Path) -> None:
    ended = await asyncio.to_thread(imported, server, tmp_path, MIXED)
    assert ended.returncode == 1
    assert [line.partition(":")[0] for line in ended.stderr.splitlines()] == ["Line 2", "Line 4"]
    assert [line.partition(",")[0] for line in ended.stdout.splitlines()] == ["Juice Bar", "Fern & Fable"]
    assert len(set(tokens_in(ended.stdout))) == 2


async def test_a_link_lasts_as_long_as_it_was_told_to(server: TelegramServer, tmp_path: Path) -> None:
    await asyncio.to_thread(imported, server, tmp_path, JUICE, "--days", "3")
    with closing(sqlite3.connect(tmp_path / "bot.sqlite3")) as database:
        ((made, expires, uses, digest),) = database.execute(
            "select made_at, expires_at, uses_left, digest from link"
        ).fetchall()
    assert expires - made == 3 * 24 * 3600 * 1000
    assert uses == 1
    assert re.fullmatch("[0-9a-f]{64}", digest)


async def test_a_bot_of_another_version_is_left_alone(server: TelegramServer, tmp_path: Path) -> None:
    async with running_bot(server, tmp_path / "bot.sqlite3") as bot:
        with closing(sqlite3.connect(tmp_path / "bot.sqlite3")) as database, database:
            database.execute("update alembic_version set version_num = '0000'")
        ended = await asyncio.to_thread(imported, server, tmp_path, JUICE)
        assert ended.returncode == 2
        assert bot.rows("link") == 0


async def test_where_telegram_does_not_answer_nothing_is_kept(server: TelegramServer, tmp_path: Path) -> None:
    ended = await asyncio.to_thread(
        backstage,
        "import",
        "-",
        home=tmp_path,
        typed=JUICE,
        BACKSTAGE_TELEGRAM_TOKEN=server.token,
        BACKSTAGE_TELEGRAM_API_URL="http://127.0.0.1:9",
        BACKSTAGE_DATABASE_URL=f"sqlite:///{tmp_path / 'bot.sqlite3'}",
    )
    assert ended.returncode == 1
    assert "Telegram does not answer" in ended.stderr
    assert server.token not in ended.stderr
    assert not (tmp_path / "bot.sqlite3").exists()


def test_into_the_rehearsal_each_canvas_becomes_a_venture(tmp_path: Path) -> None:
    (tmp_path / "three.jsonl").write_text(MIXED, "utf-8")
    data = {"XDG_DATA_HOME": str(tmp_path)}
    ended = backstage("import", "three.jsonl", "--rehearsal", home=tmp_path, **data)
    assert ended.returncode == 1
    assert "Fern & Fable, 1 note: in the rehearsal" in ended.stdout
    sitting = backstage("rehearse", home=tmp_path, typed="/canvas\n/ventures\n", **data)
    assert "shall it be yours" not in sitting.stdout
    assert "Fern & Fable" in sitting.stdout.partition("/canvas")[2].partition("/ventures")[0]
    assert "Juice Bar" in sitting.stdout.partition("/ventures")[2]


def test_a_rehearsal_of_ones_own_database_can_be_named(tmp_path: Path) -> None:
    where = ("--database", "sqlite:///mine.sqlite3")
    ended = backstage("import", "-", *where, home=tmp_path, typed=JUICE)
    assert (ended.returncode, ended.stderr) == (0, "")
    sitting = backstage("rehearse", *where, home=tmp_path, typed="/canvas\n")
    assert "Press juice" in sitting.stdout or "press juice" in sitting.stdout


def test_a_file_that_is_not_there_is_told_in_a_line(tmp_path: Path) -> None:
    ended = backstage("import", "none.json", home=tmp_path)
    assert ended.returncode == 2
    assert "There is no file none.json." in ended.stderr
