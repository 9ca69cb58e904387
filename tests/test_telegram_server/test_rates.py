from datetime import timedelta

from tests.telegram_server import Person, TelegramServer
from tests.test_telegram_server.conftest import Client


async def test_without_asking_nothing_is_limited(client: Client, lena: Person) -> None:
    for number in range(5):
        await client.result("sendMessage", chat_id=lena.id, text=str(number))


async def test_a_chat_takes_one_message_a_second(
    server: TelegramServer, client: Client, lena: Person
) -> None:
    server.clock.stop()
    server.rates.enforce()
    await client.result("sendMessage", chat_id=lena.id, text="one")
    envelope = await client.post("sendMessage", chat_id=lena.id, text="two")
    assert (envelope["error_code"], envelope["parameters"]) == (429, {"retry_after": 1})
    server.clock.advance(timedelta(seconds=1))
    await client.result("sendMessage", chat_id=lena.id, text="two")


async def test_a_group_takes_twenty_a_minute(server: TelegramServer, client: Client, lena: Person) -> None:
    group = server.group("Lab", [lena])
    await group.adds_bot(by=lena)
    server.clock.stop()
    server.rates.enforce()
    for number in range(20):
        await client.result("sendMessage", chat_id=group.id, text=str(number))
        server.clock.advance(timedelta(seconds=1))
    envelope = await client.post("sendMessage", chat_id=group.id, text="too many")
    assert envelope["parameters"] == {"retry_after": 40}


async def test_all_chats_together_take_thirty_a_second(server: TelegramServer, client: Client) -> None:
    people = [server.person(f"Person {number}") for number in range(31)]
    for person in people:
        await person.starts()
    server.clock.stop()
    server.rates.enforce()
    for person in people[:30]:
        await client.result("sendMessage", chat_id=person.id, text="news")
    refused = await client.refusal("sendMessage", chat_id=people[30].id, text="news")
    assert refused == "Too Many Requests: retry after 1"
