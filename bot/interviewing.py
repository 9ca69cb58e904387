"""The interview as the store calls it: the pure step, its replies rendered, and what is said if it fails."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bot.rendering import render
from bot.turns import Rendered, SendText
from bot.words import load_catalogue
from conversations.coach.rulebook import RULES
from conversations.interview.events import Due, Happened
from conversations.interview.forms import FITTING
from conversations.interview.step import step
from conversations.interview.trades import TRADES
from conversations.script.machine import Flow
from conversations.script.reading import read_script
from conversations.script.vocabulary import Vocabulary
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.turns import Arrival, Outgoing
    from conversations.interview.snapshot import Snapshot
    from conversations.script.model import Script
    from conversations.words.catalogue import Catalogue


def built_in_script() -> Script:
    """Give the packaged interview."""
    document = resources.files("conversations.script").joinpath("interview.toml").read_bytes()
    return read_script(document, vocabulary(None))


def programme_script(document: bytes) -> Script:
    """Give the interview in a programme's playbook. Raises ScriptError with its line."""
    return read_script(document, vocabulary(built_in_script()))


def vocabulary(base: Script | None) -> Vocabulary:
    """Give what playbooks may use here; `base` is the interview that they may build on."""
    return Vocabulary(
        forms=FITTING,
        rules=frozenset(rule.tag for rule in RULES),
        trades=TRADES,
        words=catalogue(""),
        base=base,
    )


class Interview:
    """One script, compiled once, in the languages that are spoken."""

    def __init__(self, script: Script) -> None:
        self._flow = Flow(script)
        self._start_addresses: dict[int, str] = {}
        self._worded = lru_cache(maxsize=256)(self._catalogue)

    def introduce(self, bot: int, address: str) -> None:
        """Tell what a token is put behind to be followed to a bot, such as `https://t.me/my_bot?start=`."""
        self._start_addresses[bot] = address

    def _catalogue(self, language: str) -> Catalogue:
        script = self._flow.script
        words = catalogue(script.language or language)
        return words.with_texts(script.texts) if script.texts else words

    def step(self, arrival: Arrival, snapshot: Snapshot, now: datetime) -> Rendered:
        """Give what an arrival makes of a snapshot, in the person's language."""
        start = self._start_addresses.get(arrival.address.bot)
        if start is not None:
            snapshot = replace(snapshot, start_address=start)
        outcome = step(self._flow, snapshot, arrival.event, now)
        return Rendered(outcome, render(outcome.replies, self._worded(snapshot.person.language)))

    def apology(self, arrival: Arrival) -> Sequence[Outgoing]:
        """Give what is said where a turn was set aside; nothing where nobody has asked for anything."""
        if isinstance(arrival.event, Due | Happened):
            return ()
        words = catalogue(arrival.facts.language)
        return (SendText(html=words.html(say("carrier.apology"))),)


def catalogue(language: str) -> Catalogue:
    """Give the catalogue for a language. Only the shape of a tag is looked at: it is foreign."""
    known = language if len(language) <= LONGEST_TAG and language.replace("-", "").isalnum() else ""
    return load_catalogue(known.lower().partition("-")[0])


LONGEST_TAG = 35
