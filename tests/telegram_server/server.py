"""The server: Telegram's side of the Bot API on a port of this machine."""

import asyncio
from collections.abc import Iterable
from typing import Self

from aiohttp import web

from tests.telegram_server.answers import dripped, faulty, json_response
from tests.telegram_server.calls import Body, body_of, understood
from tests.telegram_server.chats import User
from tests.telegram_server.clock import Clock
from tests.telegram_server.dispatch import Method, method_named, run
from tests.telegram_server.errors import BotApiError
from tests.telegram_server.faults import Fault, Faults
from tests.telegram_server.groups import Channel, Group, room_in
from tests.telegram_server.objects import JsonObject
from tests.telegram_server.parameters import GetUpdates
from tests.telegram_server.people import Person, person_in
from tests.telegram_server.polling import Polling
from tests.telegram_server.rates import Rates
from tests.telegram_server.recorder import RecordedCall, Recorder
from tests.telegram_server.webhooks import Deliveries
from tests.telegram_server.world import World

TOKEN = "7000000001:an-invented-token-for-the-test-serv"
LARGEST_REQUEST = 60 * 1024 * 1024
PATIENCE = 60.0


class TelegramServer:
    """A Bot API server for one bot: `async with TelegramServer() as server: server.url`.

    `latency` is the seconds that every answer but getUpdates takes longer. `calls` records what the
    bot asked, `faults` makes calls go wrong, `rates.enforce()` brings Telegram's limits on sending,
    `clock` is the server's time.
    """

    def __init__(
        self, token: str = TOKEN, *, name: str = "Backstage", username: str = "backstage_bot"
    ) -> None:
        self.token = token
        self.latency = 0.0
        self.faults = Faults()
        self.world = World(User(int(token.split(":", maxsplit=1)[0]), name, username=username, is_bot=True))
        self.rates = Rates(self.world.clock)
        self.url = ""
        self._polling = Polling(self.world)
        self._deliveries = Deliveries(self.world, self._execute)
        self._closing = asyncio.Event()
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=LARGEST_REQUEST)
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        app.router.add_get("/file/bot{token}/files/{file_id}", self._download)
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=1)
        await self._runner.setup()
        await self._deliveries.open()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        port = self._runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._closing.set()
        self._polling.end("the server closes")
        await self._deliveries.close()
        if self._runner is not None:
            await self._runner.cleanup()

    # what a test arranges and looks at

    @property
    def calls(self) -> Recorder:
        return self.world.recorder

    @property
    def clock(self) -> Clock:
        return self.world.clock

    @property
    def webhook_targets(self) -> list[str]:
        """Addresses that updates go to in turn instead of the webhook's own; empty for that one."""
        return self._deliveries.targets

    @webhook_targets.setter
    def webhook_targets(self, targets: list[str]) -> None:
        self._deliveries.targets = targets

    @property
    def deliveries(self) -> Deliveries:
        return self._deliveries

    def person(self, name: str, *, language: str | None = "en", username: str | None = None) -> Person:
        """A new person, whom the bot hasn't met."""
        return person_in(self.world, name, language, username)

    def group(self, title: str, members: Iterable[Person] = (), *, forum: bool = False) -> Group:
        """A new supergroup; the bot has still to be added."""
        chat = room_in(self.world, title, members, "supergroup")
        chat.is_forum = forum
        return Group(self.world, chat)

    def channel(self, title: str, members: Iterable[Person] = ()) -> Channel:
        """A new channel; the bot has still to be added."""
        return Channel(self.world, room_in(self.world, title, members, "channel"))

    def redeliver(self, update_id: int) -> None:
        """Sends the bot an update once more, with the same id."""
        self.world.updates.repeat(update_id)

    async def acknowledged(self, update_id: int, *, within: float = PATIENCE) -> None:
        """Returns once the bot has acknowledged the update; AssertionError after so many seconds."""
        await self.world.changes.until(
            lambda: self.world.updates.is_acknowledged(update_id) or None,
            within=within,
            otherwise=lambda: f"update {update_id} was not acknowledged\n{self.calls.listing()}",
        )

    def file(self, file_id: str) -> bytes:
        """The content of a file that the bot or a person sent."""
        return self.world.files[file_id].content

    # how the bot is answered

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        try:
            self._admit(request)
            method = method_named(request.match_info["method"])
            body = await body_of(request)
        except BotApiError as error:
            record = self._record(request.match_info["method"], {})
            self._note_refusal(record, error)
            self.calls.finish(record)
            return json_response(error.envelope())
        record = self._record(method.name, body.values)
        fault = self.faults.take(method.name, record.chat_id)
        try:
            return await self._answer_call(request, method, body, record, fault)
        finally:
            self.calls.finish(record)

    def _admit(self, request: web.Request) -> None:
        if request.match_info["token"] != self.token:
            raise BotApiError(401, "Unauthorized")
        if request.method not in ("GET", "POST"):
            raise BotApiError(405, "Method Not Allowed")

    async def _answer_call(
        self, request: web.Request, method: Method, body: Body, record: RecordedCall, fault: Fault | None
    ) -> web.StreamResponse:
        record.fault = fault.kind if fault else ""
        if fault is not None and not fault.acts:
            return await self._spoiled(request, fault, record)
        envelope = await self._carried_out(method, body, record)
        if fault is not None and fault.kind == "drip":
            record.answered = True
            return await dripped(request, envelope, fault.seconds)
        if fault is not None and fault.kind != "delay":
            return await self._spoiled(request, fault, record)
        pause = (fault.seconds if fault else 0) + (self.latency if method.run else 0)
        if pause:
            await asyncio.sleep(pause)
        record.answered = True
        return json_response(envelope)

    async def _spoiled(self, request: web.Request, fault: Fault, record: RecordedCall) -> web.StreamResponse:
        record.status = fault.code
        self.world.changes.happened()
        if fault.kind == "refuse":
            record.description, record.answered = fault.description, True
            return json_response(refusal(fault).envelope())
        return await faulty(request, fault, self._closing)

    async def _carried_out(self, method: Method, body: Body, record: RecordedCall) -> JsonObject:
        """The envelope of a call's result, or of its refusal."""
        try:
            if method.run is None:
                poll = understood(method.name, GetUpdates, body)
                result: object = await self._polling.get_updates(poll)
            else:
                self.rates.check(method.name, record.chat_id)
                result = run(self.world, method.name, body)
        except BotApiError as error:
            return self._note_refusal(record, error)
        if method.name in ("setWebhook", "deleteWebhook"):
            self._polling.end(f"terminated by {method.name} request")
            await self._deliveries.follow()
        return self._note_result(record, result)

    def _execute(self, name: str, body: Body) -> JsonObject:
        """Carries out the call in a webhook's answer; faults that refuse or lose calls hit it too."""
        record = self._record(name, body.values, via="webhook")
        self.calls.finish(record)
        fault = self.faults.take(name, record.chat_id)
        record.fault = fault.kind if fault else ""
        try:
            result = run(self.world, name, body) if fault is None or fault.acts else None
        except BotApiError as error:
            return self._note_refusal(record, error)
        if fault is not None and not fault.acts:
            return self._note_refusal(record, refusal(fault))
        return self._note_result(record, result)

    def _record(self, name: str, parameters: JsonObject, via: str = "http") -> RecordedCall:
        return self.calls.begin(name, parameters, via, self.clock.now())

    def _note_result(self, record: RecordedCall, result: object) -> JsonObject:
        record.status, record.acted, record.result = 200, True, result
        self.world.changes.happened()
        return {"ok": True, "result": result}

    def _note_refusal(self, record: RecordedCall, error: BotApiError) -> JsonObject:
        record.status, record.description = error.code, error.description
        self.world.changes.happened()
        return error.envelope()

    async def _download(self, request: web.Request) -> web.Response:
        upload = self.world.files.get(request.match_info["file_id"])
        if request.match_info["token"] != self.token or upload is None:
            return json_response(BotApiError(404, "Not Found").envelope())
        return web.Response(body=upload.content, content_type=upload.mime_type)


def refusal(fault: Fault) -> BotApiError:
    return BotApiError(fault.code or 500, fault.description or fault.kind, retry_after=fault.retry_after)
