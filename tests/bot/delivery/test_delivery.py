"""A chat's messages in order, each tried until it is sent, refused or given up."""

import asyncio

import pytest

from bot.delivery import AskedToWait, NotSent, OutcomeUnknown, Refused, SendError, Unreachable
from bot.turns import AnswerTap, EditText, Outgoing, SendText, TakeButtons, Unsend
from conversations.interview.replies import About
from tests.bot.delivery.phone import until
from tests.bot.delivery.scene import LENA, OMAR, Scene, text


async def test_messages_arrive_in_order_each_marked_before_the_next(scene: Scene) -> None:
    scene.carries(LENA, text("one"), text("two"), text("three"))
    await scene.is_quiet()
    assert scene.phone.texts(LENA) == ["one", "two", "three"]
    assert [(mark.seq, mark.message, mark.failed) for mark in scene.store.marks] == [
        (0, 501, ""),
        (1, 502, ""),
        (2, 503, ""),
    ]
    assert scene.points == ["delivery: before send", "delivery: sent", "delivery: marked"] * 3
    assert not scene.store.chat(LENA).held


async def test_a_lane_that_another_process_took_over_is_left_to_it(scene: Scene) -> None:
    lane = scene.store.hands_out(LENA, text("one"), text("two"))
    scene.store.taken_over.add(lane.conversation)
    scene.delivery.carry(lane)
    scene.carries(OMAR, text("hello"))
    await scene.is_quiet()
    assert scene.phone.texts(LENA) == ["one"]
    assert scene.phone.texts(OMAR) == ["hello"]


async def test_what_comes_meanwhile_follows_in_the_same_lane(scene: Scene) -> None:
    gate = scene.phone.gates[LENA] = asyncio.Event()
    scene.carries(LENA, text("one"))
    await asyncio.sleep(0)
    scene.store.waits(LENA, text("two"))
    gate.set()
    await scene.is_quiet()
    assert scene.phone.texts(LENA) == ["one", "two"]


async def test_a_lane_handed_over_twice_is_sent_once(scene: Scene) -> None:
    lane = scene.store.hands_out(LENA, text("one"), text("two"))
    scene.delivery.carry(lane)
    scene.delivery.carry(lane)
    scene.delivery.carry(scene.store.hands_out(LENA, text("three")))
    await scene.is_quiet()
    assert scene.phone.texts(LENA) == ["one", "two", "three"]


async def test_a_chat_that_waits_holds_up_nobody_else(scene: Scene) -> None:
    scene.phone.gates[LENA] = asyncio.Event()
    scene.carries(LENA, text("for Lena"))
    scene.carries(OMAR, text("for Omar"))
    await until(lambda: bool(scene.phone.texts(OMAR)))
    assert not scene.phone.texts(LENA)
    scene.phone.gates[LENA].set()
    await scene.is_quiet()
    assert scene.phone.texts(LENA) == ["for Lena"]


async def test_a_tap_is_acknowledged_at_the_same_time_as_the_next_message(scene: Scene) -> None:
    gate = scene.phone.gates[LENA] = asyncio.Event()
    scene.carries(LENA, AnswerTap(tap="t"), TakeButtons(message=7), text("one"), text("two"))
    await until(lambda: scene.phone.in_flight == 3)
    gate.set()
    await scene.is_quiet()
    assert scene.phone.most_in_flight == 3
    assert scene.phone.texts(LENA) == ["one", "two"]


async def test_retry_after_pauses_that_chat_for_as_long_as_asked(scene: Scene) -> None:
    scene.phone.fails(lambda to, _: to == LENA, AskedToWait(7))
    scene.carries(LENA, text("one"), text("two"))
    scene.carries(OMAR, text("for Omar"))
    await scene.is_quiet()
    assert scene.time.slept == [7]
    assert scene.phone.got[0][0] == OMAR
    assert scene.phone.texts(LENA) == ["one", "two"]


async def test_failures_are_retried_at_the_head_of_the_lane_with_growing_waits(scene: Scene) -> None:
    scene.phone.fails_text(*(NotSent("ServerFailed") for _ in range(10)))
    scene.carries(LENA, text("one"), text("two"))
    await scene.is_quiet()
    assert scene.time.slept == [0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert scene.phone.texts(LENA) == ["one", "two"]


async def test_a_refused_message_is_marked_as_failed_and_the_lane_goes_on(scene: Scene) -> None:
    scene.phone.fails_text(Refused("too_long"))
    scene.carries(LENA, text("one"), text("two"))
    await scene.is_quiet()
    assert scene.phone.texts(LENA) == ["two"]
    assert [mark.failed for mark in scene.store.marks] == ["too_long", ""]


async def test_a_mistake_of_ours_costs_one_message_and_not_the_chat(scene: Scene) -> None:
    scene.phone.fails_text(TypeError("what somebody typed"))
    scene.carries(LENA, text("one"), text("two"))
    await scene.is_quiet()
    assert scene.phone.texts(LENA) == ["two"]
    assert scene.store.failures == ["broken"]


async def test_who_blocked_the_bot_is_sent_nothing_more(scene: Scene) -> None:
    scene.phone.fails(lambda to, _: to == LENA, Unreachable("Forbidden"))
    scene.carries(LENA, text("one"), text("two"), text("three"))
    scene.carries(OMAR, text("for Omar"))
    await scene.is_quiet()
    assert scene.store.cut_off == [scene.store.chat(LENA).conversation]
    assert scene.phone.texts(LENA) == []
    assert scene.phone.texts(OMAR) == ["for Omar"]
    assert scene.phone.tries == 2
    assert scene.store.undelivered == []


async def test_a_send_of_unknown_outcome_is_repeated(scene: Scene) -> None:
    scene.phone.fails_text(OutcomeUnknown("time-out"))
    scene.carries(LENA, text("one"), text("two"))
    await scene.is_quiet()
    assert scene.phone.texts(LENA) == ["one", "two"]
    assert scene.phone.tries == 3


async def test_a_send_of_unknown_outcome_is_not_repeated_for_ever(scene: Scene) -> None:
    scene.phone.fails_text(*(OutcomeUnknown("time-out") for _ in range(4)))
    scene.carries(LENA, text("one"), text("two"))
    await scene.is_quiet()
    assert scene.phone.texts(LENA) == ["two"]
    assert scene.store.failures == ["unknown"]


async def test_nothing_that_may_have_arrived_is_repeated_while_telegram_answers_nobody(scene: Scene) -> None:
    scene.silences = 5
    scene.phone.fails_text(OutcomeUnknown("time-out"))
    scene.carries(LENA, text("one"))
    await scene.is_quiet()
    assert scene.phone.tries == 2
    assert scene.time.slept == [0.5, 1, 2, 4, 8, 16]
    assert scene.phone.texts(LENA) == ["one"]


@pytest.mark.parametrize("cosmetic", [AnswerTap(tap="t"), TakeButtons(message=7)])
async def test_what_nobody_misses_is_given_up_soon(scene: Scene, cosmetic: Outgoing) -> None:
    scene.phone.fails(lambda _, it: it == cosmetic, *(NotSent("ServerFailed") for _ in range(9)))
    scene.carries(LENA, cosmetic, text("one"))
    await scene.is_quiet()
    assert scene.phone.texts(LENA) == ["one"]
    assert scene.store.failures == ["gave_up"]


async def test_an_edit_goes_to_the_message_that_shows_the_prompt(scene: Scene) -> None:
    scene.carries(LENA, text("a question", prompt="p1"))
    await scene.is_quiet()
    scene.carries(
        LENA, TakeButtons(prompt="p1"), EditText(html="changed", prompt="p1"), EditText(html="x", message=9)
    )
    await scene.is_quiet()
    assert [target for _, _, target in scene.phone.got] == [0, 501, 501, 9]


async def test_buttons_come_off_the_older_message_where_the_new_one_shows_the_same_prompt(
    scene: Scene,
) -> None:
    scene.carries(LENA, text("a question", prompt="p1"))
    await scene.is_quiet()
    scene.carries(LENA, TakeButtons(prompt="p1"), text("the question again", prompt="p1"))
    await scene.is_quiet()
    targets = {target for _, each, target in scene.phone.got if isinstance(each, TakeButtons)}
    assert targets == {501}


async def test_a_store_that_fails_is_asked_again_and_nothing_is_sent_twice(scene: Scene) -> None:
    scene.phone.fails_text(NotSent("late"))
    scene.carries(LENA, text("one"), text("two"))
    scene.store.down = 3
    await scene.is_quiet()
    assert scene.phone.texts(LENA) == ["one", "two"]
    assert len(scene.store.marks) == 2


async def test_deleting_messages_goes_through_the_lane_like_anything(scene: Scene) -> None:
    scene.carries(LENA, Unsend(messages=(1, 2)), text("gone"))
    await scene.is_quiet()
    assert [type(each) for _, each, _ in scene.phone.got] == [Unsend, SendText]


@pytest.mark.parametrize("error", [Refused("x"), Unreachable("x"), NotSent("x"), AskedToWait(3)])
async def test_a_tap_answered_aside_may_fail_without_a_trace(scene: Scene, error: SendError) -> None:
    scene.phone.fails(lambda *_: True, error)
    scene.delivery.send_aside(LENA, AnswerTap(tap="t"))
    await scene.delivery.drain()
    assert scene.phone.got == []
    assert scene.store.marks == []


async def test_of_redraws_that_wait_only_the_newest_is_shown() -> None:
    scene = Scene()

    scene.carries(
        LENA,
        AnswerTap(tap="1"),
        EditText(html="one tapped", message=7),
        AnswerTap(tap="2"),
        EditText(html="two tapped", message=7),
        AnswerTap(tap="3"),
        EditText(html="three tapped", message=7),
        EditText(html="another message", message=8),
    )
    await scene.is_quiet()

    arrived = [outgoing for _, outgoing, _ in scene.phone.got]
    edited = [each.html for each in arrived if isinstance(each, EditText)]
    assert edited == ["three tapped", "another message"]
    assert {each.tap for each in arrived if isinstance(each, AnswerTap)} == {"1", "2", "3"}
    assert not scene.store.undelivered


async def test_what_is_taken_back_while_it_waits_is_not_sent_and_the_rest_is(scene: Scene) -> None:
    shown = SendText(html="Bean Wheels is stuck", about=About(cohort="harbour", ventures=("bean-wheels",)))
    lane = scene.store.hands_out(LENA, text("one"), shown, shown, text("two"))
    del scene.store.chat(LENA).waiting[2]
    scene.delivery.carry(lane)
    await scene.is_quiet()
    assert scene.phone.texts(LENA) == ["one", "Bean Wheels is stuck", "two"]
    assert scene.store.failures == ["taken_back"]
