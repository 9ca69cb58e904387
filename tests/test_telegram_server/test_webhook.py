import asyncio
from collections.abc import AsyncIterator, Callable

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import BadRequest

from tests.telegram_server import Person, TelegramServer, faults
from tests.telegram_server.waiting import Changes
from tests.test_telegram_server.conftest import Client

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Hook:
    """A webhook that notes what it gets and answers as it is told."""

    def __init__(self) -> None:
        self.url = ""
        self.updates: list[dict[str, object]] = []
        self.secrets: list[str | None] = []
        self.answer: Callable[[int], web.Response] = lambda _: web.Response()
        self.gate: asyncio.Event | None = None
        self.changes = Changes()
        self.breaks = 0

    @property
    def ids(self) -> list[object]:
        return [update["update_id"] for update in self.updates]

    async def got(self, count: int) -> None:
        await self.changes.until(
            lambda: len(self.updates) >= count or None,
            within=60,
            otherwise=lambda: f"only {len(self.updates)} updates came",
        )

    async def take(self, request: web.Request) -> web.Response:
        self.updates.append(await request.json())
        self.secrets.append(request.headers.get(SECRET_HEADER))
        number = len(self.updates)
        self.changes.happened()
        if number <= self.breaks and request.transport is not None:
            request.transport.abort()
        if self.gate is not None:
            await self.gate.wait()
        return self.answer(number)


async def serve(hook: Hook) -> web.AppRunner:
    app = web.Application()
    app.router.add_post("/{path:.*}", hook.take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    return runner


@pytest.fixture
async def hooks() -> AsyncIterator[list[Hook]]:
    both = [Hook(), Hook()]
    runners = [await serve(hook) for hook in both]
    yield both
    for runner in runners:
        await runner.cleanup()


@pytest.fixture
def hook(hooks: list[Hook]) -> Hook:
    return hooks[0]


async def test_updates_come_with_the_secret(bot: Bot, lena: Person, hook: Hook) -> None:
    await bot.set_webhook(hook.url, secret_token="s3cret_-")
    await lena.says("hello")
    await lena.settled()
    assert [update["message"]["text"] for update in hook.updates] == ["/start", "hello"]  # type: ignore[index] # JSON
    assert hook.secrets == ["s3cret_-", "s3cret_-"]


async def test_an_update_comes_again_until_it_is_answered_with_200(
    bot: Bot, lena: Person, hook: Hook
) -> None:
    hook.answer = lambda number: web.Response(status=500 if number < 3 else 200)
    await bot.set_webhook(hook.url, drop_pending_updates=True)
    said = await lena.says("hello")
    await lena.settled()
    assert hook.ids == [said.update_id] * 3
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 500"
    assert info.pending_update_count == 0


async def test_one_chats_updates_wait_for_each_other_and_other_chats_do_not(
    server: TelegramServer, bot: Bot, lena: Person, hook: Hook
) -> None:
    hook.gate = asyncio.Event()
    await bot.set_webhook(hook.url, drop_pending_updates=True)
    omar = server.person("Omar")
    first = await lena.says("one")
    second = await lena.says("two")
    other = await omar.says("three")
    await hook.got(2)
    assert set(hook.ids) == {first.update_id, other.update_id}
    hook.gate.set()
    await lena.settled()
    await omar.settled()
    assert hook.ids[2] == second.update_id


async def test_a_method_in_the_answer_is_carried_out(
    server: TelegramServer, bot: Bot, lena: Person, hook: Hook
) -> None:
    call = {"method": "sendMessage", "chat_id": lena.id, "text": "by the way"}
    hook.answer = lambda _: web.json_response(call)
    await bot.set_webhook(hook.url, drop_pending_updates=True)
    await lena.says("hello")
    seen = await lena.sees("by the way")
    assert seen.by_bot
    [recorded] = await server.calls.until("sendMessage")
    assert (recorded.via, recorded.ok, recorded.answered) == ("webhook", True, False)


async def test_a_refused_method_in_the_answer_is_told_to_nobody(
    server: TelegramServer, bot: Bot, lena: Person, hook: Hook
) -> None:
    hook.answer = lambda _: web.json_response({"method": "sendMessage", "chat_id": lena.id, "text": ""})
    await bot.set_webhook(hook.url, drop_pending_updates=True)
    await lena.says("hello")
    [recorded] = await server.calls.until("sendMessage")
    await lena.settled()
    assert recorded.description == "Bad Request: message text is empty"
    assert len(hook.updates) == 1


async def test_a_fault_can_lose_a_method_in_the_answer(
    server: TelegramServer, bot: Bot, lena: Person, hook: Hook
) -> None:
    server.faults.arrange(faults.reset(), method="sendMessage")
    call = {"method": "sendMessage", "chat_id": lena.id, "text": "lost"}
    hook.answer = lambda _: web.json_response(call)
    await bot.set_webhook(hook.url, drop_pending_updates=True)
    await lena.says("hello")
    await lena.settled()
    [recorded] = server.calls.of("sendMessage")
    assert not recorded.acted
    assert [message.text for message in lena.chat] == ["/start", "hello"]


async def test_a_load_balancer_gives_updates_to_workers_in_turn(
    server: TelegramServer, bot: Bot, lena: Person, hooks: list[Hook]
) -> None:
    await bot.set_webhook("https://bot.example/some/path", drop_pending_updates=True)
    server.webhook_targets = [hook.url.removesuffix("/hook") for hook in hooks]
    for number in range(4):
        await lena.says(str(number))
    await lena.settled()
    assert [len(hook.updates) for hook in hooks] == [2, 2]


async def test_an_acknowledged_update_can_come_again(
    server: TelegramServer, bot: Bot, lena: Person, hook: Hook
) -> None:
    await bot.set_webhook(hook.url, drop_pending_updates=True)
    said = await lena.says("hello")
    await lena.settled()
    server.redeliver(said.update_id)
    await lena.settled()
    assert hook.ids == [said.update_id, said.update_id]


async def test_a_worker_that_is_down_gets_nothing_and_loses_nothing(
    server: TelegramServer, bot: Bot, lena: Person, hook: Hook
) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook", drop_pending_updates=True)
    said = await lena.says("hello")
    await server.deliveries.failed()
    assert (await bot.get_webhook_info()).last_error_message == "Connection failed: ClientConnectorError"
    server.webhook_targets = [hook.url]
    await lena.settled()
    assert hook.ids == [said.update_id]


async def test_a_webhook_needs_https_unless_it_is_on_this_machine(bot: Bot, client: Client) -> None:
    with pytest.raises(BadRequest, match="an https url must be provided for webhook"):
        await bot.set_webhook("http://bot.example/hook")
    with pytest.raises(BadRequest, match="unallowed characters"):
        await bot.set_webhook("https://bot.example/hook", secret_token="not good")
    assert "max_connections must hold 1-100" in await client.refusal(
        "setWebhook", url="https://bot.example", max_connections=0
    )


async def test_setting_the_same_webhook_again_disturbs_no_delivery(
    bot: Bot, lena: Person, hook: Hook
) -> None:
    hook.gate = asyncio.Event()
    await bot.set_webhook(hook.url, drop_pending_updates=True)
    said = await lena.says("hello")
    await hook.got(1)
    await bot.set_webhook(hook.url)
    hook.gate.set()
    await lena.settled()
    assert hook.ids == [said.update_id]


async def test_a_broken_connection_counts_as_no_answer(bot: Bot, lena: Person, hook: Hook) -> None:
    hook.breaks = 1
    await bot.set_webhook(hook.url, drop_pending_updates=True)
    said = await lena.says("hello")
    await lena.settled()
    assert hook.ids == [said.update_id] * 2


async def test_after_the_webhook_is_gone_polling_takes_up_what_is_left(bot: Bot, lena: Person) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook", drop_pending_updates=True)
    said = await lena.says("hello")
    await bot.delete_webhook()
    assert [update.update_id for update in await bot.get_updates()] == [said.update_id]
