import asyncio
import io
import json
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.telegram.errors import WebhookRefused
from bot.telegram.intake import MOST_AT_ONCE
from bot.telegram.run import run_webhook
from bot.telegram.webhook import SECRET as HEADER
from bot.telegram.webhook import Listening
from tests.bot.delivery.memory import MemoryStore
from tests.bot.delivery.phone import until
from tests.bot.telegram.conftest import SECRET, Running, Starter
from tests.telegram_server import TelegramServer, faults

MEBIBYTE = 1024 * 1024


@pytest.fixture
async def running(starts: Starter) -> Running:
    return await starts.webhook()


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


def address(running: Running) -> str:
    assert running.listening is not None
    return running.listening.url + running.listening.path(running.parts.token)


def update(**kinds: object) -> bytes:
    return json.dumps({"update_id": 1, **kinds}).encode()


def hello(chat: int) -> bytes:
    sender = {"id": chat, "is_bot": False, "first_name": "Lena"}
    return update(
        message={"message_id": 1, "chat": {"id": chat, "type": "private"}, "from": sender, "text": "hello"}
    )


async def test_telegram_is_told_where_and_what(server: TelegramServer, running: Running) -> None:
    told = server.calls.of("setWebhook")[0].parameters
    assert told["url"] == address(running)
    assert told["secret_token"] == SECRET
    assert told["allowed_updates"] == [
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
        "inline_query",
    ]
    assert told.get("drop_pending_updates") in (None, False)


async def test_what_waited_before_the_webhook_is_answered(server: TelegramServer, starts: Starter) -> None:
    lena = server.person("Lena")
    await lena.says("hello")
    await starts.webhook()
    await lena.sees("Said: hello")


def test_the_path_is_the_same_after_a_restart_and_nobody_can_guess_it() -> None:
    listening = Listening(url="https://example.org", secret="s", host="127.0.0.1", port=1)
    other = Listening(url="https://example.org", secret="t", host="127.0.0.1", port=1)
    assert listening.path("1:a") == listening.path("1:a")
    assert len({listening.path("1:a"), listening.path("1:b"), other.path("1:a")}) == 3
    assert "1:a" not in listening.path("1:a")
    assert len(listening.path("1:a")) == 65


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", "ü" * 30])
async def test_without_the_secret_nothing_is_read(
    running: Running, session: aiohttp.ClientSession, secret: str | None
) -> None:
    headers = {} if secret is None else {HEADER: secret}
    async with session.post(address(running), data=hello(1), headers=headers) as response:
        assert response.status == 401
    assert running.store.taken == []
    assert running.points == []


async def test_without_the_secret_the_refusal_comes_before_the_body(running: Running) -> None:
    assert running.listening is not None
    reader, writer = await asyncio.open_connection("127.0.0.1", running.listening.port)
    path = running.listening.path(running.parts.token)
    writer.write(f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n".encode())
    await writer.drain()
    async with asyncio.timeout(5):
        assert b"401" in await reader.readline()
    writer.close()
    await writer.wait_closed()


@pytest.mark.parametrize("path", ["/", "/webhook", "/7000000001:an-invented-token"])
async def test_elsewhere_there_is_nothing(
    running: Running, session: aiohttp.ClientSession, path: str
) -> None:
    assert running.listening is not None
    url = running.listening.url + path
    async with session.post(url, data=hello(1), headers={HEADER: SECRET}) as response:
        assert response.status == 404
    assert running.store.taken == []


@pytest.mark.parametrize("told", [True, False], ids=["length told", "length untold"])
async def test_a_body_over_a_mebibyte_is_refused(
    running: Running, session: aiohttp.ClientSession, told: object
) -> None:
    body = b" " * (MEBIBYTE + 1)

    async def pieces() -> AsyncIterator[bytes]:
        yield body[:MEBIBYTE]
        yield body[MEBIBYTE:]

    data = io.BytesIO(body) if told else pieces()
    async with session.post(address(running), data=data, headers={HEADER: SECRET}) as response:
        assert response.status == 413
    assert running.store.taken == []


@pytest.mark.parametrize("body", [b"", b"garbage", b"[]", update(), update(message=5), update(poll={})])
async def test_what_makes_no_sense_is_acknowledged_so_that_it_does_not_come_again(
    running: Running, session: aiohttp.ClientSession, body: bytes
) -> None:
    async with session.post(address(running), data=body, headers={HEADER: SECRET}) as response:
        assert response.status == 200
        assert await response.read() == b""
    assert running.store.taken == []


async def test_an_update_that_cannot_be_saved_is_not_acknowledged(
    running: Running, session: aiohttp.ClientSession
) -> None:
    running.store.down = 1
    async with session.post(address(running), data=hello(1), headers={HEADER: SECRET}) as response:
        assert response.status == 503
    assert "intake: acknowledged" not in running.points


async def test_what_comes_while_too_much_is_on_its_way_to_disk_stays_with_telegram(
    running: Running,
) -> None:
    running.store.gate.clear()
    crowd = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))

    async def posts(chat: int) -> int:
        async with crowd.post(address(running), data=hello(chat), headers={HEADER: SECRET}) as response:
            return response.status

    async with crowd:
        waiting = [asyncio.create_task(posts(chat)) for chat in range(MOST_AT_ONCE)]
        await until(lambda: running.store.taking == MOST_AT_ONCE)
        assert await posts(MOST_AT_ONCE) == 503
        running.store.gate.set()
        assert set(await asyncio.gather(*waiting)) == {200}
        assert await posts(MOST_AT_ONCE) == 200


async def test_the_response_carries_a_taps_answer_and_nothing_twice(
    server: TelegramServer, running: Running
) -> None:
    lena = server.person("Lena")
    await lena.starts()
    await lena.sees("/start")
    tap = await lena.taps("More")
    await lena.sees("what else?")
    assert await tap.answer() == "noted"
    await running.stops()
    assert [call.via for call in server.calls.of("answerCallbackQuery")] == ["webhook"]
    assert running.store.undelivered == []


@pytest.mark.usefixtures("running")
async def test_a_tap_that_comes_again_is_answered_again(server: TelegramServer) -> None:
    lena = server.person("Lena")
    await lena.starts()
    await lena.sees("/start")
    tap = await lena.taps("More")
    await lena.sees("what else?")
    server.redeliver(tap.update_id)
    answers = await server.calls.until("answerCallbackQuery", times=2)
    assert [call.via for call in answers] == ["webhook", "webhook"]
    await lena.settled()
    assert [message.text for message in lena.chat if message.by_bot] == ["tapped 1:p:more", "what else?"]


async def test_health_and_readiness(running: Running, session: aiohttp.ClientSession) -> None:
    assert running.listening is not None
    for page in ("/healthz", "/readyz"):
        async with session.get(running.listening.url + page) as response:
            assert response.status == 200


async def test_a_bot_whose_store_does_not_answer_lives_and_is_not_ready(
    server: TelegramServer, starts: Starter, session: aiohttp.ClientSession
) -> None:
    store = MemoryStore()
    store.up = False
    running = await starts.webhook(store)
    assert running.listening is not None
    async with session.get(running.listening.url + "/healthz") as response:
        assert response.status == 200
    async with session.get(running.listening.url + "/readyz") as response:
        assert response.status == 503
    assert server.calls.of("setWebhook")


async def test_a_bot_that_telegram_does_not_answer_is_not_ready(
    server: TelegramServer, running: Running, session: aiohttp.ClientSession
) -> None:
    assert running.listening is not None
    server.faults.arrange(faults.bad_gateway(), method="getMe")
    async with session.get(running.listening.url + "/readyz") as response:
        assert response.status == 503


async def test_an_address_that_telegram_refuses_stops_the_bot_with_its_words(
    server: TelegramServer, starts: Starter
) -> None:
    server.faults.arrange(
        faults.refusal(400, "Bad Request: bad webhook: HTTPS url must be provided"), method="setWebhook"
    )
    with pytest.raises(WebhookRefused, match="https url must be provided"):
        await (await starts.webhook()).task


async def test_a_port_that_is_taken_stops_the_bot(starts: Starter, running: Running) -> None:
    assert running.listening is not None
    polling = await starts.polling()
    await polling.stops()
    polling.parts.stopping.clear()
    with pytest.raises(OSError, match="address already in use"):
        await run_webhook(polling.parts, running.listening)
