import asyncio
import sys

from tests.telegram_server import Person, TelegramServer
from tests.test_telegram_server.conftest import Client

FETCHES_AND_HANGS = """
import sys, time, urllib.request
with urllib.request.urlopen(sys.argv[1] + "/getUpdates?timeout=10") as answer:
    print(len(answer.read()), flush=True)
time.sleep(60)
"""
POLLS = """
import sys, urllib.request
urllib.request.urlopen(sys.argv[1] + "/getUpdates?timeout=50").read()
"""


async def run(server: TelegramServer, program: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        program,
        f"{server.url}/bot{server.token}",
        stdout=asyncio.subprocess.PIPE,
    )


async def test_what_a_killed_bot_fetched_comes_again(
    server: TelegramServer, client: Client, lena: Person
) -> None:
    said = await lena.says("before the crash")
    process = await run(server, FETCHES_AND_HANGS)
    assert process.stdout
    assert int(await process.stdout.readline()) > 100
    process.kill()
    await process.wait()
    assert (await client.update_ids())[-1] == said.update_id


async def test_a_bot_killed_while_polling_is_succeeded_at_once(
    server: TelegramServer, client: Client
) -> None:
    process = await run(server, POLLS)
    await server.calls.begun("getUpdates")
    process.kill()
    await process.wait()
    polling = asyncio.create_task(client.update_ids(timeout=20))
    await server.calls.begun("getUpdates", times=2)
    said = await server.person("Lena").says("after the crash")
    assert await polling == [said.update_id]
