"""How fast it goes: so many calls at once, so many a second, and answers before what goes to many."""

import pytest

from bot.delivery import Delivery
from bot.delivery.pace import Bucket, Pace
from bot.turns import Address, SendText
from conversations.intents import Urgency
from tests.bot.delivery.memory import MemoryStore
from tests.bot.delivery.phone import Phone, Ticking, Time, until

LENA = Address("telegram", 1, 100)


async def test_no_more_than_so_many_calls_are_in_flight() -> None:
    time, phone, store = Time(), Phone(), MemoryStore()
    pace = Pace(rate=10_000, at_once=5, sleep=time.sleep, now=lambda: time.now)
    delivery = Delivery(store, phone, pace)
    for chat in range(50):
        delivery.carry(store.hands_out(Address("telegram", 1, chat), SendText(html="hello")))
    await until(lambda: not delivery.lanes)
    assert phone.most_in_flight == 5
    assert len(phone.got) == 50


async def test_a_flood_of_messages_keeps_the_rate() -> None:
    time = Time()
    bucket = Bucket(time.pace(rate=30))
    began = time.now
    for _ in range(90):
        await bucket.take()
    assert time.now - began == pytest.approx(2, abs=0.1)


class Crowd:
    """Fifty people who are to be told something, at a clock that the test moves."""

    def __init__(self, rate: float = 30, broadcasts: float = 20) -> None:
        self.time = Ticking()
        self.phone = Phone()
        self.store = MemoryStore()
        self.delivery = Delivery(self.store, self.phone, self.time.pace(rate, broadcasts))
        for number in range(1000, 1050):
            self.carries(Address("telegram", 1, number), "news", Urgency.BROADCAST)

    def carries(self, address: Address, words: str, urgency: Urgency = Urgency.REPLY) -> None:
        self.delivery.carry(self.store.hands_out(address, SendText(html=words), urgency=urgency))

    def told(self) -> list[str]:
        return [outgoing.html for _, outgoing, _ in self.phone.got if isinstance(outgoing, SendText)]


async def test_broadcasts_keep_a_rate_of_their_own_in_the_order_they_came() -> None:
    crowd = Crowd()
    await crowd.time.ticks(1)
    assert 20 <= len(crowd.phone.got) <= 21
    await crowd.time.ticks(2)
    assert [address.chat for address, _, _ in crowd.phone.got] == list(range(1000, 1050))


async def test_in_no_second_goes_more_than_the_rate_whatever_comes_together() -> None:
    crowd = Crowd()
    moments: list[float] = []
    crowd.phone.noticed = lambda: moments.append(crowd.time.now)
    await crowd.time.ticks(0.5)
    for number in range(100):
        crowd.carries(Address("telegram", 1, number), "answer")
    await crowd.time.ticks(10)
    assert len(moments) == 150
    assert all(late - early >= 1 - 1e-6 for early, late in zip(moments, moments[30:], strict=False))


async def test_a_reply_goes_at_once_while_broadcasts_wait() -> None:
    crowd = Crowd()
    await crowd.time.ticks(0.5)
    before = len(crowd.phone.got)
    crowd.carries(LENA, "answer")
    await crowd.time.ticks(0)
    assert crowd.told()[before:] == ["answer"]


async def test_many_replies_take_the_whole_rate_and_broadcasts_go_on_after_them() -> None:
    crowd = Crowd(rate=10, broadcasts=10)
    await crowd.time.ticks(1.05)
    before = len(crowd.phone.got)
    for number in range(40):
        crowd.carries(Address("telegram", 1, number), "answer")
    await crowd.time.ticks(20)
    assert crowd.told()[before : before + 40] == ["answer"] * 40
    assert crowd.told()[before + 40 :] == ["news"] * (50 - before)


async def test_an_answer_behind_a_broadcast_in_the_same_chat_takes_it_along() -> None:
    crowd = Crowd()
    crowd.carries(LENA, "news", Urgency.BROADCAST)
    await crowd.time.ticks(0.5)
    assert crowd.phone.texts(LENA) == []
    crowd.carries(LENA, "answer")
    await crowd.time.ticks(0)
    assert crowd.phone.texts(LENA) == ["news", "answer"]
