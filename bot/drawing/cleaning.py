"""A canvas whose words are fit to be set, whatever was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from bot.drawing.shown import LONGEST, shown
from conversations.canvas.document import Canvas

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOTHING = "…"


def cleaned(canvas: Canvas, longest: int = LONGEST) -> Canvas:
    """Give the canvas with all words in one line each, without what can't be seen or can't be stored.

    Words of over `longest` characters are shortened, with an ellipsis.
    """
    plain: dict[str, Any] = msgspec.to_builtins(canvas)
    # Answers hold whole messages, and no picture shows them; how they stand decides what is asked.
    plain["answers"] = {
        question: {"standing": answer.standing, "entries": list(answer.entries)}
        for question, answer in canvas.answers.items()
    }
    plain["entries"] = [_with_text(entry) for entry in _clean(plain.pop("entries", []), longest)]
    return msgspec.convert({**_clean(plain, longest), "entries": plain["entries"]}, Canvas)


def _with_text(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {**entry, "text": entry["text"] or _NOTHING}


def _clean(value: Any, longest: int) -> Any:  # noqa: ANN401 - JSON values, whatever they are
    match value:
        case str():
            return shown(value, longest).text
        case list() | tuple():
            return [_clean(item, longest) for item in value]
        case dict():
            return {shown(key).text: _clean(item, longest) for key, item in value.items()}
    return value
