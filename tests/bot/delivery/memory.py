"""A store of turns in memory, with lanes and leases as the real one has them, for tests of the carriers."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from bot.turns import (
    Address,
    AnswerTap,
    Arrival,
    Committed,
    Delivered,
    Edition,
    Lane,
    Outgoing,
    Pending,
    Queued,
    SendText,
)
from conversations.errors import BackstageError
from conversations.intents import Urgency
from conversations.interview.events import Looked
from conversations.interview.requests import Look

Steps = Callable[[Arrival], Sequence[Outgoing]]


class StoreDownError(BackstageError):
    """The store can't be used at the moment."""


@dataclass(eq=False)
class Chat:
    conversation: int
    address: Address
    waiting: list[Queued] = field(default_factory=list)
    held: bool = False
    seq: int = 0

    def lane(self) -> Lane:
        return Lane(conversation=self.conversation, address=self.address, queued=tuple(self.waiting))


class MemoryStore:
    """Steps by `step`; `down` is how many calls fail from now on; a closed `gate` holds turns up."""

    def __init__(self, step: Steps = lambda _: ()) -> None:
        self.step = step
        self.down = 0
        self.up = True
        self.gate = asyncio.Event()
        self.gate.set()
        self.taking = 0
        self.taken: list[Arrival] = []
        self.marks: list[Delivered] = []
        self.cut_off: list[int] = []
        self.taken_over: set[int] = set()
        self.left: list[int] = []
        self.coming_due: list[Arrival] = []
        self.prompts: dict[tuple[int, str], int] = {}
        self._keys: set[str] = set()
        self._carried: dict[str, AnswerTap] = {}
        self._chats: dict[Address, Chat] = {}

    def chat(self, address: Address) -> Chat:
        return self._chats.setdefault(address, Chat(len(self._chats) + 1, address))

    def waits(self, address: Address, *messages: Outgoing, urgency: Urgency = Urgency.REPLY) -> Lane:
        """What a crash left: messages that nobody delivers. Gives them as a lane."""
        chat = self.chat(address)
        for message in messages:
            chat.waiting.append(Queued(chat.seq, message, urgency=urgency))
            chat.seq += 1
        return chat.lane()

    def hands_out(self, address: Address, *messages: Outgoing, urgency: Urgency = Urgency.REPLY) -> Lane:
        """A lane whose holder is the one that asked."""
        lane = self.waits(address, *messages, urgency=urgency)
        self.chat(address).held = True
        return lane

    @property
    def undelivered(self) -> list[Outgoing]:
        return [queued.outgoing for chat in self._chats.values() for queued in chat.waiting]

    @property
    def failures(self) -> list[str]:
        return [mark.failed for mark in self.marks if mark.failed]

    def _answer(self) -> None:
        if self.down:
            self.down -= 1
            raise StoreDownError("down")

    async def take(self, arrivals: Sequence[Arrival]) -> list[Committed]:
        self._answer()
        self.taking += 1
        await self.gate.wait()
        self.taking -= 1
        return [self._take(arrival) for arrival in arrivals]

    def _take(self, arrival: Arrival) -> Committed:
        if arrival.key in self._keys:
            return Committed(key=arrival.key, repeated=True, carried=self._carried.get(arrival.key))
        self._keys.add(arrival.key)
        self.taken.append(arrival)
        chat = self.chat(arrival.address)
        said = list(self.step(arrival))
        carried = next((one for one in said if isinstance(one, AnswerTap)), None) if arrival.carries else None
        if carried is not None:
            said.remove(carried)
            self._carried[arrival.key] = carried
        self.waits(arrival.address, *said, urgency=arrival.urgency)
        if chat.held or not chat.waiting:
            return Committed(key=arrival.key, carried=carried)
        chat.held = True
        return Committed(key=arrival.key, lane=chat.lane(), carried=carried)

    async def delivered(self, marks: Iterable[Delivered]) -> frozenset[int]:
        self._answer()
        self._mark(marks)
        return frozenset(self.taken_over)

    def _mark(self, marks: Iterable[Delivered]) -> None:
        for mark in marks:
            self.marks.append(mark)
            chat = self._numbered(mark.conversation)
            for queued in [queued for queued in chat.waiting if queued.seq == mark.seq]:
                chat.waiting.remove(queued)
                if isinstance(queued.outgoing, SendText) and queued.outgoing.prompt and mark.message:
                    self.prompts[mark.conversation, queued.outgoing.prompt] = mark.message

    def _numbered(self, conversation: int) -> Chat:
        return next(chat for chat in self._chats.values() if chat.conversation == conversation)

    async def more(self, conversation: int, marks: Iterable[Delivered] = ()) -> Lane | None:
        self._answer()
        self._mark(marks)
        chat = self._numbered(conversation)
        chat.held = bool(chat.waiting) and chat.held
        return chat.lane() if chat.held else None

    async def stands(self, conversation: int, seq: int) -> bool:
        self._answer()
        return any(queued.seq == seq for queued in self._numbered(conversation).waiting)

    async def look(self, pending: Pending, look: Look) -> Looked:  # noqa: ARG002 - nothing is kept of cohorts
        self._answer()
        return Looked(look)

    async def orphaned(self, running: Iterable[int] = ()) -> list[Lane]:  # noqa: ARG002 - nobody else lives
        self._answer()
        orphans = [chat for chat in self._chats.values() if chat.waiting and not chat.held]
        for chat in orphans:
            chat.held = True
        return [chat.lane() for chat in orphans]

    def leave(self, conversation: int) -> None:
        self.left.append(conversation)
        self._numbered(conversation).held = False

    async def uploaded(self, bot: int, edition: Edition) -> str:
        del bot, edition
        return ""

    async def prompt_message(self, conversation: int, prompt: str) -> int:
        self._answer()
        return self.prompts.get((conversation, prompt), 0)

    async def unreachable(self, conversation: int) -> None:
        self._answer()
        chat = self._numbered(conversation)
        chat.waiting.clear()
        chat.held = False
        self.cut_off.append(conversation)

    async def due(self, urgency: Urgency) -> list[Arrival]:
        self._answer()
        due = [arrival for arrival in self.coming_due if arrival.urgency is urgency]
        self.coming_due = [arrival for arrival in self.coming_due if arrival.urgency is not urgency]
        return due

    async def pending(self) -> list[Pending]:
        self._answer()
        return []

    async def prune(self) -> int:
        self._answer()
        return 0

    async def answers(self) -> bool:
        return self.up
