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


class NoFellows:
    """A worker that has its database to itself."""

    async def sees_to(self, duty: Duty, bot: int) -> bool:
        """Tell that the duty is ours: there is nobody else."""
        del duty, bot
        return True

    async def hands_back(self, duty: Duty, bot: int) -> None:
        """Do nothing: there is nobody to hand it to."""
