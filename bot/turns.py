"""A turn: one event and all that follows from it. The values that carriers, store and delivery share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeAlias

import msgspec

from conversations.intents import Urgency
from conversations.interview.events import Event, Looked
from conversations.interview.replies import About
from conversations.interview.requests import Draw, Look, Request
from conversations.interview.snapshot import Outcome, Person, Snapshot


class Address(msgspec.Struct, frozen=True):
    """Where a conversation is: carrier (`telegram` or `rehearsal`), bot, chat and topic (0 for none)."""

    carrier: str
    bot: int
    chat: int
    topic: int = 0


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """An event that came in, with its turn's unique key, such as `telegram/<bot>/<update_id>`.

    `person` is the carrier's id of who caused it (the chat's id where nobody did); `message` the incoming
    message's id, 0 where there is none. `urgency` is that of what the turn says. `carries`: its
    acknowledgement can carry one call, as a webhook's response does.
    """

    key: str
    address: Address
    person: int
    facts: Person
    event: Event
    message: int = 0
    urgency: Urgency = Urgency.REPLY
    carries: bool = False


class Label(msgspec.Struct, frozen=True):
    """A rendered button."""

    text: str
    data: str = ""
    url: str = ""


class SendText(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag=True):
    """A message to send, in Telegram's HTML, at most 4,096 characters after entities."""

    html: str
    rows: tuple[tuple[Label, ...], ...] = ()
    prompt: str = ""
    about: About = About()
    silent: bool = False


class EditText(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag=True):
    """A message to rewrite: `message` if known, else the latest one that shows `prompt`."""

    html: str
    rows: tuple[tuple[Label, ...], ...] = ()
    prompt: str = ""
    message: int = 0


class RefreshText(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag=True):
    """A pinned message to bring up to date: the latest that shows `prompt`; where it's gone, nothing is sent.

    Where it is there and no longer pinned, it is brought up to date for the last time, without buttons.
    """

    html: str
    rows: tuple[tuple[Label, ...], ...] = ()
    prompt: str


class Pin(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A message to pin, without a sound: the latest that shows `prompt`."""

    prompt: str


class Unpin(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A message to take the pin and the buttons off: the latest that shows `prompt`."""

    prompt: str


class TakeButtons(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag=True):
    """A message to take the buttons off: `message` if known, else the latest one that shows `prompt`."""

    prompt: str = ""
    message: int = 0


class AnswerTap(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag=True):
    """A tap to acknowledge, with an optional note of at most 200 characters."""

    tap: str
    note: str = ""


class Edition(msgspec.Struct, frozen=True):
    """Which file it is: whose venture's, in which form, and a digest of all that shows in it."""

    venture: str
    form: str
    digest: str


class _Made(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something to send that is called `name` where it is saved.

    It is `content`, or where that is empty the `file` that the carrier has already. Where it has it no more,
    `anew` is drawn again, and if it can't be, `instead` is said.
    """

    name: str
    content: bytes = b""
    file: str = ""
    edition: Edition | None = None
    anew: Draw | None = None
    html: str = ""
    instead: str = ""
    rows: tuple[tuple[Label, ...], ...] = ()
    about: About = About()


class SendPicture(_Made, frozen=True, kw_only=True, omit_defaults=True, tag=True):
    """A picture (PNG) to show."""


class SendFile(_Made, frozen=True, kw_only=True, omit_defaults=True, tag=True):
    """A file to send."""


class Unsend(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Messages to delete."""

    messages: tuple[int, ...]


Carried: TypeAlias = AnswerTap | TakeButtons
"""What an acknowledgement may carry: calls of which nobody hears what became, and that are no loss."""
Outgoing: TypeAlias = (
    SendText
    | EditText
    | RefreshText
    | Pin
    | Unpin
    | TakeButtons
    | AnswerTap
    | SendFile
    | SendPicture
    | Unsend
)
Pinning: TypeAlias = RefreshText | Pin | Unpin
"""What is done with a message that is there: nothing where it is gone."""
GONE = "gone"
"""What a pinned message is refused for that isn't there, or isn't pinned, any more."""


class Queued(msgspec.Struct, frozen=True):
    """A saved outgoing message, and its place in the chat's lane."""

    seq: int
    outgoing: Outgoing
    urgency: Urgency = Urgency.REPLY


class Lane(msgspec.Struct, frozen=True, kw_only=True):
    """A chat's undelivered messages, in order, held by this process until the lease ends."""

    conversation: int
    address: Address
    queued: tuple[Queued, ...]


class Sent(msgspec.Struct, frozen=True):
    """What became of a message: the carrier's ids of it and of the file in it, 0 and empty for none."""

    message: int = 0
    file: str = ""


class Upload(msgspec.Struct, frozen=True):
    """A file that a bot's carrier has, and can send again without being given it anew."""

    bot: int
    edition: Edition
    file: str


class Delivered(msgspec.Struct, frozen=True, kw_only=True):
    """One queued message is done. `message` is the carrier's id of what was sent, 0 where there is none.

    `upload` is the file that went with it. `failed` is a short word for what Telegram refused it for, empty
    where it went out.
    """

    conversation: int
    seq: int
    message: int = 0
    upload: Upload | None = None
    failed: str = ""


class Pending(msgspec.Struct, frozen=True, kw_only=True):
    """What a turn asked for, saved with it: done after the commit, by whoever holds it.

    `key` is `<key of the turn>#<n>`; the answer's turn has the key `job/<key>`, so that it is taken once.
    """

    key: str
    address: Address
    person: int
    facts: Person
    request: Request

    def answered(self, event: Event) -> Arrival:
        """Give the arrival that answers this."""
        return Arrival(
            key=f"job/{self.key}",
            address=self.address,
            person=self.person,
            facts=self.facts,
            event=event,
        )


class Committed(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an arrival, once it is on disk.

    `repeated`: the key was there already. `lane`: what this process has to deliver now, None where another
    holds the lease, or where there is nothing. `pending`: what it asked for. `set_aside`: it failed three
    times and is kept as failed. `unheard`: it came in a flood, and nothing was made of it. `wakes`: something
    that it intends is due at once. `carried`: the call that its acknowledgement is to carry.
    """

    key: str
    repeated: bool = False
    set_aside: bool = False
    unheard: bool = False
    lane: Lane | None = None
    pending: tuple[Pending, ...] = ()
    wakes: bool = False
    carried: Carried | None = None


class Rendered(msgspec.Struct, frozen=True):
    """A step's outcome with its replies rendered. The store turns `export` and `unsend` into messages."""

    outcome: Outcome
    outgoing: tuple[Outgoing | ExportHere | UnsendHere, ...]


class ExportHere(msgspec.Struct, frozen=True):
    """Stands where the store puts a file with everything it holds of the person."""

    name: str
    html: str


class UnsendHere(msgspec.Struct, frozen=True):
    """Stands where the store puts the chat's messages that are under 48 hours old."""


Step: TypeAlias = Callable[[Arrival, Snapshot, datetime], Rendered]
"""The pure step with its replies rendered: given by the composition root to the store."""

Looking: TypeAlias = Callable[[Snapshot, Look, datetime], Looked]
"""The pure look at a large cohort: given by the composition root to the store."""

Apology: TypeAlias = Callable[[Arrival], Sequence[Outgoing]]
"""What is said where a turn was set aside."""

Reached: TypeAlias = Callable[[str], None]
"""A seam for tests: called with a step's name as a turn passes it; does nothing in production."""
