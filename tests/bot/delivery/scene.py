"""A delivery with all around it: a store in memory, a phone, and a clock that moves by itself."""

from bot.delivery import Delivery
from bot.turns import Address, Outgoing, SendText
from tests.bot.delivery.memory import MemoryStore
from tests.bot.delivery.phone import Phone, Time, until

LENA = Address("telegram", 1, 100)
OMAR = Address("telegram", 1, 200)


class Scene:
    def __init__(self, rate: float = 1000) -> None:
        self.time = Time()
        self.phone = Phone()
        self.store = MemoryStore()
        self.points: list[str] = []
        self.silences = 0
        self.delivery = Delivery(
            self.store,
            self.phone,
            self.time.pace(rate),
            answers=self.answers,
            reached=self.points.append,
        )

    async def answers(self) -> bool:
        self.silences -= 1
        return self.silences < 0

    def carries(self, address: Address, *messages: Outgoing) -> None:
        self.delivery.carry(self.store.hands_out(address, *messages))

    async def is_quiet(self) -> None:
        await until(lambda: not self.delivery.lanes)


def text(words: str, prompt: str = "") -> SendText:
    return SendText(html=words, prompt=prompt)
