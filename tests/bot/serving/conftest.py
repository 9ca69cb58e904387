from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot import event_loop

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def pytest_asyncio_loop_factories() -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Try each on the loop that bots live on, and on the one where that isn't to be had."""
    return {"a bot's loop": event_loop.new, "python's loop": asyncio.new_event_loop}
