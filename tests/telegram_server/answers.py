"""How a call is answered over HTTP, faults included."""

import asyncio

import msgspec
from aiohttp import web

from tests.telegram_server.faults import Fault
from tests.telegram_server.objects import JsonObject


def json_response(envelope: JsonObject) -> web.Response:
    code = envelope.get("error_code", 200)
    return web.Response(
        body=msgspec.json.encode(envelope),
        status=code if isinstance(code, int) else 200,
        content_type="application/json",
    )


async def faulty(request: web.Request, fault: Fault, closing: asyncio.Event) -> web.StreamResponse:
    """The answer that a fault makes of a call, where it is no ordinary one."""
    if fault.kind == "garbage":
        return web.Response(text=fault.description, status=fault.code, content_type="text/html")
    if fault.kind == "half close":
        return await half(request, closing)
    if fault.kind == "silence":
        await closing.wait()
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def dripped(request: web.Request, envelope: JsonObject, seconds: float) -> web.StreamResponse:
    """An answer that comes byte by byte."""
    body = msgspec.json.encode(envelope)
    response = web.StreamResponse(
        headers={"Content-Length": str(len(body)), "Content-Type": "application/json"}
    )
    await response.prepare(request)
    for place in range(len(body)):
        await response.write(body[place : place + 1])
        await asyncio.sleep(seconds)
    return response


async def half(request: web.Request, closing: asyncio.Event) -> web.StreamResponse:
    """Promises a thousand bytes, writes a few and closes the sending side."""
    response = web.StreamResponse(headers={"Content-Length": "1000", "Content-Type": "application/json"})
    await response.prepare(request)
    await response.write(b'{"ok":true,"resu')
    if request.transport is not None:
        request.transport.write_eof()
    await closing.wait()
    return response
