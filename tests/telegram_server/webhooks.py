"""Delivery of updates to a webhook: one at a time for a chat, chats in parallel, again until a 2xx."""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from urllib.parse import urlsplit

import aiohttp
import msgspec

from tests.telegram_server.calls import Body
from tests.telegram_server.objects import JsonObject
from tests.telegram_server.updates import Update
from tests.telegram_server.world import Webhook, World

LOCAL_HOSTS = ("127.0.0.1", "localhost", "::1")


class Deliveries:
    """Posts pending updates to the webhook, if one is set.

    `targets`, if any, are posted to in turn instead of the webhook's address, as by a load balancer;
    a target without a path gets the webhook's path. `pause` is the seconds before a failed delivery
    is tried again, `patience` how long an answer is waited for.
    """

    def __init__(self, world: World, execute: Callable[[str, Body], JsonObject]) -> None:
        self.targets: list[str] = []
        self.pause = 0.02
        self.patience = 30.0
        self._world = world
        self._execute = execute
        self._turn = 0
        self._followed = 0
        self._lanes: dict[int, asyncio.Task[None]] = {}
        self._session: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(40)
        world.updates.on_add = self._take

    async def open(self) -> None:
        connector = aiohttp.TCPConnector(limit=0)
        self._session = aiohttp.ClientSession(connector=connector)

    async def close(self) -> None:
        await self._stop_lanes()
        if self._session is not None:
            await self._session.close()

    async def _stop_lanes(self) -> None:
        lanes = list(self._lanes.values())
        self._lanes.clear()
        for lane in lanes:
            lane.cancel()
        for lane in lanes:
            with suppress(asyncio.CancelledError):
                await lane

    async def follow(self) -> None:
        """Begins anew where the webhook was changed; setting the same one again disturbs no delivery."""
        if self._followed == self._world.webhook.version:
            return
        self._followed = self._world.webhook.version
        await self._stop_lanes()
        self._slots = asyncio.Semaphore(self._world.webhook.max_connections)
        for update in list(self._world.updates.pending):
            self._take(update)

    def _take(self, update: Update) -> None:
        if self._world.webhook.url and update.lane not in self._lanes:
            self._lanes[update.lane] = asyncio.create_task(self._run(update.lane))

    async def _run(self, lane: int) -> None:
        updates = self._world.updates
        while True:
            update = next((each for each in updates.pending if each.lane == lane), None)
            if update is None:
                self._lanes.pop(lane, None)
                return
            async with self._slots:
                delivered = await self._deliver(update)
            if update not in updates.pending:
                continue
            if delivered:
                updates.acknowledge(update)
            else:
                await asyncio.sleep(self.pause)

    def _address(self, webhook: Webhook) -> str:
        if not self.targets:
            return webhook.url
        target = self.targets[self._turn % len(self.targets)]
        self._turn += 1
        if urlsplit(target).path in ("", "/"):
            target = target.rstrip("/") + urlsplit(webhook.url).path
        return target

    async def _deliver(self, update: Update) -> bool:
        """Whether the bot answered with 2xx; a method in its answer is carried out."""
        if self._session is None:
            raise RuntimeError("deliveries aren't open")
        webhook = self._world.webhook
        headers = {"Content-Type": "application/json"}
        if webhook.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret_token
        try:
            async with self._session.post(
                self._address(webhook),
                data=msgspec.json.encode(update.json()),
                headers=headers,
                timeout=aiohttp.ClientTimeout(total=self.patience),
                allow_redirects=False,
            ) as response:
                content = await response.read()
                status, kind = response.status, response.content_type
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            self._failed(f"Connection failed: {type(error).__name__}")
            return False
        if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
            self._failed(f"Wrong response from the webhook: {status}")
            return False
        if content and kind == "application/json":
            self._carry_out(content)
        return True

    async def failed(self, within: float = 10) -> str:
        """Why a delivery failed, once one has; AssertionError after so many seconds without."""
        return await self._world.changes.until(
            lambda: self._world.webhook.last_error or None,
            within=within,
            otherwise=lambda: "no delivery failed",
        )

    def _failed(self, why: str) -> None:
        self._world.webhook.last_error = why
        self._world.webhook.last_error_at = self._world.clock.date()
        self._world.changes.happened()

    def _carry_out(self, content: bytes) -> None:
        """Makes the call that the webhook's answer carries; nobody is told how it went."""
        try:
            values = json.loads(content)
        except ValueError:
            return
        if isinstance(values, dict) and isinstance(values.get("method"), str):
            method = values.pop("method")
            self._execute(method, Body(values, {}, loose=False))
