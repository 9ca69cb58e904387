"""The webhook: Telegram posts updates here, and hears 200 when the turn is on disk."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from hashlib import sha256
from http import HTTPStatus
from typing import TYPE_CHECKING

import structlog
from telegram.error import BadRequest

from bot.delivery import pause
from bot.fellows import Duty
from bot.serving.server import Server
from bot.subject import about
from bot.telegram.client import ALLOWED_UPDATES
from bot.telegram.errors import WebhookRefused
from bot.telegram.insisting import insist
from bot.telegram.intake import ACKNOWLEDGED, DECODED
from bot.telegram.parameters import call_of
from bot.watching.pages import Pages, health
from conversations.errors import BackstageError

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable

    from telegram import Bot

    from bot.delivery import Pace
    from bot.fellows import Fellows
    from bot.serving.visit import Request
    from bot.telegram.client import Client
    from bot.telegram.intake import Intake

SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
_SECRET = SECRET.lower().encode()
LARGEST = 1024 * 1024
CONNECTIONS = 100
JSON = "application/json"

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
    """Who answers at the webhook's address."""

    most = LARGEST

    def __init__(
        self, intake: Intake, listening: Listening, path: str, ready: Callable[[], Awaitable[bool]]
    ) -> None:
        self._intake = intake
        self._secret = listening.secret.encode()
        self._listening = listening
        self._path = path
        self._pages = Pages(health(ready))
        self.port = listening.port

    async def run(self, client: Client, pace: Pace, stopping: asyncio.Event, fellows: Fellows) -> None:
        """Listen, tell Telegram where, and take updates until `stopping` is set.

        Raises `OSError` where the port is taken, `WebhookRefused`, `TelegramRefused`.
        """
        server = Server(self, self._listening.host, self._listening.port)
        await server.open()
        try:
            self.port = server.port
            log.info("listening", port=self.port)
            if await self._may_register(client, pace, stopping, fellows):
                await self._register(client.bot, pace, stopping)
                await fellows.hands_back(Duty.REGISTERING, client.id)
            await stopping.wait()
        finally:
            await server.close()

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

    def refusal(self, request: Request) -> HTTPStatus | None:
        """Refuse, its body unread, what doesn't come from Telegram, and what there is no room for."""
        if request.path != self._path or request.method != "POST":
            return self._pages.refusal(request)
        if not hmac.compare_digest(request.headers.get(_SECRET, b""), self._secret):
            return HTTPStatus.UNAUTHORIZED
        return HTTPStatus.SERVICE_UNAVAILABLE if self._intake.full else None

    async def answer(self, request: Request) -> None:
        """Take the update that was posted, and say so once it is on disk."""
        if request.path != self._path:
            await self._pages.answer(request)
            return
        arrival = self._intake.read(request.body)
        self._intake.reached(DECODED)
        carried = None
        if arrival is not None:
            with about(arrival.key, arrival.address):
                try:
                    carried = await self._intake.take_one(arrival)
                except BackstageError as error:
                    log.warning("turn not taken", kind=type(error).__name__)
                    request.answer(HTTPStatus.SERVICE_UNAVAILABLE)
                    return
        call = b"" if arrival is None or carried is None else call_of(arrival.address, carried)
        if request.answer(HTTPStatus.OK, call, JSON):
            self._intake.reached(ACKNOWLEDGED)
