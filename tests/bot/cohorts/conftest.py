from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.running import RunningBot, running_bot
from tests.telegram_server import Person, TelegramServer


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as running:
        yield running


@pytest.fixture
async def bot(server: TelegramServer, tmp_path: Path) -> AsyncIterator[RunningBot]:
    async with running_bot(server, tmp_path / "bot.sqlite3") as running:
        yield running


@pytest.fixture
def ana(server: TelegramServer) -> Person:
    return server.person("Ana")


@pytest.fixture
def lena(server: TelegramServer) -> Person:
    return server.person("Lena")


@pytest.fixture
def jo(server: TelegramServer) -> Person:
    return server.person("Jo")
