"""The interview as the store calls it: the pure step, its replies rendered, and what is said if it fails."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

import structlog
from msgspec.structs import replace

from bot.rendering import render, with_tables_written
from bot.turns import Rendered, SendText
from bot.words import load_catalogue
from conversations.coach.rulebook import RULES
from conversations.errors import ScriptError
from conversations.interview.events import Due, Happened
from conversations.interview.forms import FITTING
from conversations.interview.step import step
from conversations.interview.trades import TRADES
from conversations.mentoring.looking import look_around
from conversations.script.machine import Flow
from conversations.script.reading import read_script
from conversations.script.vocabulary import Vocabulary
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from bot.turns import Arrival, Outgoing
    from conversations.interview.events import Looked
    from conversations.interview.requests import Look
    from conversations.interview.snapshot import Snapshot
    from conversations.script.model import Script
    from conversations.words.catalogue import Catalogue


log = structlog.get_logger(__name__)

KEPT = 64
"""Programmes' interviews that are kept compiled."""


@cache
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


@dataclass(frozen=True, eq=False)
class Told:
    """An interview, compiled, and its words over the catalogue."""

    flow: Flow
    texts: Mapping[str, str]
    language: str

    def words(self, language: str) -> Catalogue:
        """Give the catalogue for a person's language, with the interview's own words over it."""
        known = catalogue(self.language or language)
        return known.with_texts(self.texts) if self.texts else known


class Interview:
    """One interview, and those that programmes have brought: each compiled once, and kept while in use."""

    def __init__(self, script: Script) -> None:
        self._start_addresses: dict[int, str] = {}
        self._vocabulary = vocabulary(built_in_script())
        self._own = self._compiled(script)
        self._programme = lru_cache(maxsize=KEPT)(self._of_programme)
        self._words = lru_cache(maxsize=KEPT)(Told.words)

    def introduce(self, bot: int, address: str) -> None:
        """Tell what a token is put behind to be followed to a bot, such as `https://t.me/my_bot?start=`."""
        self._start_addresses[bot] = address

    def _compiled(self, script: Script) -> Told:
        return Told(Flow(script, self._vocabulary), script.texts, script.language)

    def _of_programme(self, document: str) -> Told:
        try:
            return self._compiled(read_script(document.encode(), self._vocabulary))
        except ScriptError as error:  # it was sound when it was taken: a later version reads it otherwise
            log.warning("playbook not used", line=error.line)
            return self._own

    def step(self, arrival: Arrival, snapshot: Snapshot, now: datetime) -> Rendered:
        """Give what an arrival makes of a snapshot, in the person's language."""
        start = self._start_addresses.get(arrival.address.bot)
        if start is not None:
            snapshot = replace(snapshot, start_address=start)
        told = self._programme(snapshot.programme) if snapshot.programme else self._own
        outcome = step(told.flow, snapshot, arrival.event, now)
        return Rendered(outcome, render(outcome.replies, self._words(told, snapshot.person.language)))

    def look(self, snapshot: Snapshot, request: Look, now: datetime) -> Looked:
        """Give what a look at a large cohort comes to; what is heavy to render is rendered here."""
        told = self._programme(snapshot.programme) if snapshot.programme else self._own
        looked = look_around(told.flow, snapshot, request, now)
        words = self._words(told, snapshot.person.language)
        return replace(looked, replies=with_tables_written(looked.replies, words))

    def apology(self, arrival: Arrival) -> Sequence[Outgoing]:
        """Give what is said where a turn was set aside; nothing where nobody has asked for anything."""
        if isinstance(arrival.event, Due | Happened):
            return ()
        words = catalogue(arrival.facts.language)
        return (SendText(html=words.html(say("carrier.apology"))),)

    def plea(self, arrival: Arrival) -> Sequence[Outgoing]:
        """Give what is said to somebody who sends more than they can be answered."""
        words = catalogue(arrival.facts.language)
        return (SendText(html=words.html(say("carrier.plea"))),)


def catalogue(language: str) -> Catalogue:
    """Give the catalogue for a language. Only the shape of a tag is looked at: it is foreign."""
    known = language if len(language) <= LONGEST_TAG and language.replace("-", "").isalnum() else ""
    return load_catalogue(known.lower().partition("-")[0])


LONGEST_TAG = 35
