"""A copy made as docs/operator.md says, while founders are interviewed, takes the place of the database."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sqlite3
from typing import TYPE_CHECKING

from tests.crash.tearing import FEW, at_the_end, checked
from tests.test_docs import backup_command

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
        for ending in ("-wal", "-shm"):
            bot.database.with_name(f"{bot.database.name}{ending}").unlink()
        copy.replace(bot.database)
        bot.starts()
        crowd.goes_on()
        await crowd.gets_on(FEW)
        bot.gets(signal.SIGTERM)
        await crowd.sees_it_die()
        assert (await at_the_end(bot, crowd)).clean


async def backed_up(database: Path) -> Path:
    """Give a copy of the bot's database."""
    python, *rest, _database, _copy = backup_command()
    copy = database.with_name("copy.sqlite3")
    process = await asyncio.create_subprocess_exec(python, *rest, str(database), str(copy))
    assert await process.wait() == 0
    return copy
