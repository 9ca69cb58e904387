from datetime import timedelta

import pytest
from aiohttp import ClientSession
from telegram import Bot

from tests.telegram_server import Person, TelegramServer
from tests.test_telegram_server.conftest import Client

BUTTON = {"text": "Go", "callback_data": "go"}


def keyboard(**button: object) -> dict[str, object]:
    return {"inline_keyboard": [[button]]}


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"text": ""}, "message text is empty"),
        ({}, "message text is empty"),
        ({"text": "  \n "}, "text must be non-empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "😀" * 4097}, "message is too long"),
        ({"text": "x", "parse_mode": "MarkdownV2"}, "unsupported parse_mode"),
        ({"text": 5}, "Expected `str`, got `int` - at `$.text`"),
        ({"text": "x", "mood": "good"}, "Object contains unknown field `mood`"),
        ({"text": "a\0b"}, "strings must be encoded in UTF-8"),
        ({"text": "half \ud83d"}, "strings must be encoded in UTF-8"),
        ({"text": "x", "disable_notification": "perhaps"}, "Expected `bool`"),
        ({"text": "x", "reply_markup": {"rows": []}}, "object expected as reply markup"),
        (
            {"text": "x", "reply_markup": keyboard(text="Go")},
            "Text buttons are unallowed in the inline keyboard",
        ),
        ({"text": "x", "reply_markup": keyboard(text="", callback_data="x")}, "must be non-empty"),
        ({"text": "x", "reply_markup": keyboard(text="Go", callback_data="x" * 65)}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": keyboard(text="Go", callback_data="é" * 33)}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": keyboard(text="Go", callback_data="")}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": keyboard(text="Go", url="bot.example")}, "Wrong HTTP URL"),
        ({"text": "x", "reply_markup": keyboard(**BUTTON, url="https://bot.example")}, "only one of"),
        ({"text": "x", "reply_markup": keyboard(**BUTTON, colour="red")}, "unknown field `colour`"),
        ({"text": "x", "reply_markup": {"inline_keyboard": [[BUTTON] * 9]}}, "reply markup is too long"),
        ({"text": "x", "reply_markup": {"inline_keyboard": [[BUTTON]] * 101}}, "reply markup is too long"),
        ({"text": "x", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
        ({"text": "x", "message_thread_id": 5}, "message thread not found"),
    ],
)
async def test_a_message_that_telegram_would_refuse(
    client: Client, lena: Person, values: dict[str, object], why: str
) -> None:
    assert why in await client.refusal("sendMessage", chat_id=lena.id, **values)
    assert [message.by_bot for message in lena.chat] == [False]


async def test_the_longest_message_is_counted_after_its_entities_are_parsed(
    client: Client, lena: Person
) -> None:
    text = "<b>" + "&amp;" * 4095 + "😀</b>"
    await client.result("sendMessage", chat_id=lena.id, text=text, parse_mode="HTML")
    assert len(lena.last.text) == 4096


async def test_the_largest_callback_data_passes(client: Client, lena: Person) -> None:
    await client.result(
        "sendMessage", chat_id=lena.id, text="x", reply_markup=keyboard(text="Go", callback_data="é" * 32)
    )
    assert (await lena.taps("Go")).data == "é" * 32


async def test_a_wrong_token_is_unauthorized(server: TelegramServer, session: ClientSession) -> None:
    async with session.get(f"{server.url}/bot1:wrong/getMe") as response:
        assert response.status == 401
        assert await response.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_an_unknown_method_is_not_found(client: Client) -> None:
    envelope = await client.post("sendTelepathy")
    assert (envelope["ok"], envelope["error_code"]) == (False, 404)


async def test_methods_are_found_whatever_their_capitals(client: Client) -> None:
    me = await client.result("GETME")
    assert isinstance(me, dict)
    assert me["username"] == "backstage_bot"


@pytest.mark.parametrize("content", [b"{", b"[1]", b'"text"'])
async def test_a_body_that_is_no_object(
    server: TelegramServer, session: ClientSession, content: bytes
) -> None:
    address = f"{server.url}/bot{server.token}/sendMessage"
    headers = {"Content-Type": "application/json"}
    async with session.post(address, data=content, headers=headers) as response:
        envelope = await response.json()
    assert envelope["error_code"] == 400


async def test_a_form_that_is_not_utf8(server: TelegramServer, session: ClientSession, lena: Person) -> None:
    address = f"{server.url}/bot{server.token}/sendMessage"
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    data = f"chat_id={lena.id}&text=%FF".encode()
    async with session.post(address, data=data, headers=headers) as response:
        envelope = await response.json()
    assert envelope["description"] == "Bad Request: strings must be encoded in UTF-8"


async def test_a_query_string_is_enough(server: TelegramServer, session: ClientSession, lena: Person) -> None:
    address = f"{server.url}/bot{server.token}/sendMessage"
    async with session.get(address, params={"chat_id": lena.id, "text": "hi"}) as response:
        assert response.status == 200
    assert (await lena.sees("hi")).text == "hi"


async def test_nobody_is_written_to_who_did_not_begin(server: TelegramServer, client: Client) -> None:
    omar = server.person("Omar")
    refused = await client.refusal("sendMessage", chat_id=omar.id, text="hi")
    assert refused == "Forbidden: bot can't initiate conversation with a user"
    assert await client.refusal("sendMessage", chat_id=1, text="hi") == "Bad Request: chat not found"
    assert await client.refusal("sendMessage", text="hi") == "Bad Request: chat_id is empty"


async def test_a_person_who_blocked_the_bot(client: Client, lena: Person) -> None:
    await lena.blocks_bot()
    refused = await client.refusal("sendMessage", chat_id=lena.id, text="hi")
    assert refused == "Forbidden: bot was blocked by the user"
    await lena.unblocks_bot()
    await client.result("sendMessage", chat_id=lena.id, text="hi")
    await lena.closes_account()
    refused = await client.refusal("sendMessage", chat_id=lena.id, text="hi")
    assert refused == "Forbidden: user is deactivated"


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot, client: Client, lena: Person) -> None:
    message = await bot.send_message(lena.id, "<b>one</b>", parse_mode="HTML")
    same = {"chat_id": lena.id, "message_id": message.message_id, "text": "<b>one</b> ", "parse_mode": "HTML"}
    assert "message is not modified" in await client.refusal("editMessageText", **same)
    await client.result("editMessageText", **{**same, "text": "<i>one</i>"})
    assert lena.last.edited


@pytest.mark.parametrize(
    ("message_id", "why"), [(99_999, "message to edit not found"), (1, "message can't be edited")]
)
async def test_an_edit_of_what_is_not_the_bots(
    client: Client, lena: Person, message_id: int, why: str
) -> None:
    values = {"chat_id": lena.id, "message_id": message_id, "text": "x"}
    assert await client.refusal("editMessageText", **values) == f"Bad Request: {why}"


async def test_an_edit_without_a_message(client: Client, lena: Person) -> None:
    refused = await client.refusal("editMessageText", chat_id=lena.id, text="x")
    assert refused == "Bad Request: message identifier is not specified"
    assert await client.refusal("editMessageText", text="x") == "Bad Request: chat_id is empty"


async def test_a_message_is_deletable_for_48_hours(
    server: TelegramServer, bot: Bot, client: Client, lena: Person
) -> None:
    old = await bot.send_message(lena.id, "old")
    server.clock.advance(timedelta(hours=47))
    young = await bot.send_message(lena.id, "young")
    server.clock.advance(timedelta(hours=2))
    refused = await client.refusal("deleteMessage", chat_id=lena.id, message_id=old.message_id)
    assert refused == "Bad Request: message can't be deleted for everyone"
    assert await bot.delete_message(lena.id, young.message_id)
    refused = await client.refusal("deleteMessage", chat_id=lena.id, message_id=young.message_id)
    assert refused == "Bad Request: message to delete not found"
    assert [message.text for message in lena.chat] == ["/start", "old"]


async def test_a_tap_can_be_answered_twice_but_not_late(
    server: TelegramServer, bot: Bot, client: Client, lena: Person
) -> None:
    late = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    await client.result("sendMessage", chat_id=lena.id, text="x", reply_markup=keyboard(**BUTTON))
    tap = await lena.taps("Go")
    assert await bot.answer_callback_query(tap.query.id, "yes", show_alert=True)
    assert await bot.answer_callback_query(tap.query.id, "again")
    assert (tap.text, tap.alert) == ("yes", True)
    server.clock.advance(timedelta(minutes=5))
    assert await client.refusal("answerCallbackQuery", callback_query_id=tap.query.id) == late
    assert await client.refusal("answerCallbackQuery", callback_query_id="12") == late
    too_long = await client.refusal("answerCallbackQuery", callback_query_id="12", text="x" * 201)
    assert too_long == "Bad Request: MESSAGE_TOO_LONG"


@pytest.mark.parametrize(
    ("commands", "why"),
    [
        ([{"command": "Start", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "x" * 33, "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "start", "description": ""}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": f"c{number}", "description": "x"} for number in range(101)], "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_commands_that_telegram_would_refuse(
    client: Client, commands: list[dict[str, str]], why: str
) -> None:
    assert await client.refusal("setMyCommands", commands=commands) == f"Bad Request: {why}"


async def test_descriptions_have_their_lengths(client: Client) -> None:
    assert "0-512" in await client.refusal("setMyDescription", description="x" * 513)
    assert "0-120" in await client.refusal("setMyShortDescription", short_description="x" * 121)
    assert "Expected `str` matching" in await client.refusal("setMyName", name="x", language_code="eng")


async def test_an_empty_inline_keyboard_is_none(client: Client, lena: Person) -> None:
    await client.result("sendMessage", chat_id=lena.id, text="x", reply_markup={"inline_keyboard": []})
    assert lena.last.keyboard is None
