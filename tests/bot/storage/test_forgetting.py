from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.storage.schema import metadata
from bot.turns import SendFile, Unsend
from conversations.interview.events import Reach, Reached
from tests.bot.storage.playing import Clock, Founder, deliver, opened, said
from tests.databases import File

if TYPE_CHECKING:
    from bot.turns import Committed
    from tests.databases import Kept

WORDS = "Sourdough for the harbour"


def exported(committed: Committed) -> dict[str, object]:
    assert committed.lane is not None
    (queued,) = committed.lane.queued
    assert isinstance(queued.outgoing, SendFile)
    document = json.loads(queued.outgoing.content)
    assert isinstance(document, dict)
    return document


def stored(kept: Kept) -> bytes:
    """Give all that is on the disk; of a server's disk, all that its tables hold."""
    if isinstance(kept, File):
        return b"".join(file.read_bytes() for file in sorted(kept.path.parent.iterdir()))
    return repr([kept.read(f"SELECT * FROM {table}") for table in metadata.tables]).encode()  # noqa: S608 - our own


async def test_an_export_holds_everything_that_is_stored_of_the_person(kept: Kept) -> None:
    ada, ben, clock = Founder(1), Founder(2), Clock()
    async with opened(kept, clock) as store:
        await said(store, ada.says("Bake"))
        clock.now += timedelta(minutes=1)
        await said(store, ada.commands("new"))
        await said(store, ada.says("Teach"))
        await said(store, ben.says("Spy"))
        (committed,) = await store.take([ada.commands("export")])
    everything = exported(committed)
    assert everything["format"] == "backstage-export/1"
    assert everything["person"] == {
        "carrier": "telegram",
        "id": 1,
        "first_name": "Founder 1",
        "last_name": "",
        "language": "en",
    }
    ventures = everything["ventures"]
    assert isinstance(ventures, list)
    assert [[entry["text"] for entry in one["canvas"]["entries"]] for one in ventures] == [
        ["Bake"],
        ["Teach"],
    ]
    assert [[made["yours"] for made in one["revisions"]] for one in ventures] == [[True], [True]]
    conversations = everything["conversations"]
    assert isinstance(conversations, list)
    (conversation,) = conversations
    assert conversation["chat"] == 1
    assert [one["direction"] for one in conversation["messages"]] == ["in", "in", "in", "in", "out"]
    assert conversation["position"]["prompts"] == 2
    assert "Spy" not in json.dumps(everything)


async def test_after_delete_no_trace_of_the_founder_is_stored(kept: Kept) -> None:
    ada, ben = Founder(1), Founder(2)
    async with opened(kept) as store:
        await said(store, ben.says("Teach"))
        for number in range(40):
            await said(store, ada.says(f"{WORDS} {number}"))
        (export,) = await store.take([ada.commands("export")])
        assert WORDS.encode() in stored(kept)
        assert b"Founder 1" in stored(kept)
        await store.take([ada.commands("delete")])
        rest = stored(kept)
        assert b"Sourdough" not in rest
        assert b"Founder 1" not in rest
        assert b"Teach" in rest
        assert await deliver(store, export) == ["SendFile", "Unsend", "gone"]
        assert await said(store, ben.commands("count")) == ["1 kept, version 1"]
    assert [counted(kept, table) for table in ("person", "conversation", "venture", "membership")] == [1] * 4
    assert [counted(kept, table) for table in ("outgoing", "revision", "intent")] == [0, 1, 0]
    assert kept.read("SELECT chat FROM conversation") == [(2,)]


async def test_who_was_forgotten_begins_anew(kept: Kept) -> None:
    ada = Founder()
    async with opened(kept) as store:
        await said(store, ada.says("Bake"))
        (farewell,) = await store.take([ada.commands("delete")])
        assert await said(store, ada.commands("count")) == []
        assert await deliver(store, farewell) == ["Unsend", "gone", "0 kept, version 0"]
        assert await said(store, ada.says("Bake again")) == ["1: Bake again"]
    assert counted(kept, "conversation") == 1


async def test_messages_under_48_hours_old_are_taken_back(kept: Kept) -> None:
    ada, clock = Founder(), Clock()
    async with opened(kept, clock) as store:
        await said(store, ada.says("old"))
        clock.now += timedelta(hours=48)
        (committed,) = await store.take([ada.says("young")])
        await deliver(store, committed, first_message=6001)
        (farewell,) = await store.take([ada.commands("delete")])
        assert farewell.lane is not None
        assert farewell.lane.queued[0].outgoing == Unsend(messages=(2, 3, 6001))


async def test_a_shared_venture_stays_with_its_other_members(kept: Kept) -> None:
    ada, ben = Founder(1), Founder(2)
    async with opened(kept) as store:
        await said(store, ada.says("Bake"))
        shared = (await said(store, ada.commands("ventures")))[0]
        await said(store, ben.commands("count"))
    kept.change("INSERT INTO membership SELECT ?, id, 'founder' FROM person WHERE carrier_id = 2", shared)
    async with opened(kept) as store:
        assert await said(store, ben.commands("switch", shared)) == ["switched to 1"]
        await said(store, ben.says("Teach"))
        assert await said(store, ada.commands("delete")) == ["Unsend", "gone"]
        assert await said(store, ben.commands("count")) == ["2 kept, version 2"]
        assert await said(store, ben.commands("history")) == ["1 by  2 by 2"]


async def test_who_deletes_and_blocks_the_bot_leaves_not_even_an_address(kept: Kept) -> None:
    ada = Founder()
    async with opened(kept) as store:
        (farewell,) = await store.take([ada.commands("delete")])
        assert farewell.lane is not None
        await said(store, ada.does(Reached(Reach.BLOCKED)))
        (again,) = await store.take([ada.commands("delete")])
        assert again.lane is None
        await store.unreachable(farewell.lane.conversation)
    assert [counted(kept, table) for table in ("person", "conversation", "message", "outgoing")] == [0] * 4


def counted(kept: Kept, table: str) -> object:
    return len(kept.read(f"SELECT * FROM {table}"))  # noqa: S608 - a name from the test itself
