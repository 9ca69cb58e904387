"""Where a conversation stands: kept in the store between turns, one small document a chat."""

from __future__ import annotations

from datetime import datetime

import msgspec

from conversations.words.text import Phrase

SCHEMA = 1


class Prompt(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The question that is open. Taps on it carry `token`; `marks` are what has been tapped in a grid so far.

    `lead` is what stands above the question (a receipt, a read-back), kept so that the message can be redrawn.
    """

    token: str
    question: str
    lead: tuple[Phrase, ...] = ()
    marks: dict[str, str] = {}
    page: int = 0
    unfolded: str = ""
    asked_at: datetime


class Saved(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The last answer saved, for Fix last."""

    question: str
    words: str = ""
    entries: tuple[int, ...] = ()
    split: bool = False


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
    totals: dict[str, int] = {}
    """Questions counted on entering each block, so that "question 2 of 4" keeps its 4."""
    observed: tuple[str, ...] = ()
    """Advice already given in this interview."""
    hints: int = 0
    """How many `/edit` changes have ended with the sentence that would have done it."""
    reminders: int = 0
    spoke_at: datetime | None = None


_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(Conversation)


def encode_conversation(conversation: Conversation) -> bytes:
    """Give the conversation as a JSON document."""
    return _encoder.encode(conversation)


def decode_conversation(document: bytes) -> Conversation:
    """Give the conversation in a stored document; msgspec.ValidationError where it is none."""
    return _decoder.decode(document)
