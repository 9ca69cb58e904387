"""States and data of an aiogram bot in SQLite: WAL, `synchronous=FULL`, a commit for each change."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

import msgspec
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from aiogram.fsm.storage.base import StateType, StorageKey

_encode = msgspec.json.Encoder().encode


class SqliteStorage(BaseStorage):
    """One table, one row a chat; the statements take microseconds, and so run where they are called."""

    def __init__(self, file: Path) -> None:
        self._database = sqlite3.connect(file, isolation_level=None)
        self._database.execute("pragma journal_mode = wal")
        self._database.execute("pragma synchronous = full")
        self._database.execute(
            "create table if not exists fsm (chat integer primary key, state text, data text)"
        )

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Keep a state."""
        name = state.state if isinstance(state, State) else state
        self._database.execute(
            "insert into fsm (chat, state) values (?, ?)"
            " on conflict (chat) do update set state = excluded.state",
            (key.chat_id, name),
        )

    async def get_state(self, key: StorageKey) -> str | None:
        """Give a state."""
        found = self._database.execute("select state from fsm where chat = ?", (key.chat_id,)).fetchone()
        return found[0] if found else None

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Keep data."""
        self._database.execute(
            "insert into fsm (chat, data) values (?, ?)"
            " on conflict (chat) do update set data = excluded.data",
            (key.chat_id, _encode(data).decode()),
        )

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """Give data."""
        found = self._database.execute("select data from fsm where chat = ?", (key.chat_id,)).fetchone()
        data: dict[str, Any] = msgspec.json.decode(found[0]) if found and found[0] else {}
        return data

    async def close(self) -> None:
        """Let go of the file."""
        self._database.close()
