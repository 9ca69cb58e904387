"""Canvases made ventures of a rehearsal: taken by link, as a founder would, with nothing shown."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from bot import composition
from bot.importing.links import kept
from bot.rehearsal.session import ADDRESS, PERSON
from bot.turns import Arrival, Delivered
from conversations.interview.events import Tapped
from conversations.interview.snapshot import Person
from conversations.links.following import TAP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.storage.store import Store
    from bot.turns import Lane
    from conversations.canvas.document import Canvas


async def found_ventures(url: str, canvases: Sequence[Canvas]) -> None:
    """Make each canvas a venture of the rehearsal's person; the last is the one it goes on with.

    Raises `StorageError`, also where somebody rehearses in it at the moment.
    """
    async with composition.open_rehearsal(url):
        pass  # in use, or too old: better known before anything is kept
    tokens = kept(url, canvases, timedelta(days=1))
    async with composition.open_rehearsal(url) as store:
        for token in tokens:
            tap = uuid4().hex
            (taken,) = await store.take(
                [
                    Arrival(
                        key=f"import/{tap}",
                        address=ADDRESS,
                        person=PERSON,
                        facts=Person(),
                        event=Tapped(f"{TAP}yes:{token}", tap),
                    )
                ]
            )
            await _pass_over(store, taken.lane)


async def _pass_over(store: Store, lane: Lane | None) -> None:
    """Show nothing of what was said: the next sitting begins with where the venture stands."""
    while lane is not None:
        await store.delivered(
            [Delivered(conversation=lane.conversation, seq=queued.seq) for queued in lane.queued]
        )
        lane = await store.more(lane.conversation)
