"""The pages that machines watch a bot by: alive, ready, and what was counted."""

from __future__ import annotations

from contextlib import asynccontextmanager
from errno import errorcode
from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple

import structlog

from bot.serving.server import Server
from bot.serving.visit import TEXT
from conversations.errors import BackstageError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
    from typing import TypeAlias

    from bot.serving.visit import Request

    Page: TypeAlias = Callable[[], Awaitable["Shown"]]

LOOKED_AT = ("GET", "HEAD")


class PortTaken(BackstageError):
    """Nobody can listen there; the text holds the address and the system's code."""


log = structlog.get_logger(__name__)


class Shown(NamedTuple):
    """What a page shows."""

    body: bytes
    status: HTTPStatus = HTTPStatus.OK
    kind: str = TEXT


class Pages:
    """Pages by their paths, to be served."""

    most = 0

    def __init__(self, pages: Mapping[str, Page]) -> None:
        self._pages = pages

    def refusal(self, request: Request) -> HTTPStatus | None:
        """Refuse what isn't there to be looked at, and whoever brings something."""
        if request.path not in self._pages or request.method not in LOOKED_AT:
            return HTTPStatus.NOT_FOUND
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE if request.length else None

    async def answer(self, request: Request) -> None:
        """Show a page."""
        shown = await self._pages[request.path]()
        request.answer(shown.status, shown.body, shown.kind)


def health(ready: Callable[[], Awaitable[bool]]) -> dict[str, Page]:
    """Give `/healthz`, which answers where the process lives, and `/readyz`, 503 where it can't work."""

    async def alive() -> Shown:
        return Shown(b"ok")

    async def can_work() -> Shown:
        if await ready():
            return Shown(b"ready")
        return Shown(b"not ready", HTTPStatus.SERVICE_UNAVAILABLE)

    return {"/healthz": alive, "/readyz": can_work}


def metrics(counted: Callable[[], Awaitable[bytes]], kind: str) -> dict[str, Page]:
    """Give `/metrics`."""

    async def show() -> Shown:
        return Shown(await counted(), kind=kind)

    return {"/metrics": show}


@asynccontextmanager
async def served(pages: Mapping[str, Page], host: str, port: int) -> AsyncIterator[int]:
    """Serve pages while this is entered, and give the port. Raises `PortTaken`."""
    server = Server(Pages(pages), host, port)
    try:
        await server.open()
    except OSError as error:
        raise PortTaken(f"{host}:{port} can't be listened at: {errorcode.get(error.errno or 0)}") from None
    try:
        log.info("showing metrics", port=server.port)
        yield server.port
    finally:
        await server.close()
