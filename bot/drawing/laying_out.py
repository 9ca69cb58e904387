"""A canvas laid out as a sheet: every word from the catalogue, every note in its block."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec.structs import replace

from bot.drawing.cleaning import cleaned
from bot.drawing.cost_bars import cost_notes
from bot.drawing.notes import note_of
from bot.drawing.pages import page_of
from bot.drawing.revenue import chart_of, revenue_sums
from bot.drawing.shown import runs_right_to_left, shown
from bot.drawing.sheet import BlockSheet, CostNote, Invitation, Key, Line, Note, Sheet, Sum, Titled
from conversations.canvas.entries import Activity
from conversations.canvas.facets import Block, Stage, When
from conversations.canvas.money import Period
from conversations.canvas.sums import sums
from conversations.words.gaps import gaps, nameless
from conversations.words.money_words import money, month_in_words
from conversations.words.show_words import SHOWN
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.drawing.form import Form
    from conversations.canvas.document import Canvas
    from conversations.canvas.entries import Entry
    from conversations.words.catalogue import Catalogue
    from conversations.words.text import Phrase

    Items: TypeAlias = Sequence[Note | CostNote | Line]

_SIGN = "○ "
"""The catalogue's own sign of an invitation, which gives way to a drawn one."""

_TITLE, _ASIDE = 160, 48
"""Characters of a venture's name, and of an entry named in a line of ours, beyond which it is shortened."""

_LEGEND = ("done", "starred", "later", "leased", "partner", "guess", "asked", "agreed", "paid")
_LEFT_OUT = ("unpriced", "other_currency", "unclear")


def sheet_of(canvas: Canvas, words: Catalogue, form: Form) -> Sheet:
    """Give the canvas as a sheet. `form.page` decides the page, `form.on` the day that is written on it."""
    canvas = cleaned(canvas)
    blocks = {**_front(canvas, words), **{block.value: _backstage(canvas, block, words) for block in Block}}
    name = shown(canvas.venture.name or words.label(say("drawing.unnamed")), _TITLE)
    stage = canvas.venture.stage
    return Sheet(
        language=form.language.partition("-")[0] or "en",
        title=Titled(name.text, name.rtl),
        stage=words.label(say(f"canvas.stage.{stage.value}")) if isinstance(stage, Stage) else "",
        date=words.label(say("drawing.date", date=form.on, year=str(form.on.year))) if form.on else "",
        blocks=blocks,
        legend=_legend(blocks.values(), words),
        page=page_of(form.page),
        rest=words.label(say("drawing.rest")),
    )


def _front(canvas: Canvas, words: Catalogue) -> dict[str, BlockSheet]:
    blocks = {}
    for number, part in enumerate(SHOWN, start=1):
        said = getattr(canvas.front_stage, part)
        line = Line(id=-number, text=said, rtl=runs_right_to_left(said), lead=part == "value_proposition") if isinstance(said, str) and said else None
        blocks[part] = BlockSheet(
            name=words.label(say(f"drawing.block.{part}")),
            front=True,
            items=(line,) if line else (),
            invitations=() if line else (_invitation(say(f"canvas.gap.{part}"), words),),
            more=_more(1, words),
        )
    blocks["revenue"] = replace(
        blocks["revenue"], sums=revenue_sums(canvas, words), chart=chart_of(canvas, words)
    )
    return blocks


def _backstage(canvas: Canvas, block: Block, words: Catalogue) -> BlockSheet:
    entries = sorted(canvas.block(block), key=_waits)
    items: Items = tuple(note_of(canvas, entry, words) for entry in entries)
    keys: tuple[Key, ...] = ()
    totals: tuple[Sum, ...] = ()
    if block is Block.COSTS:
        costs = cost_notes(canvas, words)
        kinds = {"variable" if cost.grows else "fixed" for cost in costs if cost.share}
        keys = tuple(Key(kind, words.label(say(f"drawing.key.{kind}"))) for kind in sorted(kinds))
        items, totals = costs, _cost_sums(canvas, words)
    return BlockSheet(
        name=words.label(say(f"canvas.name.{block.value}")),
        front=False,
        items=tuple(items),
        invitations=tuple(_invitation(phrase, words) for phrase in _gaps(canvas, block)),
        sums=totals,
        keys=keys,
        more=_more(len(items), words),
        columns=2,
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
    lines = [phrase for phrase in month_in_words(canvas) if phrase.key.rpartition(".")[2] not in _LEFT_OUT]
    if not lines and known.monthly and canvas.totals.__struct_fields__:
        stated = money(known.monthly, known.currency, Period.MONTH)
        lines = [say("drawing.sum.costs", amount=stated)] if not known.monthly.entries else []
    strong = tuple(Sum(words.label(phrase), strong=True) for phrase in lines)
    left_out = {reason: len(getattr(known, reason)) for reason in _LEFT_OUT}
    return strong + tuple(
        Sum(words.label(say(f"drawing.left_out.{reason}", n=count)))
        for reason, count in left_out.items()
        if strong and count
    )


def _invitation(phrase: Phrase, words: Catalogue) -> Invitation:
    text = words.label(phrase).removeprefix(_SIGN)
    return Invitation(text, runs_right_to_left(text))


def _more(count: int, words: Catalogue) -> tuple[str, ...]:
    return tuple(words.label(say("drawing.more", n=n)) for n in range(1, count + 1))


def _legend(blocks: Iterable[BlockSheet], words: Catalogue) -> tuple[Key, ...]:
    used = {mark for block in blocks for item in block.items for mark in (*item.marks, getattr(item, "mark", ""))}
    return tuple(Key(mark, words.label(say(f"drawing.mark.{mark}"))) for mark in _LEGEND if mark in used)
