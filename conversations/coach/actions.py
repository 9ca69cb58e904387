"""What the buttons under a piece of advice would do."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import msgspec

from conversations.canvas.facets import Behaviour, Block, Evidence, Sourcing
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from collections.abc import Iterable


class Do(enum.Enum):
    """What can be done about a piece of advice with one tap, or with a tap and an answer."""

    ADD = "add"
    """Add to `block`: the next message is what comes in."""
    REWORD = "reword"
    """Reword `entry`: the next message is its new text."""
    MARK = "mark"
    """Mark how `entry`, a resource, is had (`sourcing`), how a cost behaves, or how sure it is."""
    PRICE = "price"
    """Ask for the amount of `entry`, a cost."""
    LATER = "later"
    """Park `entry`, an activity, under Later."""
    MOVE = "move"
    """Move `entry` to `block`."""
    SPLIT = "split"
    """Split `entry` into `parts`."""
    REMOVE = "remove"
    """Take `entry` off."""
    ASK = "ask"
    """Put `question` of the interview again."""


class Action(msgspec.Struct, frozen=True, omit_defaults=True):
    """One button: what it does, to which entry or block, and what it fills in."""

    do: Do
    block: Block | None = None
    entry: int | None = None
    sourcing: Sourcing | None = None
    behaviour: Behaviour | None = None
    evidence: Evidence | None = None
    parts: tuple[str, ...] = ()
    question: str = ""

    @property
    def marked(self) -> Sourcing | Behaviour | Evidence | None:
        """What an entry is marked as, None where it isn't."""
        return self.sourcing or self.behaviour or self.evidence

    @property
    def label(self) -> Phrase:
        """What the button says."""
        detail = self.marked or (self.block if self.do in (Do.ADD, Do.MOVE) else None)
        return say(
            f"coach.action.{self.do.value}.{detail.value}" if detail else f"coach.action.{self.do.value}"
        )


def add(block: Block) -> tuple[Action, ...]:
    """Give the button that adds to a block."""
    return (Action(Do.ADD, block=block),)


def reword(entries: Iterable[int]) -> tuple[Action, ...]:
    """Give the button that rewords the first of the entries."""
    return tuple(Action(Do.REWORD, entry=entry) for entry in tuple(entries)[:1])


def later(entry: int) -> Action:
    """Give the button that parks an activity."""
    return Action(Do.LATER, entry=entry)


def mark(entry: int, how: Sourcing | Behaviour | Evidence) -> Action:
    """Give the button that marks a resource, a cost, or how sure an entry is."""
    if isinstance(how, Evidence):
        return Action(Do.MARK, entry=entry, evidence=how)
    if isinstance(how, Sourcing):
        return Action(Do.MARK, entry=entry, sourcing=how)
    return Action(Do.MARK, entry=entry, behaviour=how)
