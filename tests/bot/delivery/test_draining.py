"""What a start takes up of what a crash left, and what an end still sends."""

import asyncio

from bot.delivery import NotSent
from bot.delivery.pace import Pace
from tests.bot.delivery.phone import until
from tests.bot.delivery.scene import LENA, OMAR, Scene, text


async def test_the_sweep_takes_up_what_a_crash_left(scene: Scene) -> None:
    scene.store.waits(LENA, text("left behind"))
    scene.store.waits(OMAR, text("left as well"))
    await scene.delivery.sweep()
    await scene.is_quiet()
    assert scene.phone.texts(LENA) == ["left behind"]
    assert scene.phone.texts(OMAR) == ["left as well"]


async def test_the_sweep_comes_again_and_survives_a_failing_store(scene: Scene) -> None:
    scene.store.down = 1
    sweeping = asyncio.create_task(scene.delivery.sweep_for_ever())
    scene.store.waits(LENA, text("left behind"))
    await until(lambda: bool(scene.phone.texts(LENA)))
    await scene.delivery.drain()
    await sweeping
    assert scene.time.slept[0] == Pace().sweep_every


async def test_draining_sends_what_can_be_sent_and_leaves_what_waits(scene: Scene) -> None:
    scene.phone.fails(lambda to, _: to == LENA, *(NotSent("down") for _ in range(99)))
    scene.carries(LENA, text("one"))
    scene.carries(OMAR, text("one"), text("two"))
    await asyncio.sleep(0)
    await scene.delivery.drain()
    assert scene.phone.texts(OMAR) == ["one", "two"]
    assert scene.store.undelivered == [text("one")]


async def test_draining_breaks_off_a_send_that_never_ends(scene: Scene) -> None:
    scene.phone.gates[LENA] = asyncio.Event()
    scene.carries(LENA, text("one"))
    await asyncio.sleep(0)
    await scene.delivery.drain(0.7)
    assert scene.delivery.lanes == 0
    assert scene.store.undelivered == [text("one")]
