import asyncio

import pytest
from telegram import Bot
from telegram.error import Conflict

from tests.telegram_server import Person, TelegramServer
from tests.test_telegram_server.conftest import Client


async def test_an_update_stays_until_a_higher_offset_is_asked_for(client: Client, lena: Person) -> None:
    first = (await lena.says("one")).update_id
    second = (await lena.says("two")).update_id
    start = first - 1
    assert await client.update_ids() == [start, first, second]
    assert await client.update_ids(offset=start) == [start, first, second]
    assert await client.update_ids(offset=second) == [second]
    assert await client.update_ids(offset=second + 1) == []
    assert await client.update_ids(offset=start) == []


async def test_only_a_higher_offset_acknowledges(
    server: TelegramServer, client: Client, lena: Person
) -> None:
    said = await lena.says("one")
    await client.update_ids()
    assert not server.world.updates.is_acknowledged(said.update_id)
    await client.update_ids(offset=said.update_id + 1)
    await server.acknowledged(said.update_id)
    await lena.settled()


async def test_a_negative_offset_forgets_all_but_the_last(client: Client, lena: Person) -> None:
    await lena.says("one")
    last = (await lena.says("two")).update_id
    assert await client.update_ids(offset=-1) == [last]
    assert await client.update_ids() == [last]


async def test_the_limit_cuts_the_batch(client: Client, lena: Person) -> None:
    sent = [(await lena.says(str(number))).update_id for number in range(5)]
    assert await client.update_ids(offset=sent[0], limit=2) == sent[:2]
    assert "limit must hold 1-100" in await client.refusal("getUpdates", limit=101)


async def test_a_long_poll_waits_for_the_next_update(
    server: TelegramServer, client: Client, lena: Person
) -> None:
    start = await client.update_ids()
    poll = asyncio.create_task(client.update_ids(offset=start[-1] + 1, timeout=10))
    await server.calls.begun("getUpdates", times=2)
    assert not poll.done()
    said = await lena.says("here")
    assert await poll == [said.update_id]


async def test_a_long_poll_ends_empty_when_its_time_is_over(client: Client) -> None:
    assert await client.update_ids(timeout=1) == []


async def test_a_second_poll_ends_the_first(server: TelegramServer, client: Client) -> None:
    first = asyncio.create_task(client.post("getUpdates", timeout=20))
    await server.calls.begun("getUpdates")
    second = asyncio.create_task(client.update_ids(timeout=20))
    ended = await first
    assert ended["error_code"] == 409
    assert str(ended["description"]).startswith("Conflict: terminated by other getUpdates request")
    said = await server.person("Omar").says("hello")
    assert await second == [said.update_id]


async def test_no_polling_while_a_webhook_is_set(bot: Bot) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook")
    with pytest.raises(Conflict, match="use deleteWebhook to delete the webhook first"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_setting_a_webhook_ends_a_poll(server: TelegramServer, client: Client) -> None:
    poll = asyncio.create_task(client.refusal("getUpdates", timeout=20))
    await server.calls.begun("getUpdates")
    await client.result("setWebhook", url="http://127.0.0.1:9/hook")
    assert await poll == "Conflict: terminated by setWebhook request"


async def test_only_the_asked_for_kinds_arrive(client: Client, lena: Person) -> None:
    await client.result("getUpdates", offset=-1, allowed_updates=["callback_query"])
    assert (await lena.says("not heard")).update_id == 0
    start = await client.update_ids(allowed_updates=[])
    heard = await lena.says("heard")
    assert await client.update_ids(offset=start[-1] + 1) == [heard.update_id]
    unknown = await client.refusal("getUpdates", allowed_updates=["mesage"])
    assert "unknown update type mesage" in unknown


async def test_an_acknowledged_update_can_come_again_once(
    server: TelegramServer, client: Client, lena: Person
) -> None:
    said = await lena.says("one")
    await client.update_ids(offset=said.update_id + 1)
    server.redeliver(said.update_id)
    assert not server.world.updates.is_acknowledged(said.update_id)
    assert await client.update_ids(offset=said.update_id + 1) == [said.update_id]
    assert await client.update_ids(offset=said.update_id + 1) == []
    await server.acknowledged(said.update_id)


async def test_a_new_client_gets_what_the_last_one_did_not_confirm(
    server: TelegramServer, client: Client, lena: Person
) -> None:
    said = await lena.says("before the crash")
    async with Bot(server.token, base_url=f"{server.url}/bot") as killed:
        assert [update.update_id for update in await killed.get_updates()][-1] == said.update_id
    assert (await client.update_ids())[-1] == said.update_id
