import asyncio
from collections.abc import Sequence

from bot.agenda import Agenda
from bot.delivery import Delivery, Pace
from bot.turns import Address, Arrival, Outgoing, SendText
from conversations.intents import Urgency
from conversations.interview.events import Due
from conversations.interview.snapshot import Person
from tests.bot.delivery.memory import MemoryStore
from tests.bot.delivery.phone import Phone, until


def broadcast(number: int, urgency: Urgency = Urgency.BROADCAST) -> Arrival:
    return Arrival(
        key=f"job/{number}",
        address=Address("telegram", 1, number),
        person=number,
        facts=Person(),
        event=Due("news"),
        urgency=urgency,
    )


def told(_arrival: Arrival) -> tuple[Outgoing, ...]:
    return (SendText(html="news"),)


class Scene:
    """An agenda over a store in memory, with a phone whose chats can be made to wait."""

    def __init__(self, *due: Arrival) -> None:
        self.store = MemoryStore(told)
        self.store.coming_due = list(due)
        self.phone = Phone()
        pace = Pace(rate=100_000, broadcasts=100_000, ready=5)
        self.delivery = Delivery(self.store, self.phone, pace)
        self.waking, self.stopping = asyncio.Event(), asyncio.Event()
        self.agenda = Agenda(self.store, self.delivery.room, pace, self.waking)
        self.task = asyncio.create_task(self.agenda.keep(self.take, self.stopping))

    async def take(self, arrivals: Sequence[Arrival]) -> None:
        for committed in await self.store.take(arrivals):
            if committed.lane is not None:
                self.delivery.carry(committed.lane)

    async def ends(self) -> None:
        self.stopping.set()
        self.waking.set()
        await self.delivery.drain()
        await self.task


async def test_everybody_is_told_few_at_a_time() -> None:
    scene = Scene(*(broadcast(number) for number in range(1, 51)))
    gate = asyncio.Event()
    scene.phone.gates = {Address("telegram", 1, number): gate for number in range(1, 51)}
    await until(lambda: scene.phone.tries == 5)
    assert len(scene.store.taken) == 5
    gate.set()
    await until(lambda: len(scene.phone.got) == 50)
    assert [address.chat for address, _, _ in scene.phone.got] == list(range(1, 51))
    await scene.ends()


async def test_what_answers_somebody_is_told_while_broadcasts_are_stuck() -> None:
    scene = Scene(*(broadcast(number) for number in range(1, 11)))
    gate = asyncio.Event()
    scene.phone.gates = {Address("telegram", 1, number): gate for number in range(1, 11)}
    await until(lambda: scene.phone.tries == 5)
    scene.store.coming_due.append(broadcast(99, Urgency.REPLY))
    scene.waking.set()
    await until(lambda: len(scene.phone.got) == 1)
    assert scene.phone.texts(Address("telegram", 1, 99)) == ["news"]
    gate.set()
    await until(lambda: len(scene.phone.got) == 11)
    await scene.ends()


async def test_a_store_that_is_down_is_asked_again() -> None:
    scene = Scene(broadcast(1))
    scene.store.down = 2
    await until(lambda: scene.store.down == 0)
    scene.waking.set()
    await until(lambda: len(scene.phone.got) == 1)
    await scene.ends()


async def test_it_stops_while_broadcasts_are_stuck_and_leaves_the_rest_in_the_store() -> None:
    scene = Scene(*(broadcast(number) for number in range(1, 51)))
    gate = asyncio.Event()
    scene.phone.gates = {Address("telegram", 1, number): gate for number in range(1, 51)}
    await until(lambda: scene.phone.tries == 5)
    ending = asyncio.create_task(scene.ends())
    await until(scene.task.done)
    gate.set()
    await ending
    assert len(scene.store.taken) <= 6
