"""The limits that declarations carry: found once a class, checked on every call."""

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Union, get_args, get_origin, get_type_hints

import msgspec

from tests.telegram_server.errors import bad_request
from tests.telegram_server.objects import Limit


def notes_in(hint: object) -> Iterator[object]:
    """Everything that `Annotated` notes inside a type hint, optional ones included."""
    if get_origin(hint) is Annotated:
        inner, *notes = get_args(hint)
        yield from notes
        yield from notes_in(inner)
    elif get_origin(hint) in (Union, UnionType):
        for part in get_args(hint):
            yield from notes_in(part)


@cache
def hints_of(declaration: type[msgspec.Struct]) -> dict[str, object]:
    return get_type_hints(declaration, include_extras=True)


@cache
def limits_of(declaration: type[msgspec.Struct]) -> dict[str, Limit]:
    """The limit of each field that has one."""
    found = {}
    for name, hint in hints_of(declaration).items():
        for note in notes_in(hint):
            if isinstance(note, Limit):
                found[name] = note
    return found


def check_limits(value: object) -> None:
    """Raises BotApiError where a field of the object, however deep, holds too little or too much."""
    if isinstance(value, list):
        for item in value:
            check_limits(item)
    elif isinstance(value, msgspec.Struct):
        limits = limits_of(type(value))
        for name in value.__struct_fields__:
            held = getattr(value, name)
            if held is not None and name in limits:
                check_limit(name, held, limits[name])
            check_limits(held)


def check_limit(name: str, held: object, limit: Limit) -> None:
    size = size_of(held, limit.unit)
    if size is None or limit.least <= size <= limit.most:
        return
    raise bad_request(limit.error or f"{name} must hold {limit.least}-{limit.most} {limit.unit}, not {size}")


def size_of(held: object, unit: str) -> int | None:
    if unit == "value" and isinstance(held, int):
        return held
    if unit == "bytes" and isinstance(held, str):
        return len(held.encode())
    if unit in ("characters", "items") and isinstance(held, str | list):
        return len(held)
    return None
