"""The webhook: Telegram posts updates here, and hears 200 when the turn is on disk."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from hashlib import sha256
from http import HTTPStatus
from typing import TYPE_CHECKING

import structlog
from aiohttp import hdrs, web
from telegram.error import BadRequest

from bot.delivery import pause
from bot.fellows import Duty
from bot.subject import about
from bot.telegram.client import ALLOWED_UPDATES
from bot.telegram.errors import WebhookRefused
from bot.telegram.insisting import insist
from bot.telegram.intake import ACKNOWLEDGED, DECODED
from bot.telegram.parameters import call_of
from bot.watching.pages import health
from conversations.errors import BackstageError

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable

    from telegram import Bot

    from bot.delivery import Pace
    from bot.fellows import Fellows
    from bot.telegram.client import Client
    from bot.telegram.intake import Intake

SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
LARGEST = 1024 * 1024
CONNECTIONS = 100
LINGER = 1.0
"""Seconds that the rest of a refused body is let run out, so that the refusal is heard."""
GRACE = 1.0

log = structlog.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class Listening:
    """Where the webhook is: the public `url`, which leads to `host:port`; `secret` is what Telegram shows."""

    url: str
    secret: str = field(repr=False)
    host: str
    port: int

    def path(self, token: str) -> str:
        """Give the path that updates come in by: nobody can guess it, all workers agree, restarts keep it."""
        return "/" + hmac.new(self.secret.encode(), token.encode(), sha256).hexdigest()


class Webhook:
    """The server behind the webhook's address."""

    def __init__(
        self, intake: Intake, listening: Listening, path: str, ready: Callable[[], Awaitable[bool]]
    ) -> None:
        self._intake = intake
        self._secret = listening.secret.encode()
        self._listening = listening
        self._path = path
        # A server without an application around it: one path is posted to, over and over.
        self._pages = health(ready)
        server = web.Server(self._answer, access_log=None, lingering_time=LINGER)
        self._runner = web.ServerRunner(server, shutdown_timeout=GRACE)
        self.port = listening.port

    async def run(self, client: Client, pace: Pace, stopping: asyncio.Event, fellows: Fellows) -> None:
        """Listen, tell Telegram where, and take updates until `stopping` is set.

        Raises `OSError` where the port is taken, `WebhookRefused`, `TelegramRefused`.
        """
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._listening.host, self._listening.port).start()
            self.port = self._runner.addresses[0][1]
            log.info("listening", port=self.port)
            if await self._may_register(client, pace, stopping, fellows):
                await self._register(client.bot, pace, stopping)
                await fellows.hands_back(Duty.REGISTERING, client.id)
            await stopping.wait()
        finally:
            await self._runner.cleanup()

    async def _may_register(
        self, client: Client, pace: Pace, stopping: asyncio.Event, fellows: Fellows
    ) -> bool:
        """Wait until no other worker registers; False where the process stops first."""
        failures = 0
        while not stopping.is_set():
            try:
                if await fellows.sees_to(Duty.REGISTERING, client.id):
                    return True
            except BackstageError as error:
                log.warning("not registered yet", kind=type(error).__name__)
            failures += 1
            await pause(pace, pace.wait_after(failures), stopping)
        return False

    async def _register(self, bot: Bot, pace: Pace, stopping: asyncio.Event) -> None:
        try:
            await insist(
                "setWebhook",
                lambda: bot.set_webhook(
                    self._listening.url.rstrip("/") + self._path,
                    secret_token=self._listening.secret,
                    allowed_updates=ALLOWED_UPDATES,
                    max_connections=CONNECTIONS,
                ),
                pace,
                stopping,
            )
        except BadRequest as error:
            raise WebhookRefused(error.message) from None

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        if request.path == self._path:
            if request.method == hdrs.METH_POST:
                return await self._update(request)
            return web.Response(status=HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": hdrs.METH_POST})
        page = self._pages.get(request.path)
        if page is None or request.method not in (hdrs.METH_GET, hdrs.METH_HEAD):
            return web.Response(status=HTTPStatus.NOT_FOUND)
        return await page(request)

    async def _update(self, request: web.BaseRequest) -> web.StreamResponse:
        shown = request.headers.get(SECRET, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(shown, self._secret):
            return _refusal(HTTPStatus.UNAUTHORIZED)
        if self._intake.full:
            return _refusal(HTTPStatus.SERVICE_UNAVAILABLE)
        if (request.content_length or 0) > LARGEST:
            return _refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        arrival = self._intake.read(await request.read())
        self._intake.reached(DECODED)
        carried = None
        if arrival is not None:
            with about(arrival.key, arrival.address):
                try:
                    carried = await self._intake.take_one(arrival)
                except BackstageError as error:
                    log.warning("turn not taken", kind=type(error).__name__)
                    return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
        response = web.Response()
        if arrival is not None and carried is not None:
            response = web.Response(body=call_of(arrival.address, carried), content_type="application/json")
        await response.prepare(request)
        await response.write_eof()
        self._intake.reached(ACKNOWLEDGED)
        return response


def _refusal(status: HTTPStatus) -> web.Response:
    response = web.Response(status=status)
    response.force_close()
    return response
