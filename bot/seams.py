"""Where carriers, store and delivery meet: what each may ask of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.turns import Address, Arrival, Committed, Delivered, Edition, Lane, Outgoing, Pending, Sent
    from conversations.intents import Urgency
    from conversations.interview.events import Looked
    from conversations.interview.requests import Look


class TurnStore(Protocol):
    """Where turns are kept. All methods are safe to call from the event loop and raise `StorageError`."""

    async def take(self, arrivals: Sequence[Arrival]) -> list[Committed]:
        """Take arrivals in order, each in a transaction of its own or together; returns after the commit."""
        ...

    async def delivered(self, marks: Iterable[Delivered]) -> frozenset[int]:
        """Note what was delivered; flushed for many chats at once; returns after the commit.

        Gives the lanes that another process holds now: it was taken for dead, and sends what is left itself.
        """
        ...

    async def more(self, conversation: int, marks: Iterable[Delivered] = ()) -> Lane | None:
        """Note what was delivered, then give what has come into a held lane since, the lease renewed.

        Where nothing has, the lane is released.
        """
        ...

    async def orphaned(self, running: Iterable[int] = ()) -> list[Lane]:
        """Claim the lanes whose lease has run out and that hold undelivered messages.

        The leases of `running` lanes, which this process delivers, are renewed.
        """
        ...

    async def uploaded(self, bot: int, edition: Edition) -> str:
        """Give the carrier's id of a file that a bot sent before, empty where it sent none like it."""
        ...

    async def look(self, pending: Pending, look: Look) -> Looked:
        """Give what a look at a large cohort comes to, without holding up the turns."""
        ...

    async def prompt_message(self, conversation: int, prompt: str) -> int:
        """Give the carrier's id of the latest message that shows a prompt, 0 where none is known."""
        ...

    async def stands(self, conversation: int, seq: int) -> bool:
        """Tell whether a message still waits to be sent: what it shows may have been taken back."""
        ...

    async def unreachable(self, conversation: int) -> None:
        """Drop what waits for somebody who blocked the bot, and send nothing until they write again."""
        ...

    async def due(self, urgency: Urgency) -> list[Arrival]:
        """Give what has come due, as arrivals with keys `job/<intent>`. Reminders are broadcasts."""
        ...

    async def pending(self) -> list[Pending]:
        """Give what turns asked for a while ago, or before this process, and nobody has answered."""
        ...

    async def prune(self) -> int:
        """Delete the keys of turns that can't come again, and give how many."""
        ...

    async def answers(self) -> bool:
        """Whether the store can be used at this moment."""
        ...

    def leave(self, conversation: int) -> None:
        """Note that a lane which was given is not delivered for now; `orphaned` gives it again."""
        ...


class Messenger(Protocol):
    """Sends one outgoing message to a chat and returns the carrier's ids of what was sent."""

    async def send(self, address: Address, outgoing: Outgoing, message: int = 0) -> Sent:
        """Send it. `message` is the resolved target of an edit. Raises the errors of bot.delivery."""
        ...
