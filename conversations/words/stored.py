"""Phrases on their way to JSON and back: every parameter keeps its kind, which JSON alone would lose."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

from conversations.canvas.money import Amount
from conversations.words.text import Phrase

if TYPE_CHECKING:
    from conversations.words.text import Param


class _Number(msgspec.Struct, frozen=True, tag_field="kind", tag="number"):
    value: Decimal


class _Day(msgspec.Struct, frozen=True, tag_field="kind", tag="date"):
    value: date


class _Amount(msgspec.Struct, frozen=True, tag_field="kind", tag="amount"):
    value: Amount


class _Phrase(msgspec.Struct, frozen=True, tag_field="kind", tag="phrase"):
    key: str
    params: dict[str, Any] = {}


_Wrapped: TypeAlias = _Number | _Day | _Amount | _Phrase


def storable(phrase: Phrase) -> Phrase:
    """Give a phrase whose parameters msgspec can encode without losing their kinds."""
    params = phrase.params
    return Phrase(phrase.key, {name: _wrapped(value) for name, value in params.items()}) if params else phrase


def restored(phrase: Phrase) -> Phrase:
    """Give the phrase that `storable` was given, once it has been through JSON.

    Raises msgspec.ValidationError where a parameter is of no known kind.
    """
    return Phrase(phrase.key, {name: _unwrapped(value) for name, value in phrase.params.items()})


def _wrapped(value: Param) -> Any:  # noqa: ANN401 - what msgspec encodes has no narrower type
    match value:
        case Decimal():
            return _Number(value)
        case date():
            return _Day(value)
        case Amount():
            return _Amount(value)
        case Phrase():
            return _Phrase(value.key, storable(value).params)
        case tuple():
            return tuple(_wrapped(item) for item in value)
    return value


def _unwrapped(value: Any) -> Any:  # noqa: ANN401 - what msgspec decoded has no narrower type
    if isinstance(value, list):
        return tuple(_unwrapped(item) for item in value)
    if not isinstance(value, dict):
        return value
    match value:
        case {"kind": "phrase", "key": str(key), "params": dict(params)}:  # by far the commonest
            return restored(Phrase(key, params))
    match msgspec.convert(value, _Wrapped):
        case _Phrase(key, params):
            return restored(Phrase(key, params))
        case wrapped:
            return wrapped.value
