"""What a statement says is so: something had, something done, somebody outside, something paid."""

from typing import TypeAlias

import msgspec

from conversations.canvas.facets import ResourceKind, Sourcing
from conversations.canvas.money import Amount


class Had(msgspec.Struct, frozen=True, kw_only=True):
    """Something or somebody that one has: `giver` is from whom, `amount` what is paid for it.

    `pointed` says that it is spoken of as known ("the van"), so that it may be one that stands already.
    """

    name: str
    kind: ResourceKind | None = None
    sourcing: Sourcing | None = None
    giver: str = ""
    amount: Amount | None = None
    pointed: bool = False


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is done, and by whom, where that is said."""

    name: str
    by: str = ""


class Ally(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody outside, and what they give."""

    name: str
    gives: tuple[str, ...] = ()


class Paid(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is paid."""

    name: str
    amount: Amount


Fact: TypeAlias = Had | Done | Ally | Paid


class Clause(msgspec.Struct, frozen=True):
    """A part of what was said, in the founder's words, and what it surely says; nothing where unsure."""

    words: str
    facts: tuple[Fact, ...] = ()
