from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bot.storage.playing import Founder, deliver, opened, said, texts

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_founder_is_answered_and_their_answer_is_kept(tmp_path: Path) -> None:
    ada = Founder()
    async with opened(tmp_path / "b.sqlite3") as store:
        assert await said(store, ada.says("Bake bread")) == ["1: Bake bread"]
        assert await said(store, ada.says("Deliver")) == ["2: Deliver"]
    async with opened(tmp_path / "b.sqlite3") as store:
        assert await said(store, ada.commands("count")) == ["2 kept, version 2"]


async def test_the_same_update_twice_is_kept_once(tmp_path: Path) -> None:
    ada = Founder()
    async with opened(tmp_path / "b.sqlite3") as store:
        first, again = await store.take([ada.says("Bake", key="k"), ada.says("Bake", key="k")])
        assert (first.repeated, again.repeated) == (False, True)
        assert texts(first.lane) == ["1: Bake"]
        assert again.lane is None
        await deliver(store, first)
        (later,) = await store.take([ada.says("Bake", key="k")])
        assert later.repeated
        assert later.lane is None
        assert await said(store, ada.commands("count")) == ["1 kept, version 1"]
