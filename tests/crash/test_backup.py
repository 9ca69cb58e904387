"""A copy made as docs/operator.md says, while founders are interviewed, is put back as it says."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sqlite3
from typing import TYPE_CHECKING

from tests.bot.rehearsal.process import backstage
from tests.crash.tearing import FEW, at_the_end, checked
from tests.test_docs import operators_command

if TYPE_CHECKING:
    from pathlib import Path

    from tests.crash.tearing import Bench


async def test_a_copy_is_whole_and_interviews_go_on_from_it(bench: Bench) -> None:
    async with bench.crowded("polling", FEW) as (bot, crowd):
        bot.starts()
        crowd.goes_on()
        await crowd.gets_on(FEW)
        copy = await backed_up(bot.database)
        with contextlib.closing(sqlite3.connect(copy)) as database:
            assert database.execute("pragma integrity_check").fetchone() == ("ok",)
            assert database.execute("select count(*) from venture").fetchone()[0] > 0
        copy.unlink()

        await checked(crowd)
        copy = await backed_up(bot.database)
        bot.gets(signal.SIGKILL)
        await crowd.sees_it_die()
        await does("restore", bot.database)
        bot.starts()
        crowd.goes_on()
        await crowd.gets_on(FEW)
        bot.gets(signal.SIGTERM)
        await crowd.sees_it_die()
        assert (await at_the_end(bot, crowd)).clean


async def backed_up(database: Path) -> Path:
    """Give a copy of the bot's database."""
    await does("backup", database)
    return database.with_name("copy.sqlite3")


async def does(command: str, database: Path) -> None:
    """Carry out a command of the operators' document."""
    url = f"sqlite:///{database}"
    done = await asyncio.to_thread(
        backstage, *operators_command(command), home=database.parent, BACKSTAGE_DATABASE_URL=url
    )
    assert done.returncode == 0, done.stderr
