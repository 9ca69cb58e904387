"""What a playbook may use: forms, rules, trades, messages, and the interview that it may be based on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from conversations.script.model import Script
    from conversations.script.texts import Words


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """The closed vocabulary of playbooks, beside the guards.

    `forms` gives the blocks that each form fits, `rules` the tags of the coach's rules, `trades` those that
    an example by trade needs, `words` the catalogue, `base` what `based_on` may name.
    """

    forms: Mapping[str, frozenset[str]]
    rules: frozenset[str]
    trades: tuple[str, ...]
    words: Words
    base: Script | None = None
