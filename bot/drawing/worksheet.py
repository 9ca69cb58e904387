"""The blank worksheet: the blocks with their questions, for a workshop's tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.drawing.pages import paper_size
from conversations.canvas.facets import Block
from conversations.words.show_words import SHOWN
from conversations.words.text import say

if TYPE_CHECKING:
    from bot.drawing.form import Form
    from conversations.words.catalogue import Catalogue

_ASKS = {Block.ACTIVITIES: 3, Block.RESOURCES: 3, Block.PARTNERS: 3, Block.COSTS: 3}
"""How many questions each block of the backstage has."""


def worksheet_of(words: Catalogue, form: Form) -> dict[str, Any]:
    """Give the worksheet as JSON values for its template; `form.page` is the paper, A4 for a phone's page."""
    width, height = paper_size(form.page)
    front = {
        part: {
            "name": words.label(say(f"drawing.block.{part}")),
            "asks": [words.label(say(f"drawing.worksheet.{part}"))],
            "front": True,
        }
        for part in SHOWN
    }
    backstage = {
        block.value: {
            "name": words.label(say(f"canvas.name.{block.value}")),
            "asks": [
                words.label(say(f"drawing.worksheet.{block.value}.{number}"))
                for number in range(1, _ASKS[block] + 1)
            ],
            "front": False,
        }
        for block in Block
    }
    return {
        "width": width,
        "height": height,
        "language": form.language.partition("-")[0] or "en",
        "title": words.label(say("drawing.worksheet.title")),
        "motto": words.label(say("canvas.summary")),
        "fields": [
            words.label(say("drawing.worksheet.venture")),
            words.label(say("drawing.worksheet.stage")),
            words.label(say("drawing.worksheet.date")),
        ],
        "blocks": front | backstage,
    }
