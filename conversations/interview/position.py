"""Where a conversation stands: kept in the store between turns, one small document a chat."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from conversations.checkins.habit import Habit
from conversations.checkins.progress import Progress
from conversations.interview.replies import Button
from conversations.words.stored import restored, storable
from conversations.words.text import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from conversations.script.model import Script

SCHEMA = 1


class Prompt(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The question that is open. Taps on it carry `token`; `marks` are what was tapped in a grid so far.

    `lead` is what stands above the question (a receipt, a read-back), kept so that it can be redrawn; `offer`
    are buttons of the observation in it.
    """

    token: str
    question: str
    lead: tuple[Phrase, ...] = ()
    offer: tuple[Button, ...] = ()
    marks: dict[str, str] = {}
    page: int = 0
    unfolded: str = ""
    stood: bool = False
    """Whether an answer stood when it was asked: one that comes meanwhile is somebody else's."""
    asked_at: datetime


class Saved(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The last answer saved, for Fix last."""

    question: str
    words: str = ""
    entries: tuple[int, ...] = ()
    split: bool = False


class Pinned(msgspec.Struct, frozen=True):
    """The canvas that is kept up to date in a pinned message: whose it is, and what its message shows."""

    venture: str
    prompt: str


class Conversation(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Position, prompt and strikes of one chat. Answers live in the canvas.

    `state` is a state of the script's machine: a question's id, `welcome`, `paused` or `resting`.
    """

    schema: int = SCHEMA
    playbook: str = "backstage"
    script_version: int = 0
    state: str = "welcome"
    resume_at: str = ""
    trail: tuple[str, ...] = ()
    prompt: Prompt | None = None
    prompts: int = 0
    strikes: int = 0
    saved: Saved | None = None
    expecting: str = ""
    """What the next text is, where it is no answer: `reword:12`, `add:activities`, ... Empty otherwise."""
    held: str = ""
    """Text that waits for It's my answer / Change canvas."""
    held_message: int = 0
    """The message that held text came in, so that editing it later works."""
    again: tuple[str, ...] = ()
    """Questions to be asked again; their answers stand until they are replaced."""
    totals: dict[str, int] = {}
    """Questions counted on entering each block, so that "question 2 of 4" keeps its 4."""
    observed: tuple[str, ...] = ()
    """Advice already given in this interview."""
    elsewhere: dict[str, str] = {}
    """Entries, by id, that very surely belong to another block: offered once, at the end of theirs."""
    hints: int = 0
    """How many `/edit` changes have ended with the sentence that would have done it."""
    joined: dict[str, str] = {}
    """Cohorts joined, by id and name, that are to be told what their mentors may see after the summary."""
    joined_with: dict[str, str] = {}
    """The venture that each of them was joined with; the current one where it isn't told."""
    weekly_offered: bool = False
    """Whether a check-in once a week was offered already."""
    comment_held: str = ""
    """A mentor's words that wait to be told which venture they are for."""
    check_in: Progress | None = None
    """The check-in that is under way."""
    habits: dict[str, Habit] = {}
    """How check-ins are taken, by cohort; the founder's own under the empty one."""
    zone: str = ""
    """The time zone the founder has told, an IANA name."""
    pinned: Pinned | None = None
    reminders: int = 0
    spoke_at: datetime | None = None


def elsewhere(here: Conversation, script: Script) -> Conversation:
    """Give the position in another venture: its beginning, with what is the chat's and not a venture's."""
    return Conversation(
        playbook=script.id,
        script_version=script.version,
        prompts=here.prompts,
        hints=here.hints,
        joined=here.joined,
        joined_with=here.joined_with,
        weekly_offered=here.weekly_offered,
        habits=here.habits,
        zone=here.zone,
        pinned=here.pinned,
        reminders=here.reminders,
        spoke_at=here.spoke_at,
    )


_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(Conversation)


def encode_conversation(conversation: Conversation) -> bytes:
    """Give the conversation as a JSON document."""
    return _encoder.encode(_with_lead(conversation, storable))


def decode_conversation(document: bytes) -> Conversation:
    """Give the conversation in a stored document; msgspec.ValidationError where it is none."""
    return _with_lead(_decoder.decode(document), restored)


def _with_lead(conversation: Conversation, converted: Callable[[Phrase], Phrase]) -> Conversation:
    prompt = conversation.prompt
    if prompt is None or not (prompt.lead or prompt.offer):
        return conversation
    lead = tuple(converted(phrase) for phrase in prompt.lead)
    offer = tuple(Button(converted(button.label), button.data) for button in prompt.offer)
    return replace(conversation, prompt=replace(prompt, lead=lead, offer=offer))
