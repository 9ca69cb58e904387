"""What the carriers tell whoever watches them. Nobody does unless the operator wants metrics."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from contextlib import AbstractAsyncContextManager

    from sqlalchemy import Engine

    from bot.fulfilment import Skills
    from bot.seams import Messenger
    from bot.turns import Committed, Reached


class Watch:
    """Watches nothing, and costs nothing."""

    def messenger(self, messenger: Messenger) -> Messenger:
        """Give a messenger whose sends are seen."""
        return messenger

    def skills(self, skills: Skills) -> Skills:
        """Give skills whose use is seen."""
        return skills

    def points(self, reached: Reached) -> Reached:
        """Give who hears of a turn's points, `reached` among them."""
        return reached

    def transactions(self, engine: Engine) -> None:
        """Look on while a database's transactions begin."""

    def took(self, committed: Sequence[Committed], seconds: float) -> None:
        """Note turns that were taken together."""

    def refused(self, arrivals: int) -> None:
        """Note arrivals that the store did not take; they come again."""

    def telegram_failed(self, kind: str) -> None:
        """Note that a call of the Bot API failed; `kind` is a type's name or a status."""

    def depth(self, queue: str, depth: Callable[[], int]) -> None:
        """Note whom to ask how many wait in one of this process's queues."""

    def pages(self, ready: Callable[[], Awaitable[bool]]) -> AbstractAsyncContextManager[None]:
        """Show what was seen, while this is entered; `ready` tells whether the bot can do its work."""
        del ready
        return nullcontext()
