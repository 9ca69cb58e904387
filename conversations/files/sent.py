"""A file sent to the chat: fetched after the turn, then read by what its name ends in.

A new kind of file is a line in `READERS`; what ends in nothing of these gets the answer of any other file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from conversations.cohorts.listing import EXPECTED as LIST
from conversations.cohorts.listing import invite_list
from conversations.cohorts.playbooks import EXPECTED as PLAYBOOK
from conversations.cohorts.playbooks import take_playbook
from conversations.cohorts.tap import data
from conversations.files.offering import offer_canvases
from conversations.interview.asking import ask_as_it_stands
from conversations.interview.requests import Fetch
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from conversations.interview.events import Document, Fetched
    from conversations.interview.turn import Turn
    from conversations.words.text import Phrase

LARGEST = 1024 * 1024
"""Bytes of a file that is fetched."""

Reader: TypeAlias = "Callable[[Turn, bytes], None]"
READERS: dict[str, Reader] = {
    ".json": offer_canvases,
    ".jsonl": offer_canvases,
    ".toml": take_playbook,
    ".csv": invite_list,
    ".tsv": invite_list,
    ".xlsx": invite_list,
}


def take_document(turn: Turn, document: Document) -> bool:
    """Ask for a file that can be read; tell whether it is one of those."""
    if _reader_of(document.name) is None:
        return False
    if document.size > LARGEST:
        turn.say(say("files.too_large"))
        ask_as_it_stands(turn)
    else:
        turn.fetching = Fetch(file=document.file, name=document.name)
    return True


def wrong_file(turn: Turn) -> Phrase | None:
    """Give what to say of a file that isn't what a cohort waits for, None where none waits."""
    if turn.conversation.expecting.startswith(data(LIST)):
        return say("invite.list_other_file")
    if turn.conversation.expecting.startswith(data(PLAYBOOK)):
        return say("cohort.playbook.other_file")
    return None


def read_document(turn: Turn, fetched: Fetched) -> None:
    """Read a file that has come, or say that it didn't."""
    reader = _reader_of(fetched.request.name)
    if reader is None or fetched.content is None:
        turn.say(say("files.not_fetched"))
    else:
        reader(turn, fetched.content)


def _reader_of(name: str) -> Reader | None:
    _, dot, ending = name.rpartition(".")
    return READERS.get(dot + ending.lower())
