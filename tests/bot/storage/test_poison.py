"""What can't be written, however often it is tried: set aside, told of, and nobody else is held up."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec
import pytest

from bot.turns import Address
from tests.bot.storage.playing import Founder, deliver, opened, said, texts
from tests.databases import File

if TYPE_CHECKING:
    from tests.databases import Kept

POISON = {
    "sqlite": "CREATE TRIGGER no BEFORE INSERT ON outgoing WHEN instr(new.body, '{0}')"
    " BEGIN SELECT RAISE(ABORT, 'no'); END",
    "postgresql": "ALTER TABLE outgoing ADD CHECK (strpos(body, '{0}') = 0)",
}


def poison(kept: Kept, words: str) -> None:
    """Let no message be written that holds these words."""
    kept.change(POISON["sqlite" if isinstance(kept, File) else "postgresql"].format(words))


async def test_an_answer_that_cannot_be_written_gets_an_apology_and_the_rest_goes_on_in_order(
    kept: Kept,
) -> None:
    ada, ben = Founder(1), Founder(2)
    async with opened(kept) as store:
        await said(store, ben.says("Teach"))
    poison(kept, "poison")
    async with opened(kept) as store:
        taken = await store.take(
            [ada.says("before"), ada.says("my poison recipe", key="bad"), ada.says("after"), ben.says("Sing")]
        )
        assert [turn.set_aside for turn in taken] == [False, True, False, False]
        assert await deliver(store, taken[0]) == ["1: before", "sorry", "2: after"]
        assert await deliver(store, taken[3]) == ["2: Sing"]
        (again,) = await store.take([ada.says("my poison recipe", key="bad")])
        assert again.repeated
    ((key, failure),) = kept.read("SELECT key, failure FROM turn WHERE outcome = 'failed'")
    assert key == "bad"
    assert isinstance(failure, str)
    assert json.loads(failure)[0]["error"] == "IntegrityError"
    assert "recipe" not in failure


async def test_one_that_not_even_an_apology_can_be_written_for_is_noted_and_holds_up_nobody(
    kept: Kept,
) -> None:
    ada, ben = Founder(1), Founder(2)
    async with opened(kept) as store:
        await said(store, ada.says("Bake"))
    poison(kept, "sorry")
    async with opened(kept) as store:
        bad, good = await store.take([ada.says("boom"), ben.says("Teach")])
        assert (bad.set_aside, bad.lane) == (True, None)
        assert texts(good.lane) == ["1: Teach"]
        assert await said(store, ada.says("Cakes")) == ["2: Cakes"]
    assert kept.read("SELECT outcome, count(*) FROM turn GROUP BY outcome ORDER BY outcome") == [
        ("failed", 1),
        ("ok", 3),
    ]


@pytest.mark.parametrize("number", [2**63, -(2**70)])
async def test_an_id_that_no_database_holds_holds_up_nobody(kept: Kept, number: int) -> None:
    ada, ben = Founder(1), Founder(2)
    odd = msgspec.structs.replace(ada.says("Bake"), address=Address("telegram", 77, number), key="odd")
    async with opened(kept) as store:
        bad, good = await store.take([odd, ben.says("Teach")])
        assert bad.set_aside
        assert texts(good.lane) == ["1: Teach"]
    assert kept.read("SELECT key FROM turn WHERE outcome = 'failed'") == [("odd",)]
