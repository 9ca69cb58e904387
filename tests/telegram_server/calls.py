"""A bot's HTTP request, read into a method's parameters and the files that came with it."""

import json
from dataclasses import dataclass, field
from functools import cache
from typing import Generic, TypeVar
from urllib.parse import parse_qsl

import msgspec
from aiohttp import BodyPartReader, web

from tests.telegram_server.errors import BotApiError, bad_request
from tests.telegram_server.limits import check_limits
from tests.telegram_server.objects import JsonObject
from tests.telegram_server.parameters import Parameters

Declared = TypeVar("Declared", bound=Parameters)
MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "document": "there is no document in the request",
    "photo": "there is no photo in the request",
    "file_id": "file_id is empty",
}


@dataclass(frozen=True)
class Upload:
    """A file that came in a request."""

    name: str
    mime_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Body:
    """What a request carried, not yet understood: `loose` where every value came as a string."""

    values: JsonObject
    uploads: dict[str, Upload]
    loose: bool


@dataclass(frozen=True)
class Call(Generic[Declared]):
    """A method call with checked parameters."""

    method: str
    parameters: Declared
    uploads: dict[str, Upload]


async def body_of(request: web.Request) -> Body:
    """The body of a request, whichever way it was sent.

    Raises BotApiError where it can't be read or isn't UTF-8.
    """
    query: JsonObject = dict(request.query)
    if request.content_type == "application/json":
        return json_body(query, await request.read())
    if request.content_type.startswith("multipart/"):
        return await multipart_body(query, request)
    try:
        pairs = parse_qsl((await request.read()).decode(), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
    return Body(query | dict(pairs), {}, loose=True)


def json_body(query: JsonObject, content: bytes) -> Body:
    try:
        values = json.loads(content or b"{}")
    except ValueError:
        raise bad_request("can't parse JSON request") from None
    if not isinstance(values, dict):
        raise bad_request("can't parse JSON request: expected an object")
    return Body(query | values, {}, loose=False)


async def multipart_body(query: JsonObject, request: web.Request) -> Body:
    values, uploads = query, {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise bad_request("can't parse multipart request")
        content = bytes(await part.read(decode=True))
        if part.filename is None:
            try:
                values[part.name] = content.decode()
            except UnicodeDecodeError:
                raise bad_request("strings must be encoded in UTF-8") from None
        else:
            mime_type = part.headers.get("Content-Type", "application/octet-stream")
            uploads[part.name] = Upload(part.filename, mime_type, content)
    return Body(values, uploads, loose=True)


def understood(method: str, declaration: type[Declared], body: Body) -> Call[Declared]:
    """The call that a body makes.

    Raises BotApiError where a parameter is unknown, missing, of another type, or beyond its limit.
    """
    refuse_unclean(body.values)
    uploaded = set(body.uploads) - attached(body.values)
    values = {name: opened(declaration, name, value) for name, value in body.values.items()}
    values |= {name: f"attach://{name}" for name in uploaded}
    missing = required_of(declaration) - values.keys()
    if missing:
        name = min(missing)
        raise bad_request(MISSING.get(name, f'parameter "{name}" is required'))
    try:
        parameters = msgspec.convert(values, declaration, strict=not body.loose)
    except msgspec.ValidationError as error:
        raise refusal_of(error) from None
    refuse_unclean(values)
    check_limits(parameters)
    return Call(method, parameters, body.uploads)


def refusal_of(error: msgspec.ValidationError) -> BotApiError:
    return bad_request(f"{error} (strict test server)")


def attached(values: JsonObject) -> set[str]:
    """The names of the uploads that some value refers to."""
    everything = json.dumps(values)
    parts = everything.split("attach://")[1:]
    return {part.split('"', 1)[0].rstrip("\\") for part in parts}


@cache
def required_of(declaration: type[msgspec.Struct]) -> set[str]:
    return {each.name for each in msgspec.structs.fields(declaration) if each.required}


@cache
def nested_in(declaration: type[msgspec.Struct]) -> frozenset[str]:
    """The parameters that hold lists or objects, which arrive as JSON inside a string."""
    simple = (msgspec.inspect.StrType, msgspec.inspect.IntType, msgspec.inspect.BoolType)
    inspected = msgspec.inspect.type_info(declaration)
    if not isinstance(inspected, msgspec.inspect.StructType):
        raise TypeError(declaration)
    nested = set()
    for each in inspected.fields:
        parts = each.type.types if isinstance(each.type, msgspec.inspect.UnionType) else (each.type,)
        if not any(isinstance(part, simple) for part in parts):
            nested.add(each.name)
    return frozenset(nested)


def opened(declaration: type[msgspec.Struct], name: str, value: object) -> object:
    """A parameter's value, out of the JSON that it was wrapped in."""
    if name not in nested_in(declaration) or not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None


def refuse_unclean(value: object) -> None:
    """Raises BotApiError where a string holds NUL or half of a surrogate pair."""
    if isinstance(value, dict):
        for name, item in value.items():
            refuse_unclean(name)
            refuse_unclean(item)
    elif isinstance(value, list):
        for item in value:
            refuse_unclean(item)
    elif isinstance(value, str) and ("\0" in value or any("\ud800" <= one <= "\udfff" for one in value)):
        raise bad_request("strings must be encoded in UTF-8")
