"""What is new, changed and gone since an earlier canvas: marked on the notes, what is gone struck through."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from msgspec.structs import replace

from bot.drawing.sheet import BigFigure, BlockSheet, CostNote, Item, Line, Note
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from conversations.words.catalogue import Catalogue

Blocks: TypeAlias = "Mapping[str, BlockSheet]"
Shown: TypeAlias = Note | CostNote | Line
CHANGES = ("new", "changed", "gone")


def compared(blocks: Blocks, before: Blocks, words: Catalogue) -> dict[str, BlockSheet]:
    """Give blocks with each note marked by what became of it since `before`.

    Notes are the same where their ids are. What is gone stands last in the block that it was in.
    """
    was_in = {item.id: (name, item) for name, block in before.items() for item in _shown(block)}
    still = {item.id for block in blocks.values() for item in _shown(block)}
    return {
        name: _block(
            block,
            tuple(_changed(item, name, was_in, before, words) for item in block.items),
            [item for item in _shown(before[name]) if item.id not in still] if name in before else [],
            words,
        )
        for name, block in blocks.items()
    }


def since_in_words(blocks: Blocks, day: date | None, words: Catalogue) -> str:
    """Give since when a picture compares, and how much is new, changed and gone."""
    counted = Counter(item.change for block in blocks.values() for item in _shown(block) if item.change)
    found = [words.label(say(f"drawing.change.{name}", n=counted[name])) for name in CHANGES if counted[name]]
    told = " · ".join(found) or words.label(say("drawing.change.none"))
    if day is None:
        return words.label(say("drawing.since_earlier", told=told))
    return words.label(say("drawing.since", date=day, year=str(day.year), told=told))


def _block(block: BlockSheet, items: tuple[Item, ...], gone: list[Shown], words: Catalogue) -> BlockSheet:
    items = (*items, *(_gone(item) for item in gone))
    more = tuple(words.label(say("drawing.more", n=n)) for n in range(1, len(items) + 1))
    return replace(block, items=items, more=more)


def _shown(block: BlockSheet) -> Iterator[Shown]:
    return (item for item in block.items if not isinstance(item, BigFigure))


def _gone(item: Shown) -> Shown:
    match item:
        case Note():
            return replace(item, mark="gone", marks=(), facets="", change="gone")
        case CostNote():
            return replace(item, marks=(), facets="", share=0, asks=False, change="gone")
    return replace(item, lead=False, change="gone")


def _changed(
    item: Item, name: str, was_in: Mapping[int, tuple[str, Shown]], before: Blocks, words: Catalogue
) -> Item:
    if isinstance(item, BigFigure):
        return item
    if item.id not in was_in:
        return replace(item, change="new")
    place, old = was_in[item.id]
    if place != name:
        return replace(item, change="changed", was=_was(before[place].name, words))
    if _told(old) == _told(item):
        return item
    was = _what_it_was(item, old, words)
    return replace(item, change="changed", was=_was(was, words) if was else "")


def _told(item: Shown) -> tuple[object, ...]:
    """Give what a reader sees of a note, and would call changed."""
    own: tuple[object, ...] = ()
    match item:
        case Note():
            own = (item.mark,)
        case CostNote():
            own = (item.amount, item.grows)
    return (item.text, item.facets, item.marks, *own)


def _what_it_was(item: Shown, old: Shown, words: Catalogue) -> str:
    """Give the old words of what changed first of text, amount, facets and marks; what is done says so."""
    if item.text != old.text:
        return old.text
    if isinstance(item, CostNote) and isinstance(old, CostNote) and item.amount != old.amount:
        return old.amount
    if isinstance(item, Note) and item.mark == "done":
        return ""
    if item.facets != old.facets:
        return old.facets
    lost = [mark for mark in old.marks if mark not in item.marks]
    return ", ".join(words.label(say(f"drawing.mark.{mark}")) for mark in lost)


def _was(what: str, words: Catalogue) -> str:
    return words.label(say("drawing.was", what=what))
