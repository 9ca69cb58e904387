"""The bots that are compared: how each is started."""

from __future__ import annotations

import socket
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.telegram import TOKEN

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "what-only-telegram-knows"  # noqa: S105 - of a Telegram on loopback
MODES = ("webhook", "polling")


@dataclass(frozen=True)
class Bot:
    """A bot to start: Python is run with `arguments`; `ours` tells that it takes Backstage's settings."""

    name: str
    arguments: tuple[str, ...]
    ours: bool = False

    def command(self) -> list[str]:
        """Give the command that starts it."""
        return [sys.executable, *self.arguments]

    def environment(self, mode: str, url: str, folder: Path) -> dict[str, str]:
        """Give the settings it is started with; its files are kept in `folder`."""
        port = free_port()
        if not self.ours:
            return {
                "BENCH_TOKEN": TOKEN,
                "BENCH_URL": url,
                "BENCH_MODE": mode,
                "BENCH_PORT": str(port),
                "BENCH_SECRET": SECRET,
                "BENCH_FOLDER": str(folder),
            }
        behind_webhook = {
            "BACKSTAGE_WEBHOOK_URL": f"http://127.0.0.1:{port}",
            "BACKSTAGE_WEBHOOK_SECRET": SECRET,
            "BACKSTAGE_WEBHOOK_LISTEN": f"127.0.0.1:{port}",
        }
        return {
            "BACKSTAGE_TELEGRAM_TOKEN": TOKEN,
            "BACKSTAGE_TELEGRAM_API_URL": url,
            "BACKSTAGE_DATABASE_URL": f"sqlite:///{folder / 'backstage.sqlite3'}",
            "BACKSTAGE_MESSAGES_PER_SECOND": "100000",
            **(behind_webhook if mode == "webhook" else {}),
        }


BACKSTAGE = Bot("Backstage", ("-c", "from bot.commands import main; main()", "run"), ours=True)
PEERS = (
    Bot("python-telegram-bot, pickle as shipped", ("-m", "benchmarks.peers.telegram_bot")),
    Bot("python-telegram-bot, pickle flushed every turn", ("-m", "benchmarks.peers.telegram_bot", "flushed")),
    Bot("aiogram, memory", ("-m", "benchmarks.peers.aiogram_bot", "memory")),
    Bot("aiogram, SQLite", ("-m", "benchmarks.peers.aiogram_bot", "sqlite")),
)
REDIS = Bot("aiogram, Redis", ("-m", "benchmarks.peers.aiogram_bot", "redis"))
"""Where a Redis server is installed; its address is in BENCH_REDIS."""


def free_port() -> int:
    """Give a port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
