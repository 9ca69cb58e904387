"""Entries: one note in one block, with the facets its block needs."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

import msgspec
from msgspec import UNSET, UnsetType

from conversations.canvas.facets import (
    ActivityKind,
    Behaviour,
    Block,
    Evidence,
    PartnerKind,
    ResourceKind,
    Serves,
    Sourcing,
    When,
)
from conversations.canvas.money import Amount


class _Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="block"):
    """What every entry knows: an id from the canvas's counter, never used again, and its text."""

    id: int
    text: str
    evidence: Evidence | UnsetType | None = UNSET


class Activity(_Entry, frozen=True, kw_only=True, omit_defaults=True, tag="activities"):
    """Something that must be done. `serves` names front-stage parts; `goal` is achievable, `due` its date."""

    kind: ActivityKind | UnsetType | None = UNSET
    serves: tuple[Serves, ...] = ()
    when: When | UnsetType = UNSET
    goal: str = ""
    due: date | UnsetType | None = UNSET
    done: bool = False
    starred: bool = False
    preparation: bool = False
    """Whether it has to happen before the first sale (research, permits, trying things out)."""


class Resource(_Entry, frozen=True, kw_only=True, omit_defaults=True, tag="resources"):
    """Something that must be had. `partner` and `activities` are entry ids."""

    kind: ResourceKind | UnsetType | None = UNSET
    sourcing: Sourcing | UnsetType | None = UNSET
    partner: int | None = None
    serves: tuple[Serves, ...] = ()
    activities: tuple[int, ...] = ()


class Partner(_Entry, frozen=True, kw_only=True, omit_defaults=True, tag="partners"):
    """Somebody outside. What they give and what they get, in the founder's words; `why` is the motive."""

    kind: PartnerKind | UnsetType | None = UNSET
    gives: tuple[str, ...] | UnsetType | None = UNSET
    gets: tuple[str, ...] | UnsetType | None = UNSET
    why: str = ""


class Cost(_Entry, frozen=True, kw_only=True, omit_defaults=True, tag="costs"):
    """What is paid. `about` is the entry it prices, `driver` what makes it grow."""

    amount: Amount | UnsetType | None = UNSET
    behaviour: Behaviour | UnsetType | None = UNSET
    about: int | None = None
    driver: str = ""


Entry: TypeAlias = Activity | Resource | Partner | Cost

CLASSES: dict[Block, type[Activity | Resource | Partner | Cost]] = {
    Block.ACTIVITIES: Activity,
    Block.RESOURCES: Resource,
    Block.PARTNERS: Partner,
    Block.COSTS: Cost,
}


_BLOCKS = {cls: block for block, cls in CLASSES.items()}


def block_of(entry: Entry) -> Block:
    """Give the block an entry stands in."""
    return _BLOCKS[type(entry)]


def had_as(resource: Resource, sourcing: Sourcing | None) -> Resource:
    """Give a resource that is had this way; from whom is no longer known where it is had another way."""
    same = sourcing in (Sourcing.PARTNER, resource.sourcing)
    partner = resource.partner if same else None
    return msgspec.structs.replace(resource, sourcing=sourcing, partner=partner)


def of_kind(entry: Entry, kind: str) -> Entry | None:
    """Give an entry with its kind, spelled as in the facets; None where the block knows no such kind."""
    match entry:
        case Activity() if kind in {known.value for known in ActivityKind}:
            return msgspec.structs.replace(entry, kind=ActivityKind(kind))
        case Resource() if kind in {known.value for known in ResourceKind}:
            return msgspec.structs.replace(entry, kind=ResourceKind(kind))
        case Partner() if kind in {known.value for known in PartnerKind}:
            return msgspec.structs.replace(entry, kind=PartnerKind(kind))
    return None


def moved(entry: Entry, block: Block) -> Entry:
    """Give the same entry (id, text, evidence) in another block; facets of the old block are dropped."""
    if block_of(entry) is block:
        return entry
    return CLASSES[block](id=entry.id, text=entry.text, evidence=entry.evidence)
