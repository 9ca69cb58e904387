from collections.abc import AsyncIterator
from pathlib import Path
from shutil import copy

import pytest

from tests.running import MONDAY_MORNING, Mode, RunningBot, running_bot
from tests.telegram_server import Person, TelegramServer


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    """Telegram, its clock and the bot's standing still on a Monday morning."""
    async with TelegramServer() as running:
        running.clock.stop(MONDAY_MORNING)
        yield running


@pytest.fixture
def mode() -> Mode:
    """How the bot gets its updates; a test for both names it in its parameters."""
    return "polling"


@pytest.fixture
async def bot(
    server: TelegramServer, file_with_tables: Path, tmp_path: Path, mode: Mode
) -> AsyncIterator[RunningBot]:
    file = tmp_path / "bot.sqlite3"
    copy(file_with_tables, file)
    async with running_bot(server, file, mode) as running:
        yield running


@pytest.fixture
def lena(server: TelegramServer) -> Person:
    """A founder whom the bot hasn't met."""
    return server.person("Lena")
