"""What a running bot shows to those who watch it: health, readiness, and what was counted."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.watching.pages import PortTaken
from tests.running import MODES, Mode, RunningBot, free_port
from tests.telegram_server import faults

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.telegram_server import Person, TelegramServer


@pytest.fixture
async def watched(server: TelegramServer, tmp_path: Path, mode: Mode) -> AsyncIterator[RunningBot]:
    bot = RunningBot(server, tmp_path / "bot.sqlite3", mode)
    bot.metrics_listen = f"127.0.0.1:{free_port()}"
    await bot.starts()
    yield bot
    await bot.stops()


async def page(bot: RunningBot, name: str) -> tuple[int, str]:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://{bot.metrics_listen}/{name}") as response,
    ):
        return response.status, await response.text()


async def counted(bot: RunningBot) -> dict[str, float]:
    """Give each sample by its name and its labels' values: `turns_total/saved`."""
    _, text = await page(bot, "metrics")
    samples = (sample for family in text_string_to_metric_families(text) for sample in family.samples)
    return {"/".join((sample.name, *sample.labels.values())): sample.value for sample in samples}


@pytest.mark.parametrize("mode", MODES)
async def test_turns_and_sends_are_counted(watched: RunningBot, lena: Person) -> None:
    await lena.starts()
    await watched.settled(lena)
    await lena.says("Bean Wheels")
    await watched.settled(lena)
    samples = await counted(watched)

    assert samples["backstage_turns_total/saved"] == 2
    assert samples["backstage_turn_seconds_count"] == 2
    assert samples["backstage_step_seconds_count"] == 2
    assert samples["backstage_database_seconds_count"] >= 2
    assert samples["backstage_deliveries_total/sent"] >= 2
    assert samples["backstage_queue_depth/lanes"] == 0
    assert samples["backstage_waiting/undelivered"] == 0
    assert samples["backstage_waiting_seconds/undelivered"] == 0


async def test_an_update_that_comes_twice_is_counted_as_repeated(
    server: TelegramServer, watched: RunningBot, lena: Person
) -> None:
    sent = await lena.starts()
    await watched.settled(lena)
    server.redeliver(sent.update_id)
    await watched.settled(lena)

    assert (await counted(watched))["backstage_turns_total/repeated"] == 1


async def test_telegrams_refusals_are_counted_by_kind(
    server: TelegramServer, watched: RunningBot, lena: Person
) -> None:
    server.faults.arrange(faults.flood(0), method="sendMessage")
    server.faults.arrange(faults.bad_gateway(), method="sendMessage")
    server.faults.arrange(faults.refusal(400, "Bad Request: not today"), method="sendMessage")
    await lena.starts()
    await watched.settled(lena)
    samples = await counted(watched)

    assert samples["backstage_telegram_errors_total/Flooded"] == 1
    assert samples["backstage_telegram_errors_total/ServerFailed"] == 1
    assert samples["backstage_telegram_errors_total/400"] >= 1
    assert samples["backstage_deliveries_total/asked_to_wait"] == 1
    assert samples["backstage_deliveries_total/not_sent"] == 1
    assert samples["backstage_deliveries_total/refused"] == 1


async def test_no_label_tells_who_said_what(watched: RunningBot, lena: Person) -> None:
    await lena.starts()
    await lena.says("Bean Wheels")
    await watched.settled(lena)
    _, text = await page(watched, "metrics")

    for secret in ("Lena", "Bean", str(lena.id), str(watched.server.world.bot.id)):
        assert secret not in text


@pytest.mark.parametrize("mode", MODES)
async def test_health_and_readiness_are_told_in_either_mode(
    server: TelegramServer, watched: RunningBot
) -> None:
    assert await page(watched, "healthz") == (200, "ok")
    assert await page(watched, "readyz") == (200, "ready")
    await watched.stops()
    with pytest.raises(aiohttp.ClientConnectorError):
        await page(watched, "healthz")
    await watched.starts()
    server.faults.arrange(faults.bad_gateway(), method="getMe", times=9)
    assert await page(watched, "readyz") == (503, "not ready")
    assert await page(watched, "healthz") == (200, "ok")


async def test_a_port_that_is_taken_is_named(
    server: TelegramServer, watched: RunningBot, tmp_path: Path
) -> None:
    second = RunningBot(server, tmp_path / "other.sqlite3", "polling")
    second.metrics_listen = watched.metrics_listen
    with pytest.raises(PortTaken, match=str(watched.metrics_listen)):
        await second.starts()
    with contextlib.suppress(PortTaken):
        await second.stops()
