import os
import signal

import pytest

from bot.telegram.errors import TelegramRefused
from bot.telegram.run import run_polling
from tests.bot.telegram.conftest import Starter
from tests.telegram_server import TelegramServer, faults


async def test_a_webhook_of_before_is_taken_down_and_its_updates_are_kept(
    server: TelegramServer, starts: Starter
) -> None:
    lena = server.person("Lena")
    server.world.webhook.url = "https://example.org/elsewhere"
    await lena.says("hello")
    await starts.polling()
    await lena.sees("Said: hello")
    assert server.calls.of("deleteWebhook")[0].parameters.get("drop_pending_updates") in (None, False)


async def test_the_kinds_of_updates_are_asked_for_by_name(server: TelegramServer, starts: Starter) -> None:
    await starts.polling()
    asked = server.calls.of("getUpdates")[0].parameters
    assert asked["allowed_updates"] == [
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
        "inline_query",
    ]
    assert asked["timeout"] == 30


@pytest.mark.parametrize(
    "fault",
    [
        faults.server_error(),
        faults.bad_gateway(),
        faults.reset(),
        faults.refusal(409, "Conflict: terminated by other getUpdates request"),
        faults.refusal(400, "Bad Request: whatever"),
        faults.Fault("garbage", 200, '{"ok": true, "result": 5}'),
        faults.Fault("garbage", 200, '{"ok": true, "result": [{"message": 1}, 5]}'),
        faults.Fault("garbage", 200, "<html>"),
    ],
    ids=lambda fault: f"{fault.kind}-{fault.code}",
)
async def test_polling_goes_on_after_any_failure(
    server: TelegramServer, starts: Starter, fault: faults.Fault
) -> None:
    server.faults.arrange(fault, method="getUpdates", times=3)
    await starts.polling()
    lena = server.person("Lena")
    await lena.says("hello")
    await lena.sees("Said: hello")
    assert server.faults.left == 0


async def test_a_flood_of_polls_waits_as_long_as_asked(server: TelegramServer, starts: Starter) -> None:
    server.faults.arrange(faults.flood(1), method="getUpdates")
    await starts.polling()
    lena = server.person("Lena")
    await lena.says("hello")
    await lena.sees("Said: hello")
    first, second = server.calls.of("getUpdates")[:2]
    assert second.at - first.at >= 1


async def test_an_update_of_a_strange_shape_holds_up_nobody(server: TelegramServer, starts: Starter) -> None:
    strange = server.world.updates.add("message", {"text": "no chat"}, 1)
    lena = server.person("Lena")
    await lena.says("hello")
    running = await starts.polling()
    await lena.sees("Said: hello")
    await server.acknowledged(strange)
    assert len(running.store.taken) == 1


async def test_a_token_that_telegram_refuses_stops_the_bot_with_a_clear_error(
    server: TelegramServer, starts: Starter
) -> None:
    server.faults.arrange(faults.refusal(401, "Unauthorized"), method="getMe")
    with pytest.raises(TelegramRefused) as caught:
        await starts.polling()
    assert server.token not in str(caught.value)


async def test_a_token_taken_back_meanwhile_stops_the_bot(server: TelegramServer, starts: Starter) -> None:
    running = await starts.polling()
    server.faults.arrange(faults.refusal(401, "Unauthorized"), method="getUpdates")
    await server.person("Lena").says("hello")
    with pytest.raises(TelegramRefused):
        await running.task


async def test_a_bot_that_starts_before_telegram_answers_waits_for_it(
    server: TelegramServer, starts: Starter
) -> None:
    server.faults.arrange(faults.bad_gateway(), method="getMe", times=3)
    server.faults.arrange(faults.reset(), method="deleteWebhook", times=3)
    await starts.polling()
    lena = server.person("Lena")
    await lena.says("hello")
    await lena.sees("Said: hello")


async def test_a_bot_that_is_stopped_before_telegram_answers_ends(
    server: TelegramServer, starts: Starter
) -> None:
    running = await starts.polling()
    await running.stops()
    server.faults.arrange(faults.bad_gateway(), method="getMe", times=1_000_000)
    parts = running.parts
    await run_polling(parts)
    assert parts.stopping.is_set()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_stops_the_bot_and_what_it_was_saying_is_said(
    server: TelegramServer, starts: Starter, number: signal.Signals
) -> None:
    running = await starts.polling()
    lena = server.person("Lena")
    server.faults.arrange(faults.delay(0.3), method="sendMessage")
    await lena.says("hello")
    await server.calls.until("sendMessage")
    os.kill(os.getpid(), number)
    await running.task
    assert running.store.undelivered == []
    assert [mark.failed for mark in running.store.marks] == [""]


async def test_a_tap_is_acknowledged_and_answered_at_the_same_time(
    server: TelegramServer, starts: Starter
) -> None:
    await starts.polling()
    lena = server.person("Lena")
    await lena.starts()
    await lena.sees("/start")
    server.latency = 0.2
    await lena.taps("More")
    await lena.sees("what else?")
    answer, edit = server.calls.of("answerCallbackQuery")[0], server.calls.of("editMessageText")[0]
    assert abs(edit.at - answer.at) < 0.2
