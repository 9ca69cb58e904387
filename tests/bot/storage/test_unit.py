from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.storage import statements
from bot.storage.compiling import Statements
from bot.storage.engine import database_at
from bot.storage.errors import StaleCanvas
from bot.storage.failures import failures_of
from bot.storage.unit import Unit
from tests.bot.storage.playing import START, Founder, opened, said

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tests.databases import Kept


async def test_of_two_who_change_a_canvas_at_once_the_second_is_refused(kept: Kept) -> None:
    async with opened(kept) as store:
        await said(store, Founder().says("Bake"))
    ((venture,),) = kept.read("SELECT id FROM venture")
    database = database_at(kept.url)
    with database.engine.connect() as connection:
        with connection.begin():
            _changes(connection, venture, "first")
        with connection.begin(), pytest.raises(StaleCanvas):
            _changes(connection, venture, "second")
    database.engine.dispose()
    assert kept.read("SELECT document, version FROM venture") == [("first", 2)]


def _changes(connection: Connection, venture: str, document: str) -> None:
    unit = Unit(connection, START, Statements())
    unit.later(statements.SAVE_CANVAS, this=venture, was=1, new_document=document)
    unit.flush()


def test_a_failure_is_told_with_what_it_came_from_and_without_its_message() -> None:
    recipes: dict[str, str] = {}

    def bake() -> None:
        try:
            recipes["a secret recipe"]
        except KeyError as error:
            raise ValueError("burnt") from error

    with pytest.raises(ValueError, match="burnt") as caught:
        bake()
    told = failures_of(caught.value)
    assert [failure.error for failure in told] == ["ValueError", "KeyError"]
    assert all(failure.frames[-1].endswith(" bake") for failure in told)
    assert "recipe" not in repr(told)
