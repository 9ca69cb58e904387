"""More chats than memory should hold: the rest wait in the store, and follow as soon as there is room."""

from __future__ import annotations

import asyncio

from bot.delivery import Delivery, Pace
from bot.turns import Address, SendText
from tests.bot.delivery.memory import MemoryStore
from tests.bot.delivery.phone import Phone, until

CROWD = [Address("telegram", 1, number) for number in range(1, 51)]


async def test_chats_beyond_what_fits_wait_in_the_store_and_follow_without_waiting_for_the_next_sweep() -> (
    None
):
    store, phone = MemoryStore(), Phone()
    gate = asyncio.Event()
    phone.gates = dict.fromkeys(CROWD, gate)
    delivery = Delivery(store, phone, Pace(rate=100_000, lanes=10, sweep_every=3600))
    sweeping = asyncio.create_task(delivery.sweep_for_ever())
    await asyncio.sleep(0)
    for address in CROWD:
        delivery.carry(store.hands_out(address, SendText(html="hello")))
    assert delivery.lanes == 10
    assert len(store.left) == 40
    gate.set()
    await until(lambda: all(phone.texts(address) == ["hello"] for address in CROWD))
    assert delivery.lanes <= 10
    await delivery.drain()
    await sweeping


async def test_a_chat_that_is_being_sent_to_is_never_turned_away() -> None:
    store, phone = MemoryStore(), Phone()
    phone.gates[CROWD[0]] = asyncio.Event()
    delivery = Delivery(store, phone, Pace(rate=100_000, lanes=1))
    delivery.carry(store.hands_out(CROWD[0], SendText(html="one")))
    delivery.carry(store.hands_out(CROWD[0], SendText(html="two")))
    assert store.left == []
    phone.gates[CROWD[0]].set()
    await until(lambda: phone.texts(CROWD[0]) == ["one", "two"])
    await delivery.drain()
