import asyncio

import pytest
from aiohttp import ClientError
from telegram import Bot
from telegram.error import NetworkError, RetryAfter, TimedOut

from tests.telegram_server import Fault, Person, TelegramServer, faults
from tests.test_telegram_server.conftest import Client


async def test_too_many_requests_come_with_the_wait(
    server: TelegramServer, client: Client, lena: Person
) -> None:
    server.faults.arrange(faults.flood(7), method="sendMessage", times=2)
    for _ in range(2):
        envelope = await client.post("sendMessage", chat_id=lena.id, text="x")
        assert envelope == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7},
        }
    await client.result("sendMessage", chat_id=lena.id, text="x")
    assert server.faults.left == 0


async def test_python_telegram_bot_reads_the_faults(
    server: TelegramServer, bot: Bot, lena: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    server.faults.arrange(faults.flood(7))
    with pytest.raises(RetryAfter):
        await bot.send_message(lena.id, "x")
    server.faults.arrange(faults.server_error())
    with pytest.raises(NetworkError, match="Internal Server Error"):
        await bot.send_message(lena.id, "x")
    server.faults.arrange(faults.bad_gateway())
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(lena.id, "x")
    server.faults.arrange(faults.silence())
    with pytest.raises(TimedOut):
        await bot.send_message(lena.id, "x", read_timeout=0.2)
    assert [message.by_bot for message in lena.chat] == [False]


@pytest.mark.parametrize(
    ("fault", "acts"),
    [
        (faults.reset(), False),
        (faults.half_close(), False),
        (faults.lost_answer(), True),
    ],
    ids=lambda value: value.kind if isinstance(value, Fault) else "",
)
async def test_broken_connections(
    server: TelegramServer, client: Client, lena: Person, fault: Fault, *, acts: bool
) -> None:
    server.faults.arrange(fault, method="sendMessage", chat_id=lena.id)
    with pytest.raises(ClientError):
        await client.post("sendMessage", chat_id=lena.id, text="x")
    [call] = await server.calls.until("sendMessage")
    assert (call.acted, call.answered, call.fault) == (acts, False, fault.kind)
    assert any(message.text == "x" for message in lena.chat) is acts


async def test_a_fault_meets_its_own_chat_only(server: TelegramServer, client: Client, lena: Person) -> None:
    omar = server.person("Omar")
    await omar.starts()
    server.faults.arrange(faults.server_error(), chat_id=omar.id, times=2)
    await client.result("sendMessage", chat_id=lena.id, text="x")
    assert await client.refusal("sendMessage", chat_id=omar.id, text="x") == "Internal Server Error"
    server.faults.clear()
    await client.result("sendMessage", chat_id=omar.id, text="x")


async def test_a_delayed_answer_comes_after_the_message(
    server: TelegramServer, client: Client, lena: Person
) -> None:
    server.faults.arrange(faults.delay(0.2))
    sending = asyncio.create_task(client.result("sendMessage", chat_id=lena.id, text="late"))
    await lena.sees("late")
    assert not sending.done()
    await sending


async def test_silence_after_acting_leaves_the_bot_in_doubt(server: TelegramServer, lena: Person) -> None:
    server.faults.arrange(faults.silence_after_acting(), method="sendMessage")
    async with Bot(server.token, base_url=f"{server.url}/bot") as bot:
        with pytest.raises(TimedOut):
            await bot.send_message(lena.id, "did it?", read_timeout=0.2)
    await lena.sees("did it?")


async def test_polling_has_faults_of_its_own(server: TelegramServer, client: Client, lena: Person) -> None:
    said = await lena.says("kept")
    server.faults.arrange(faults.bad_gateway(), method="getUpdates")
    with pytest.raises(ClientError):
        await client.post("getUpdates")
    assert (await client.update_ids())[-1] == said.update_id


async def test_latency_lengthens_every_answer(server: TelegramServer, client: Client, lena: Person) -> None:
    server.latency = 0.05
    loop = asyncio.get_running_loop()
    began = loop.time()
    await client.result("sendMessage", chat_id=lena.id, text="x")
    assert loop.time() - began >= 0.05


async def test_a_missing_call_is_told_with_what_was_seen_instead(
    server: TelegramServer, client: Client, lena: Person
) -> None:
    await client.result("sendMessage", chat_id=lena.id, text="only this")
    with pytest.raises(AssertionError, match="editMessageText was not called 1 time") as failure:
        await server.calls.until("editMessageText", within=0.05)
    assert "sendMessage" in str(failure.value)
    assert "only this" in str(failure.value)


async def test_the_server_closes_while_calls_hang(
    client: Client, server: TelegramServer, lena: Person
) -> None:
    server.faults.arrange(faults.silence(), method="sendMessage")
    hanging = asyncio.create_task(client.post("sendMessage", chat_id=lena.id, text="x"))
    await server.calls.begun("sendMessage")
    await server.__aexit__()
    with pytest.raises(ClientError):
        await hanging
