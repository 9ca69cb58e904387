import asyncio

from tests.telegram_server import Person, TelegramServer
from tests.test_telegram_server.conftest import Client

PEOPLE = 60
ROUNDS = 5


async def answer_all(client: Client, total: int) -> None:
    """A bot that echoes: polls, answers what it got side by side, acknowledges."""
    offset, answered = 0, 0
    while answered < total:
        updates = await client.result("getUpdates", offset=offset, timeout=10)
        assert isinstance(updates, list)
        messages = [update["message"] for update in updates]
        await asyncio.gather(
            *(client.result("sendMessage", chat_id=one["chat"]["id"], text=one["text"]) for one in messages)
        )
        answered += len(updates)
        offset = updates[-1]["update_id"] + 1
    await client.result("getUpdates", offset=offset)


async def talk(person: Person) -> None:
    for number in range(ROUNDS):
        await person.says(f"{person.name} {number}")
        await person.sees(f"{person.name} {number}", within=60)
    await person.settled(within=60)


async def test_many_people_talk_at_once(server: TelegramServer, client: Client) -> None:
    people = [server.person(f"Person {number}") for number in range(PEOPLE)]
    bot = asyncio.create_task(answer_all(client, PEOPLE * ROUNDS))
    await asyncio.gather(*(talk(person) for person in people))
    await bot
    assert [len(person.chat) for person in people] == [2 * ROUNDS] * PEOPLE
    assert not server.world.updates.pending
