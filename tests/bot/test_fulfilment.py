"""What turns ask for is answered, also where the store can't take the answer at once."""

from __future__ import annotations

from bot.delivery import Pace
from bot.fulfilment import TRIES, Fulfilment, Skills
from bot.turns import Address, Pending
from conversations.interview.requests import Purpose, Understand
from conversations.interview.snapshot import Person
from tests.bot.delivery.memory import MemoryStore

ASKED = Pending(
    key="telegram/1/1#1",
    address=Address("telegram", 1, 100),
    person=100,
    facts=Person("Lena", "en"),
    request=Understand(purpose=Purpose.SORT, venture="v", ids=(1,), texts=("rent",), blocks=(None,)),
)


async def at_once(_seconds: float) -> None:
    """Wait for nothing."""


async def test_an_answer_that_cannot_be_taken_is_tried_again_and_not_left_for_a_minute() -> None:
    store = MemoryStore()
    store.down = TRIES - 1
    await Fulfilment(store, Skills(), Pace(sleep=at_once)).fulfil(ASKED)
    assert [arrival.key for arrival in store.taken] == ["job/telegram/1/1#1"]


async def test_an_answer_that_can_never_be_taken_stays_in_the_store() -> None:
    store = MemoryStore()
    store.down = TRIES
    await Fulfilment(store, Skills(), Pace(sleep=at_once)).fulfil(ASKED)
    assert store.taken == []
