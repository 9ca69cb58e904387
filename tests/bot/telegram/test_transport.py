import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from telegram.error import BadRequest, Forbidden, InvalidToken, TelegramError

from bot.telegram.client import Client
from bot.telegram.errors import Flooded, NeverWritten, ServerFailed, Unanswered
from bot.telegram.transport import Transport
from tests.bot.telegram.conftest import free_port
from tests.telegram_server import TOKEN, TelegramServer, faults

LENA = 5_000_000_001


@pytest.fixture
async def lena(server: TelegramServer) -> int:
    person = server.person("Lena")
    await person.starts()
    return person.id


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (faults.server_error(), ServerFailed),
        (faults.bad_gateway(), ServerFailed),
        (faults.reset(), Unanswered),
        (faults.silence(), Unanswered),
        (faults.half_close(), Unanswered),
        (faults.lost_answer(), Unanswered),
        (faults.silence_after_acting(), Unanswered),
        (faults.Fault("garbage", 200, "<html>"), Unanswered),
        (faults.Fault("garbage", 200, "[]"), Unanswered),
        (faults.Fault("garbage", 200, '{"ok": true}'), Unanswered),
        (faults.Fault("garbage", 200, '{"ok": false}'), ServerFailed),
        (faults.flood(3), Flooded),
        (faults.refusal(400, "Bad Request: chat not found"), BadRequest),
        (faults.refusal(401, "Unauthorized"), InvalidToken),
        (faults.refusal(403, "Forbidden: bot was blocked by the user"), Forbidden),
    ],
    ids=lambda value: f"{value.kind}-{value.code}" if isinstance(value, faults.Fault) else None,
)
async def test_each_failure_tells_whether_the_request_was_obeyed(
    server: TelegramServer, client: Client, lena: int, fault: faults.Fault, error: type[TelegramError]
) -> None:
    server.faults.arrange(fault, method="sendMessage")
    with pytest.raises(error) as caught:
        await client.bot.send_message(lena, "hello")
    assert type(caught.value) is error
    assert holds_nothing_secret(caught.value)
    assert (await client.bot.send_message(lena, "again")).text == "again"


async def test_a_flood_tells_how_long_to_wait(server: TelegramServer, client: Client, lena: int) -> None:
    server.faults.arrange(faults.flood(17), method="sendMessage")
    with pytest.raises(Flooded) as caught:
        await client.bot.send_message(lena, "hello")
    assert caught.value.seconds == 17


async def test_a_server_that_is_not_there_was_never_written_to() -> None:
    async with Client(TOKEN, f"http://127.0.0.1:{free_port()}") as client:
        with pytest.raises(NeverWritten) as caught:
            await client.bot.get_me()
    assert holds_nothing_secret(caught.value)


async def test_a_name_that_leads_nowhere_was_never_written_to() -> None:
    async with Client(TOKEN, "http://nowhere.invalid") as client:
        with pytest.raises(NeverWritten):
            await client.bot.get_me()


async def test_a_request_that_found_no_free_connection_was_never_written(
    server: TelegramServer, lena: int
) -> None:
    async with Client(TOKEN, server.url, Transport(connections=1, connect=0.1, read=5)) as client:
        server.faults.arrange(faults.delay(0.5), method="getMe")
        slow = asyncio.create_task(client.bot.get_me())
        await server.calls.until("getMe", where=lambda call: call.fault == "delay")
        with pytest.raises(NeverWritten):
            await client.bot.send_message(lena, "hello")
        await slow
    assert server.calls.of("sendMessage") == []


async def test_a_closed_transport_writes_nothing(server: TelegramServer) -> None:
    async with Client(TOKEN, server.url) as client:
        pass
    with pytest.raises(NeverWritten):
        await client.bot.get_me()


Answers = Callable[[asyncio.StreamWriter], Awaitable[None]]


@contextlib.asynccontextmanager
async def answering(answers: Answers) -> AsyncIterator[str]:
    """A server that reads the beginning of a request and answers in its own way."""
    ended: list[asyncio.Task[None]] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        with contextlib.suppress(ConnectionError):
            await answers(writer)
        writer.close()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        ended.append(asyncio.create_task(serve(reader, writer)))

    async with await asyncio.start_server(accept, "127.0.0.1", 0) as server:
        port: int = server.sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
        await asyncio.gather(*ended)


async def dribble(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n")
    while True:
        writer.write(b" ")
        await writer.drain()
        await asyncio.sleep(0.02)


async def nonsense(writer: asyncio.StreamWriter) -> None:
    writer.write(b"nonsense\r\n\r\n")
    await writer.drain()


@pytest.mark.parametrize("answers", [dribble, nonsense])
async def test_an_answer_that_is_none_is_given_up_and_tells_nothing_secret(answers: Answers) -> None:
    async with answering(answers) as url, Client(TOKEN, url, Transport(connect=0.2, read=0.2)) as client:
        with pytest.raises(Unanswered) as caught:
            await client.bot.get_me()
    assert holds_nothing_secret(caught.value)


def holds_nothing_secret(error: BaseException | None) -> bool:
    while error is not None:
        if TOKEN in f"{error!r} {error} {error.args}":
            return False
        error = error.__cause__ or error.__context__
    return True
