"""The server's declarations against Telegram's own specification, where that is at hand."""

import json
import re
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec
import pytest

from tests.telegram_server import objects
from tests.telegram_server.dispatch import METHODS
from tests.telegram_server.limits import hints_of, limits_of, notes_in
from tests.telegram_server.objects import Object, Takes
from tests.telegram_server.updates import KINDS

SPECIFICATION = Path(__file__).parents[2] / ".." / "shared" / "botapi" / "api.json"
Specification = dict[str, dict[str, Any]]
NAMES: dict[object, str] = {int: "Integer", str: "String", bool: "Boolean"}
NOT_TAKEN = {
    "allow_paid_broadcast",
    "business_connection_id",
    "direct_messages_topic_id",
    "rich_message",
    "suggested_post_parameters",
}
"""What this server refuses although Telegram knows it: business accounts, payments, rich messages."""
FIELDS_NOT_TAKEN = {
    "callback_game",
    "checklist_task_id",
    "date_time_format",
    "icon_custom_emoji_id",
    "login_url",
    "pay",
    "poll_option_id",
    "request_chat",
    "request_managed_bot",
    "request_poll",
    "request_users",
    "unix_time",
    "user",
}
OBJECTS = sorted(
    (each for each in vars(objects).values() if isinstance(each, type) and issubclass(each, Object)),
    key=lambda each: each.__name__,
)
DECLARED = [each for each in OBJECTS if each is not Object]
LIMIT = re.compile(r"(?<![\d+-])\b(\d+)-(\d+)\b(?!-)")


@pytest.fixture(scope="module")
def specification() -> Specification:
    if not SPECIFICATION.exists():
        pytest.skip("the specification is not at hand")
    loaded: Specification = json.loads(SPECIFICATION.read_text(encoding="utf-8"))
    return loaded


def names_of(hint: object) -> set[str]:
    """How the specification would name what a type hint takes."""
    taken = [note for note in notes_in(hint) if isinstance(note, Takes)]
    if taken:
        return set(taken[0].names)
    if get_origin(hint) is Annotated:
        return names_of(get_args(hint)[0])
    if get_origin(hint) in (Union, UnionType):
        parts = [part for part in get_args(hint) if part is not NoneType]
        return set().union(*(names_of(part) for part in parts))
    if get_origin(hint) is list:
        (inner,) = names_of(get_args(hint)[0])
        return {f"Array of {inner}"}
    return {NAMES.get(hint) or str(getattr(hint, "__name__", hint))}


def described(fields: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {field["name"]: field for field in fields}


def required_of(declaration: type[msgspec.Struct]) -> set[str]:
    return {field.name for field in msgspec.structs.fields(declaration) if field.required}


def fields_of(declaration: type[msgspec.Struct]) -> set[str]:
    return {field.name for field in msgspec.structs.fields(declaration)}


@pytest.mark.parametrize("name", sorted(METHODS))
def test_a_method_takes_what_telegram_says_it_takes(name: str, specification: Specification) -> None:
    told = described(specification["methods"][name].get("fields", []))
    declaration = METHODS[name].declaration
    assert fields_of(declaration) == set(told) - NOT_TAKEN
    assert required_of(declaration) == {field for field in told if told[field]["required"]}
    hints = hints_of(declaration)
    types = {field: names_of(hints[field]) for field in fields_of(declaration)}
    assert types == {field: set(told[field]["types"]) for field in types}


@pytest.mark.parametrize("declaration", DECLARED, ids=lambda each: each.__name__)
def test_an_object_holds_what_telegram_says_it_holds(
    declaration: type[Object], specification: Specification
) -> None:
    told = described(specification["types"][declaration.__name__]["fields"])
    tag = declaration.__struct_config__.tag_field
    assert fields_of(declaration) == set(told) - FIELDS_NOT_TAKEN - {tag}
    assert required_of(declaration) == {field for field in told if told[field]["required"]} - {tag}
    hints = hints_of(declaration)
    types = {field: names_of(hints[field]) for field in fields_of(declaration)}
    assert types == {field: set(told[field]["types"]) for field in types}


def limits_told(fields: dict[str, dict[str, Any]]) -> dict[str, tuple[int, int]]:
    """The limits that stand in descriptions; languages' ISO numbers are none."""
    found = {}
    for name, field in fields.items():
        match = LIMIT.search(field["description"].replace("ISO 639-1", ""))
        if match:
            found[name] = (int(match.group(1)), int(match.group(2)))
    return found


def limits_declared(declaration: type[msgspec.Struct]) -> dict[str, tuple[int, int]]:
    return {name: (limit.least, limit.most) for name, limit in limits_of(declaration).items()}


def test_every_limit_in_the_descriptions_is_declared(specification: Specification) -> None:
    missing = {}
    pairs: list[tuple[type[msgspec.Struct], Any]] = [
        (METHODS[name].declaration, specification["methods"][name]) for name in METHODS
    ]
    pairs += [(each, specification["types"][each.__name__]) for each in DECLARED]
    for declaration, entry in pairs:
        told = limits_told(described(entry.get("fields", [])))
        told = {name: limit for name, limit in told.items() if name in fields_of(declaration)}
        declared = limits_declared(declaration)
        wrong = {name: limit for name, limit in told.items() if declared.get(name) != limit}
        if wrong:
            missing[declaration.__name__] = wrong
    assert not missing


def test_the_kinds_of_updates_are_telegrams(specification: Specification) -> None:
    told = described(specification["types"]["Update"]["fields"])
    assert set(KINDS) == set(told) - {"update_id"}
