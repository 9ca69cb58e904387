"""A hundred thousand people write at once: what the bot holds in memory stays bounded.

Part of the campaign: `pytest tests/crash -m campaign -k memory`.
"""

from __future__ import annotations

import asyncio
import re
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from aiohttp import web

from tests.bot.rehearsal.process import COMMAND, environment
from tests.telegram_server.server import TOKEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.crash.report import Report

pytestmark = [pytest.mark.campaign, pytest.mark.timeout(0)]

PEOPLE = 100_000
FIRST = 5_000
"""By then everything that a bot needs is loaded, and all lanes that it sends to at a time are under way."""
ALLOWED = 64 * 1024
"""KiB that memory may grow by from there to the end: what 95,000 more wait with is on disk."""


class Flood:
    """Telegram, where so many people have sent `/start`, and where sending takes for ever."""

    def __init__(self) -> None:
        self.url = ""
        self.given = 0
        self._reached: dict[int, asyncio.Event] = {FIRST: asyncio.Event(), PEOPLE: asyncio.Event()}

    async def until(self, acknowledged: int) -> None:
        await self._reached[acknowledged].wait()

    async def answer(self, request: web.Request) -> web.Response:
        match request.match_info["method"]:
            case "getMe":
                result: object = {
                    "id": 7000000001,
                    "is_bot": True,
                    "first_name": "B",
                    "username": "backstage_bot",
                }
            case "getUpdates":
                result = await self._updates(msgspec.json.decode(await request.read()))
            case "sendMessage":
                await asyncio.sleep(3600)
                result = True
            case _:
                result = True
        return web.Response(body=msgspec.json.encode({"ok": True, "result": result}))

    async def _updates(self, asked: dict[str, object]) -> list[object]:
        first = int(str(asked.get("offset", 1)))
        for acknowledged, event in self._reached.items():
            if first > acknowledged:
                event.set()
        if first > PEOPLE:
            await asyncio.sleep(3600)
        return [update(number) for number in range(first, min(first + 100, PEOPLE + 1))]


def update(number: int) -> dict[str, object]:
    person = {"id": number, "is_bot": False, "first_name": "P", "language_code": "en"}
    message = {"message_id": 1, "from": person, "chat": {"id": number, "type": "private"}, "text": "/start"}
    return {"update_id": number, "message": message}


@asynccontextmanager
async def flooded() -> AsyncIterator[Flood]:
    flood = Flood()
    app = web.Application(client_max_size=1024**2)
    app.router.add_route("*", "/bot{token}/{method}", flood.answer)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    flood.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield flood
    await runner.cleanup()


def resident(process: asyncio.subprocess.Process) -> int:
    """Give the memory that a process has now, in KiB."""
    found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{process.pid}/status").read_text("utf-8"))
    assert found is not None
    return int(found[1])


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
async def test_memory_does_not_grow_with_how_many_wait(tmp_path: Path, report: Report) -> None:
    settings = {
        "BACKSTAGE_TELEGRAM_TOKEN": TOKEN,
        "BACKSTAGE_DATABASE_URL": f"sqlite:///{tmp_path}/bot.sqlite3",
        "BACKSTAGE_MESSAGES_PER_SECOND": "1000",
    }
    async with flooded() as flood:
        process = await asyncio.create_subprocess_exec(
            *COMMAND,
            "run",
            cwd=tmp_path,
            env=environment(tmp_path, **settings, BACKSTAGE_TELEGRAM_API_URL=flood.url),
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            await flood.until(FIRST)
            before = resident(process)
            await flood.until(PEOPLE)
            after = resident(process)
        finally:
            process.kill()
            await process.wait()
    report.remarks(
        f"memory with {FIRST:,} people waiting: {before // 1024} MiB; {PEOPLE:,}: {after // 1024} MiB"
    )
    assert after - before < ALLOWED
