"""What a webhook's response carries is kept with the turn's key, and carried again with a repeated update."""

from __future__ import annotations

from dataclasses import replace as with_
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bot.turns import AnswerTap, Rendered, SendText, TakeButtons
from conversations.interview.events import Tapped
from tests.bot.storage.playing import RULES, Founder, deliver, opened, texts

if TYPE_CHECKING:
    from datetime import datetime

    from bot.storage.store import Store
    from bot.storage.transaction import Rules
    from bot.turns import Arrival, Committed, Outgoing
    from conversations.interview.snapshot import Snapshot
    from tests.databases import Kept

NOTED = AnswerTap(tap="tap-1", note="Ada's bakery")


def answering(*said: Outgoing) -> Rules:
    """A conversation that says this to everything."""

    def step(arrival: Arrival, snapshot: Snapshot, now: datetime) -> Rendered:
        return Rendered(RULES.step(arrival, snapshot, now).outcome, said)

    return with_(RULES, step=step)


async def by_webhook(store: Store, arrival: Arrival) -> Committed:
    (committed,) = await store.take([replace(arrival, carries=True)])
    return committed


async def test_the_buttons_of_the_answered_question_come_off_with_the_response(kept: Kept) -> None:
    ada = Founder()
    async with opened(kept) as store:
        (asked,) = await store.take([ada.says("Bake")])
        await deliver(store, asked, first_message=5001)
    said = (TakeButtons(prompt="p1"), SendText(html="next"))
    async with opened(kept, rules=answering(*said)) as store:
        answered = await by_webhook(store, ada.says("Deliver", key="k"))
        assert answered.carried == TakeButtons(message=5001)
        assert texts(answered.lane) == ["next"]
        again = await by_webhook(store, ada.says("Deliver", key="k"))
        assert (again.repeated, again.carried) == (True, TakeButtons(message=5001))


async def test_a_tap_is_answered_with_the_response_and_its_words_are_kept_nowhere(kept: Kept) -> None:
    ada = Founder()
    async with opened(kept, rules=answering(TakeButtons(message=7), NOTED, SendText(html="next"))) as store:
        tapped = await by_webhook(store, ada.does(Tapped("1:p:yes", "tap-1"), "k"))
        assert tapped.carried == NOTED
        assert texts(tapped.lane) == ["TakeButtons", "next"]
        again = await by_webhook(store, ada.does(Tapped("1:p:yes", "tap-1"), "k"))
        assert again.carried == AnswerTap(tap="tap-1")


async def test_nothing_is_carried_where_updates_are_polled_for(kept: Kept) -> None:
    ada = Founder()
    async with opened(kept, rules=answering(TakeButtons(message=7), SendText(html="next"))) as store:
        (polled,) = await store.take([ada.says("Bake")])
        assert polled.carried is None
        assert texts(polled.lane) == ["TakeButtons", "next"]


async def test_buttons_wait_their_turn_where_something_else_is_still_to_be_sent(kept: Kept) -> None:
    ada = Founder()
    async with opened(kept, rules=answering(TakeButtons(message=7), SendText(html="next"))) as store:
        await store.take([ada.says("Bake")])
        behind = await by_webhook(store, ada.says("Deliver"))
        assert behind.carried is None
