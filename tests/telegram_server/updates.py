"""The updates that wait for the bot, each until it is acknowledged."""

from collections import OrderedDict, deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tests.telegram_server.errors import bad_request
from tests.telegram_server.objects import JsonObject
from tests.telegram_server.waiting import Changes

if TYPE_CHECKING:
    from collections.abc import Callable

KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "guest_message",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "managed_bot",
)
ONLY_ON_REQUEST = ("chat_member", "message_reaction", "message_reaction_count")
KEPT = 10_000
FIRST_ID = 700_000_001


@dataclass(eq=False)
class Update:
    """One update: `lane` keeps a chat's updates in order, `again` marks a repeat of an acknowledged one."""

    id: int
    kind: str
    body: JsonObject = field(repr=False)
    lane: int
    acknowledged: bool = False
    again: bool = False

    def json(self) -> JsonObject:
        return {"update_id": self.id, self.kind: self.body}


class UpdateQueue:
    """Updates in the order they happened, pending until the bot acknowledges them."""

    def __init__(self, changes: Changes) -> None:
        self.pending: deque[Update] = deque()
        self.allowed: list[str] | None = None
        self.changes = changes
        self.on_add: Callable[[Update], None] = lambda _: None
        self.on_arrival: Callable[[], None] = lambda: None
        self._next_id = FIRST_ID
        self._known: OrderedDict[int, Update] = OrderedDict()

    def allow(self, kinds: list[str] | None) -> None:
        """Remembers which kinds the bot wants, if it says so; an empty list is the default choice.

        Raises BotApiError for a kind that doesn't exist.
        """
        if kinds is None:
            return
        unknown = sorted(set(kinds) - set(KINDS))
        if unknown:
            raise bad_request(f"unknown update type {unknown[0]} (strict test server)")
        self.allowed = list(dict.fromkeys(kinds)) or None

    def wants(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed is not None else kind not in ONLY_ON_REQUEST

    def add(self, kind: str, body: JsonObject, lane: int) -> int:
        """The new update's id, or 0 where the bot didn't ask for its kind."""
        if not self.wants(kind):
            return 0
        update = Update(self._next_id, kind, body, lane)
        self._next_id += 1
        self._known[update.id] = update
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
        self._queue(update)
        return update.id

    def repeat(self, update_id: int) -> None:
        """Sends an update once more, with the same id, as Telegram does when an acknowledgement got lost."""
        self._queue(replace(self._known[update_id], acknowledged=False, again=True))

    def _queue(self, update: Update) -> None:
        self.pending.append(update)
        self.on_add(update)
        self.on_arrival()
        self.changes.happened()

    def is_acknowledged(self, update_id: int) -> bool:
        """Whether the bot has the update, its repeats included; True for one it never asked for."""
        if any(update.id == update_id for update in self.pending):
            return False
        return update_id not in self._known or self._known[update_id].acknowledged

    def acknowledge(self, update: Update) -> None:
        update.acknowledged = True
        self.pending.remove(update)
        self.changes.happened()

    def confirm_below(self, offset: int) -> None:
        """What getUpdates with an offset confirms: all earlier updates, repeats once they were given out."""
        confirmed = [update for update in self.pending if update.id < offset and not update.again]
        for update in confirmed:
            self.acknowledge(update)

    def keep_last(self, count: int) -> None:
        """What a negative offset does: forgets all but the last updates."""
        while len(self.pending) > count:
            self.acknowledge(self.pending[0])

    def given_out(self, limit: int) -> list[Update]:
        batch = sorted(self.pending, key=lambda update: update.id)[:limit]
        for update in batch:
            update.again = False
        return batch

    def drop(self) -> None:
        self.keep_last(0)
