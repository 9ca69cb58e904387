"""The pages that machines watch a bot by: alive, ready, and what was counted."""

from __future__ import annotations

from contextlib import asynccontextmanager
from errno import errorcode
from http import HTTPStatus
from typing import TYPE_CHECKING

import structlog
from aiohttp import web

from conversations.errors import BackstageError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from typing import TypeAlias

    Page: TypeAlias = Callable[[web.BaseRequest], Awaitable[web.Response]]


class PortTaken(BackstageError):
    """Nobody can listen there; the text holds the address and the system's code."""


log = structlog.get_logger(__name__)


def health_pages(ready: Callable[[], Awaitable[bool]]) -> list[web.RouteDef]:
    """Give the pages of `health` for an application."""
    return [web.get(path, page) for path, page in health(ready).items()]


def health(ready: Callable[[], Awaitable[bool]]) -> dict[str, Page]:
    """Give `/healthz`, which answers where the process lives, and `/readyz`, 503 where it can't work."""

    async def alive(_request: web.BaseRequest) -> web.Response:
        return web.Response(text="ok")

    async def can_work(_request: web.BaseRequest) -> web.Response:
        if await ready():
            return web.Response(text="ready")
        return web.Response(text="not ready", status=HTTPStatus.SERVICE_UNAVAILABLE)

    return {"/healthz": alive, "/readyz": can_work}


def metrics_page(counted: Callable[[], Awaitable[bytes]], content_type: str) -> web.RouteDef:
    """Give `/metrics`."""

    async def show(_request: web.Request) -> web.Response:
        return web.Response(body=await counted(), headers={"Content-Type": content_type})

    return web.get("/metrics", show)


@asynccontextmanager
async def served(routes: list[web.RouteDef], host: str, port: int) -> AsyncIterator[int]:
    """Serve pages while this is entered, and give the port. Raises `PortTaken`."""
    app = web.Application(client_max_size=1024)
    app.router.add_routes(routes)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise PortTaken(
                f"{host}:{port} can't be listened at: {errorcode.get(error.errno or 0)}"
            ) from None
        bound: int = runner.addresses[0][1]
        log.info("showing metrics", port=bound)
        yield bound
    finally:
        await runner.cleanup()
