"""What the workers on one database have to agree about, beside the turns themselves."""

from __future__ import annotations

from enum import Enum
from typing import Protocol


class Duty(Enum):
    """What one worker at a time does for a bot."""

    POLLING = "polling"
    """Asking Telegram for updates: who asks twice at once is refused by it."""
    REGISTERING = "registering"
    """Telling Telegram where to post updates."""


class Kind(Enum):
    """What a rate is kept for."""

    ALL = "all"
    BROADCASTS = "broadcasts"


class Fellows(Protocol):
    """The workers on one database, as one of them sees them."""

    async def sees_to(self, duty: Duty, bot: int) -> bool:
        """Tell whether a duty is this worker's: it was before, or it is free and taken now.

        It stays so until the process ends, the database is lost, or it is handed back. Raises `StorageError`.
        """
        ...

    async def hands_back(self, duty: Duty, bot: int) -> None:
        """Leave a duty to the others."""
        ...

    @property
    def any(self) -> bool:
        """Whether there may be others at all."""
        ...

    async def places(self, kind: Kind, bot: int, count: int, rate: float) -> float:
        """Take places, `rate` a second, in the row of all workers; give in how many seconds they begin.

        Raises `StorageError`.
        """
        ...

    async def hold_off(self, bot: int, seconds: float) -> None:
        """Let the row of all workers go on only after so many seconds. Raises `StorageError`."""
        ...


class NoFellows:
    """A worker that has its database to itself."""

    async def sees_to(self, duty: Duty, bot: int) -> bool:
        """Tell that the duty is ours: there is nobody else."""
        del duty, bot
        return True

    async def hands_back(self, duty: Duty, bot: int) -> None:
        """Do nothing: there is nobody to hand it to."""

    any = False

    async def places(self, kind: Kind, bot: int, count: int, rate: float) -> float:
        """Give the first place at once: there is nobody to share with."""
        del kind, bot, count, rate
        return 0.0

    async def hold_off(self, bot: int, seconds: float) -> None:
        """Do nothing: nobody else sends."""
