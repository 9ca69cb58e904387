"""Whole exchanges over real sockets, by polling and behind a webhook alike."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.delivery.lane import POINTS as DELIVERY_POINTS
from bot.telegram.intake import POINTS as INTAKE_POINTS
from bot.turns import Address, Arrival, SendText
from conversations.interview.events import Addressed, Due, Reach, Reached
from conversations.interview.snapshot import Person
from tests.bot.delivery.memory import MemoryStore
from tests.bot.telegram.conftest import Running, Starter, parrot
from tests.telegram_server import TOKEN, TelegramServer, faults

BOT = int(TOKEN.partition(":")[0])
Starts = Callable[..., Awaitable[Running]]


@pytest.fixture(params=["polling", "webhook"])
def begins(request: pytest.FixtureRequest, starts: Starter) -> Starts:
    start: Starts = getattr(starts, request.param)
    return start


async def test_a_person_starts_taps_and_writes(server: TelegramServer, begins: Starts) -> None:
    running = await begins()
    lena = server.person("Lena", language="de")
    await lena.starts("from-a-link")
    welcome = await lena.sees("/start from-a-link", button="More")
    assert welcome.html == "/start <b>from-a-link</b>"
    tap = await lena.taps("More")
    await lena.sees("what else?")
    assert await tap.answer() == "noted"
    assert [message.text for message in lena.chat if message.by_bot] == ["tapped 1:p:more", "what else?"]
    await lena.says("3 < 4 & &lt; 🍞")
    assert (await lena.sees("Said:")).text == "Said: 3 < 4 & &lt; 🍞"
    await lena.settled()
    await running.stops()
    assert running.store.undelivered == []
    assert {arrival.facts for arrival in running.store.taken} == {Person("Lena", "de")}
    assert {arrival.address for arrival in running.store.taken} == {Address("telegram", BOT, lena.id)}
    assert set(running.points) == {*INTAKE_POINTS, *DELIVERY_POINTS}


async def test_every_kind_of_message_is_answered(server: TelegramServer, begins: Starts) -> None:
    await begins()
    lena = server.person("Lena")
    await lena.starts()
    for sends, answer in (
        (lena.sends_sticker, "sticker"),
        (lena.sends_voice, "voice"),
        (lena.sends_photo, "photo"),
        (lena.sends_video, "video"),
        (lena.sends_document, "document"),
        (lena.sends_location, "location"),
        (lena.sends_contact, "contact"),
    ):
        await sends()
        await lena.sees(answer)
    said = await lena.says("two vans")
    await lena.sees("Said: two vans")
    await lena.edits(said, "three vans")
    await lena.sees("Edited: three vans")


async def test_what_came_twice_is_answered_once(server: TelegramServer, begins: Starts) -> None:
    running = await begins()
    lena = server.person("Lena")
    said = await lena.says("two vans")
    await lena.sees("two vans")
    server.redeliver(said.update_id)
    await server.acknowledged(said.update_id)
    await lena.says("an oven")
    await lena.sees("an oven")
    assert [message.text for message in lena.chat if message.by_bot] == ["Said: two vans", "Said: an oven"]
    assert len(running.store.taken) == 2


async def test_nothing_is_acknowledged_while_the_store_is_down(
    server: TelegramServer, begins: Starts
) -> None:
    running = await begins()
    lena = server.person("Lena")
    running.store.down = 5
    said = await lena.says("two vans")
    await lena.sees("two vans")
    await server.acknowledged(said.update_id)
    assert running.store.down == 0


async def test_messages_of_many_people_arrive_in_their_order(server: TelegramServer, begins: Starts) -> None:
    await begins()
    people = [server.person(f"P{number}") for number in range(20)]
    for number in range(5):
        for person in people:
            await person.says(f"{number}")
    for person in people:
        await person.sees("4")
        answers = [message.text for message in person.chat if message.by_bot]
        assert answers == [f"Said: {number}" for number in range(5)]


async def test_one_who_blocks_the_bot_is_sent_nothing_and_others_are(
    server: TelegramServer, begins: Starts
) -> None:
    running = await begins()
    lena, omar = server.person("Lena"), server.person("Omar")
    server.faults.arrange(faults.refusal(403, "Forbidden: bot was blocked by the user"), chat_id=lena.id)
    await lena.says("hello")
    await omar.says("hello")
    await omar.sees("hello")
    await lena.settled()
    await running.stops()
    assert running.store.cut_off == [running.store.chat(Address("telegram", BOT, lena.id)).conversation]
    assert lena.chat[-1].by_bot is False


async def test_blocking_and_unblocking_are_turns_too(server: TelegramServer, begins: Starts) -> None:
    running = await begins()
    lena = server.person("Lena")
    await lena.starts()
    await lena.sees("/start")
    await lena.blocks_bot()
    await lena.unblocks_bot()
    await lena.settled()
    events = [arrival.event for arrival in running.store.taken]
    assert events[1:] == [Reached(Reach.BLOCKED), Reached(Reach.UNBLOCKED)]


@pytest.mark.parametrize(
    "fault",
    [
        faults.server_error(),
        faults.bad_gateway(),
        faults.reset(),
        faults.flood(1),
        faults.lost_answer(),
        faults.refusal(409, "Conflict"),
    ],
    ids=lambda fault: f"{fault.kind}-{fault.code}",
)
async def test_a_reply_outlives_a_failure_of_telegrams(
    server: TelegramServer, begins: Starts, fault: faults.Fault
) -> None:
    running = await begins()
    lena = server.person("Lena")
    server.faults.arrange(fault, method="sendMessage")
    await lena.says("one")
    await lena.says("two")
    await lena.sees("two")
    answers = [message.text for message in lena.chat if message.by_bot]
    assert answers == ["Said: one"] * (2 if fault.acts else 1) + ["Said: two"]
    await running.stops()
    assert running.store.undelivered == []


async def test_what_a_crash_left_is_sent_after_the_next_start(server: TelegramServer, begins: Starts) -> None:
    lena = server.person("Lena")
    store = MemoryStore(parrot)
    await lena.says("hello")
    store.waits(Address("telegram", BOT, lena.id), SendText(html="left behind"))
    await begins(store)
    await lena.sees("left behind")
    await lena.sees("Said: hello")


async def test_a_reminder_that_has_come_due_is_sent(server: TelegramServer, begins: Starts) -> None:
    lena = server.person("Lena")
    await lena.says("hello")
    store = MemoryStore(parrot)
    store.coming_due.append(
        Arrival(
            key="job/1",
            address=Address("telegram", BOT, lena.id),
            person=lena.id,
            facts=Person(),
            event=Due("your canvas"),
        )
    )
    await begins(store)
    await lena.sees("remember your canvas")


async def test_a_stopped_bot_is_gone_at_once_and_the_next_goes_on(
    server: TelegramServer, begins: Starts
) -> None:
    running = await begins()
    lena = server.person("Lena")
    await lena.says("one")
    await lena.sees("one")
    async with asyncio.timeout(5):
        await running.stops()
    await lena.says("two")
    await begins(running.store)
    await lena.sees("two")
    assert [message.text for message in lena.chat if message.by_bot] == ["Said: one", "Said: two"]


async def test_in_a_group_only_who_speaks_to_the_bot_is_answered_and_in_their_topic(
    server: TelegramServer, begins: Starts
) -> None:
    running = await begins()
    lena = server.person("Lena")
    group = server.group("Founders", [lena], forum=True)
    await group.adds_bot(lena)
    topic = group.opens_topic("Canvases")
    seat = lena.inside(group, topic)
    await seat.says("@backstage_bot can you help?")
    answer = await seat.sees("write to me in private")
    await seat.replies_to(answer, "really?")
    await seat.sees("write to me in private")
    await seat.command("/start@backstage_bot")
    await seat.sees("write to me in private")
    await seat.command("/start")
    await seat.settled()
    events = [arrival.event for arrival in running.store.taken]
    assert events[0] == Reached(Reach.ADDED)
    assert [type(event) for event in events[1:]] == [Addressed] * 3
    assert {arrival.address.topic for arrival in running.store.taken[1:]} == {topic}


async def test_posts_of_a_channel_are_nobodys_turn(server: TelegramServer, begins: Starts) -> None:
    running = await begins()
    lena = server.person("Lena")
    channel = server.channel("News", [lena])
    await channel.adds_bot(lena, administrator=True)
    await lena.inside(channel).says("hello @backstage_bot")
    await lena.says("hello")
    await lena.sees("hello")
    assert [arrival.address.chat for arrival in running.store.taken] == [lena.id]
