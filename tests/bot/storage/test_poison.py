"""What can't be written, however often it is tried: set aside, told of, and nobody else is held up."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec
import pytest

from bot.turns import Address
from tests.bot.storage.playing import Founder, change, deliver, opened, read, said, texts

if TYPE_CHECKING:
    from pathlib import Path

POISON = (
    "CREATE TRIGGER no BEFORE INSERT ON {} WHEN new.{} LIKE '%poison%' BEGIN SELECT RAISE(ABORT, 'no'); END"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "backstage.sqlite3"


async def test_an_answer_that_cannot_be_written_gets_an_apology_and_the_rest_goes_on_in_order(
    path: Path,
) -> None:
    ada, ben = Founder(1), Founder(2)
    async with opened(path) as store:
        await said(store, ben.says("Teach"))
    change(path, POISON.format("outgoing", "body"))
    async with opened(path) as store:
        taken = await store.take(
            [ada.says("before"), ada.says("my poison recipe", key="bad"), ada.says("after"), ben.says("Sing")]
        )
        assert [turn.set_aside for turn in taken] == [False, True, False, False]
        assert await deliver(store, taken[0]) == ["1: before", "sorry", "2: after"]
        assert await deliver(store, taken[3]) == ["2: Sing"]
        (again,) = await store.take([ada.says("my poison recipe", key="bad")])
        assert again.repeated
    ((key, failure),) = read(path, "SELECT key, failure FROM turn WHERE outcome = 'failed'")
    assert key == "bad"
    assert isinstance(failure, str)
    assert json.loads(failure)[0]["error"] == "IntegrityError"
    assert "recipe" not in failure


async def test_one_that_not_even_an_apology_can_be_written_for_is_noted_and_holds_up_nobody(
    path: Path,
) -> None:
    ada, ben = Founder(1), Founder(2)
    async with opened(path) as store:
        await said(store, ada.says("Bake"))
    change(path, POISON.format("outgoing", "body").replace("poison", "sorry"))
    async with opened(path) as store:
        bad, good = await store.take([ada.says("boom"), ben.says("Teach")])
        assert (bad.set_aside, bad.lane) == (True, None)
        assert texts(good.lane) == ["1: Teach"]
        assert await said(store, ada.says("Cakes")) == ["2: Cakes"]
    assert read(path, "SELECT outcome, count(*) FROM turn GROUP BY outcome") == [("failed", 1), ("ok", 3)]


@pytest.mark.parametrize("number", [2**63, -(2**70)])
async def test_an_id_that_no_database_holds_holds_up_nobody(path: Path, number: int) -> None:
    ada, ben = Founder(1), Founder(2)
    odd = msgspec.structs.replace(ada.says("Bake"), address=Address("telegram", 77, number), key="odd")
    async with opened(path) as store:
        bad, good = await store.take([odd, ben.says("Teach")])
        assert bad.set_aside
        assert texts(good.lane) == ["1: Teach"]
    assert read(path, "SELECT key FROM turn WHERE outcome = 'failed'") == [("odd",)]
