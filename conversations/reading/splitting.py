"""Several things said in one answer, told apart into entries.

What separates surely (lines, bullets, semicolons) always does; a comma does unless what follows goes on
about the same thing; "and" does only between plainly parallel things. When unsure the words stay together:
the coach offers to split, while a torn entry has to be mended by the founder. Words are kept as they were
typed, but for leading filler ("we need", "and also").
"""

from collections.abc import Sequence

from conversations.reading.commas import comma_items
from conversations.reading.filler import without_filler, without_lead
from conversations.reading.sameness import dedupe, same_item
from conversations.reading.segments import segments
from conversations.reading.text import clean_text, says_something

__all__ = ["dedupe", "same_item", "split_items"]


def split_items(text: str) -> tuple[str, ...]:
    """Give the items of an answer, in order, none only if it holds nothing but space and marks."""
    cleaned = clean_text(text)
    items = [item for segment in segments(cleaned) for item in _items(segment)]
    return tuple(items) if items else tuple(_leftover(cleaned))


def _items(segment: str) -> Sequence[str]:
    return [kept for item in comma_items(without_lead(segment)) if (kept := without_filler(item))]


def _leftover(cleaned: str) -> Sequence[str]:
    """Give what stands there when everything was filler: it is kept rather than lost."""
    collapsed = " ".join(cleaned.split())
    return [collapsed] if says_something(collapsed) else []
