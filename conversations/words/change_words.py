"""What changed between two canvases, in words: for receipts and for the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.entries import Activity, Cost, block_of
from conversations.canvas.facets import Stage, When
from conversations.canvas.money import Amount
from conversations.words.entry_words import facets_in_words, facets_of, in_a_line
from conversations.words.money_words import in_currency
from conversations.words.show_words import show_lines
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from conversations.canvas.changes import Change
    from conversations.canvas.document import Canvas
    from conversations.canvas.entries import Entry


def describe_changes(changes: Iterable[Change], before: Canvas, after: Canvas) -> tuple[Phrase, ...]:
    """Give a line for each change that a person would speak of: "+ Oven (rented)", "Rent 800 € → 900 €".

    What only the interview and the coach keep count of (answers, links, order, what waits to be sorted, what
    isn't relevant) has no line.
    """
    lines: list[Phrase] = []
    # The changes of one entry are told together, where it first comes up.
    for number in dict.fromkeys(change.entry for change in changes):
        was, now = before.entry(number), after.entry(number)
        if number == 0:
            lines += _of_canvas(before, after)
        elif was is not None and now is not None:
            lines += _changed(was, now, before, after)
        elif now is not None:
            lines.append(_came(now, after))
        elif was is not None:
            lines.append(say("canvas.change.gone", name=was.text))
    return tuple(lines)


def _came(entry: Entry, canvas: Canvas) -> Phrase:
    facets = facets_in_words(canvas, entry)
    if facets is None:
        return say("canvas.change.came", name=entry.text)
    return say("canvas.change.came_with", name=entry.text, facets=facets)


def _changed(was: Entry, now: Entry, before: Canvas, after: Canvas) -> Iterator[Phrase]:
    if was.text != now.text:
        yield say("canvas.change.reworded", before=was.text, after=now.text)
    if block_of(was) is not block_of(now):
        yield say("canvas.change.moved", name=now.text, block=say(f"canvas.name.{block_of(now).value}"))
        return
    if isinstance(was, Activity) and isinstance(now, Activity):
        yield from _marks(was, now)
    old, new = facets_of(before, was), facets_of(after, now)
    if isinstance(was, Cost) and isinstance(now, Cost) and _both_priced(was, now):
        amounts = [in_currency(cost.amount, after) for cost in (was, now) if isinstance(cost.amount, Amount)]
        yield say("canvas.change.amount", name=now.text, before=amounts[0], after=amounts[1])
        old, new = old[1:], new[1:]
    fresh = [facet for facet in new if facet not in old]
    if fresh:
        yield say("canvas.change.facets", name=now.text, facets=in_a_line(fresh))
    elif len(new) < len(old) and not getattr(now, "done", False):
        yield say("canvas.change.open", name=now.text)


def _both_priced(was: Cost, now: Cost) -> bool:
    return isinstance(was.amount, Amount) and isinstance(now.amount, Amount) and was.amount != now.amount


def _marks(was: Activity, now: Activity) -> Iterator[Phrase]:
    if was.done != now.done:
        yield say("canvas.change.done" if now.done else "canvas.change.not_done", name=now.text)
    if was.starred != now.starred:
        yield say("canvas.change.starred" if now.starred else "canvas.change.not_starred", name=now.text)
    if (was.when is When.LATER) != (now.when is When.LATER):
        yield say("canvas.change.later" if now.when is When.LATER else "canvas.change.now", name=now.text)


def _of_canvas(before: Canvas, after: Canvas) -> Iterator[Phrase]:
    was, now = before.venture, after.venture
    if was.name != now.name and now.name:
        yield say("canvas.change.name", name=now.name)
    if was.stage is not now.stage and isinstance(now.stage, Stage):
        yield say("canvas.change.stage", stage=say(f"canvas.stage.{now.stage.value}"))
    told = show_lines(before)
    fresh = [line for line in show_lines(after) if line not in told]
    yield from fresh
    aside = (was.business_types, was.currency) != (now.business_types, now.currency)
    if (aside and not fresh) or (was.name and not now.name):
        yield say("canvas.change.venture")
