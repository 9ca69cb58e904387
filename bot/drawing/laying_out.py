"""A canvas laid out as a sheet: every word from the catalogue, every note in its block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from bot.drawing.cleaning import cleaned
from bot.drawing.comparing import CHANGES, compared, since_in_words
from bot.drawing.cost_bars import cost_notes
from bot.drawing.locking import locked
from bot.drawing.notes import note_of
from bot.drawing.pages import page_of
from bot.drawing.revenue import break_even_block, revenue_sums
from bot.drawing.sheet import BlockSheet, CostNote, Invitation, Item, Key, Line, Note, Sheet, Sum, Titled
from bot.drawing.shown import is_japanese, runs_right_to_left, shown
from conversations.canvas.document import encode_canvas
from conversations.canvas.entries import Activity
from conversations.canvas.facets import Block, Stage, When
from conversations.canvas.figures import added
from conversations.canvas.sums import sums
from conversations.interview.forms.items import capitalised
from conversations.words.gaps import gaps, nameless
from conversations.words.money_words import money
from conversations.words.show_words import SHOWN
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.drawing.form import Form
    from conversations.canvas.document import Canvas
    from conversations.canvas.entries import Entry
    from conversations.words.catalogue import Catalogue
    from conversations.words.text import Phrase

_SIGN = "○ "
"""The catalogue's own sign of an invitation, which gives way to a drawn one."""

_TITLE, _ASIDE = 160, 48
"""Characters of a venture's name, and of an entry named in a line of ours, beyond which it is shortened."""

_LEGEND = (
    "done",
    "starred",
    "later",
    "leased",
    "partner",
    "guess",
    "asked",
    "agreed",
    "paid",
    "fixed",
    "variable",
    "comes_in",
    "goes_out",
    *CHANGES,
)
_LEFT_OUT = ("unpriced", "other_currency", "unclear")


def sheet_of(canvas: Canvas, words: Catalogue, form: Form, since: Canvas | None = None) -> Sheet:
    """Give the canvas as a sheet, with what became of it `since` an earlier one, where there is one.

    `form.page` decides the page, `form.on` the day that is written on it.
    """
    canvas = cleaned(canvas)
    blocks = _blocks(canvas, words)
    told = ""
    if since is not None:
        blocks = compared(blocks, _blocks(cleaned(since), words), words)
        told = since_in_words(blocks, form.since, words)
    blocks |= locked(blocks, form.private, words)
    even = break_even_block(canvas, words)
    if even:
        blocks["break_even"] = even
    name = shown(canvas.venture.name or words.label(say("drawing.unnamed")), _TITLE)
    stage = canvas.venture.stage
    return Sheet(
        language=form.language.partition("-")[0] or "en",
        title=Titled(name.text, name.rtl),
        stage=words.label(say(f"canvas.stage.{stage.value}")) if isinstance(stage, Stage) else "",
        date=words.label(say("drawing.date", date=form.on, year=str(form.on.year))) if form.on else "",
        blocks=blocks,
        legend=_legend(blocks.values(), words),
        page=page_of(form.page, blocks),
        rest=words.label(say("drawing.rest")),
        since=told,
        japanese=is_japanese(encode_canvas(canvas).decode()),
    )


def _blocks(canvas: Canvas, words: Catalogue) -> dict[str, BlockSheet]:
    return {**_front(canvas, words), **{block.value: _backstage(canvas, block, words) for block in Block}}


def _front(canvas: Canvas, words: Catalogue) -> dict[str, BlockSheet]:
    blocks = {}
    for number, part in enumerate(SHOWN, start=1):
        said = getattr(canvas.front_stage, part)
        line = (
            _line(-number, said, lead=part == "value_proposition") if isinstance(said, str) and said else None
        )
        blocks[part] = BlockSheet(
            name=words.label(say(f"drawing.block.{part}")),
            front=True,
            items=(line,) if line else (),
            invitations=() if line else (_invitation(say(f"canvas.gap.{part}"), words),),
            more=_more(1, words),
        )
    blocks["revenue"] = replace(blocks["revenue"], sums=revenue_sums(canvas, words))
    return blocks


def _line(number: int, said: str, *, lead: bool) -> Line:
    """Give a line of the show, which opens with a capital however it was typed."""
    return Line(id=number, text=capitalised(said), rtl=runs_right_to_left(said), lead=lead)


def _backstage(canvas: Canvas, block: Block, words: Catalogue) -> BlockSheet:
    entries = sorted(canvas.block(block), key=_waits)
    items: tuple[Item, ...] = tuple(note_of(canvas, entry, words) for entry in entries)
    totals: tuple[Sum, ...] = ()
    if block is Block.COSTS:
        costs = cost_notes(canvas, words)
        items, totals = costs, _cost_sums(canvas, words)
    return BlockSheet(
        name=words.label(say(f"canvas.name.{block.value}")),
        front=False,
        items=items,
        invitations=tuple(_invitation(phrase, words) for phrase in _gaps(canvas, block)),
        sums=totals,
        more=_more(len(items), words),
        narrow=13 if block is Block.COSTS else 9,
    )


def _waits(entry: Entry) -> bool:
    return isinstance(entry, Activity) and entry.when is When.LATER and not entry.done


def _gaps(canvas: Canvas, block: Block) -> list[Phrase]:
    """Give a block's gaps; of resources that lack a name of who provides them, the first, with a count."""
    found = [phrase for phrase in gaps(canvas, block) if phrase.key != "canvas.gap.nameless"]
    lacking = nameless(canvas) if block is Block.RESOURCES else ()
    if lacking:
        entry = shown(lacking[0].text, _ASIDE).text
        others = len(lacking) - 1
        found.append(
            say("drawing.gap.nameless_several", entry=entry, n=others)
            if others
            else say("drawing.gap.nameless", entry=entry)
        )
    return found


def _cost_sums(canvas: Canvas, words: Catalogue) -> tuple[Sum, ...]:
    known = sums(canvas)
    month = added((known.fixed, known.variable)) or known.monthly
    # What sales cost is in a month's sum as soon as it is known how many there are.
    sold = known.monthly if known.unit and known.monthly != month else None
    figures = {"month": month, "sale": known.unit, "all": sold, "once": known.one_off}
    strong = "all" if sold else "month"
    lines = tuple(
        Sum(
            words.label(say(f"drawing.sum.{name}")),
            words.label(say("canvas.facet.amount", amount=money(figure, known.currency))),
            strong=name == strong,
        )
        for name, figure in figures.items()
        if figure and (figure.high or name == "month")
    )
    left_out = {reason: len(getattr(known, reason)) for reason in _LEFT_OUT}
    return lines + tuple(
        Sum(words.label(say(f"drawing.left_out.{reason}", n=count)))
        for reason, count in left_out.items()
        if lines and count
    )


def _invitation(phrase: Phrase, words: Catalogue) -> Invitation:
    text = words.label(phrase).removeprefix(_SIGN)
    return Invitation(text, runs_right_to_left(text))


def _more(count: int, words: Catalogue) -> tuple[str, ...]:
    return tuple(words.label(say("drawing.more", n=n)) for n in range(1, count + 1))


def _legend(blocks: Collection[BlockSheet], words: Catalogue) -> tuple[Key, ...]:
    used = {mark for block in blocks for item in block.items for mark in _marks(item)}
    if any(block.chart for block in blocks):
        used |= {"comes_in", "goes_out"}
    return tuple(Key(mark, words.label(say(f"drawing.mark.{mark}"))) for mark in _LEGEND if mark in used)


def _marks(item: Item) -> tuple[str, ...]:
    match item:
        case Note():
            return (item.mark, *item.marks, item.change)
        case CostNote():
            bar = ("variable" if item.grows else "fixed",) if item.share else ()
            return (*bar, *item.marks, item.change)
        case Line():
            return (item.change,)
    return ()
