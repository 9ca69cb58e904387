"""What needn't be kept any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete

from bot.storage import intents
from bot.storage.links import prune_links
from bot.storage.schema import turn

if TYPE_CHECKING:
    from bot.storage.unit import Unit

KEYS_KEPT = 8 * 24 * 3600 * 1000
"""How long turns' keys are kept, in milliseconds: Telegram's ids can restart after a quiet week."""


def prune(unit: Unit) -> int:
    """Delete the keys of turns that are over a week old, and give how many; old links and intents go, too."""
    unit.flush()
    prune_links(unit)
    intents.prune(unit)
    return unit.connection.execute(delete(turn).where(turn.c.at < unit.now - KEYS_KEPT)).rowcount
