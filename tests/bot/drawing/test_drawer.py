"""The child that draws: kept, ended when it is too slow, started anew, and nobody waits for it."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import msgspec
import pytest

from bot.drawing.drawer import Drawer
from bot.drawing.errors import NotDrawn
from bot.drawing.form import Form, Page
from bot.drawing.worker import LENGTH, Done
from conversations.canvas.document import Canvas
from tests.bot.drawing.showcases import full, one_entry, overfull
from tests.conversations.canvases import canvas_of, to_do


def child(then: str, *, ready: bool = True) -> tuple[str, ...]:
    """Give the command of a child that says it is ready, at once or when `then` does, but draws nothing."""
    done = msgspec.msgpack.encode(Done())
    frame = len(done).to_bytes(LENGTH, "big") + done
    said = f"import sys\nw = sys.stdout.buffer\ndef say_ready(): w.write({frame!r}); w.flush()\n"
    return (sys.executable, "-c", f"{said}{'say_ready()' if ready else ''}\n{then}")


async def test_pictures_come_from_one_child_that_is_kept() -> None:
    drawer = Drawer()
    try:
        png = await drawer.draw(one_entry(), Form())
        first = drawer.child
        pdf = await drawer.draw(full(), Form(page=Page.A4))
        assert png.startswith(b"\x89PNG")
        assert pdf.startswith(b"%PDF")
        assert drawer.child == first != os.getpid()
    finally:
        await drawer.close()


async def test_the_worksheet_needs_no_canvas() -> None:
    drawer = Drawer()
    try:
        assert (await drawer.draw(Canvas(), Form(page=Page.LETTER, blank=True))).startswith(b"%PDF")
    finally:
        await drawer.close()


async def test_words_that_cannot_be_stored_are_drawn() -> None:
    drawer = Drawer()
    try:
        assert await drawer.draw(canvas_of(to_do("half \ud83d a cup")), Form())
    finally:
        await drawer.close()


async def test_a_slow_picture_is_given_up_and_the_next_one_is_drawn(tmp_path: Path) -> None:
    once = tmp_path / "once"
    slow_once = (
        "import os\n"
        f"if os.path.exists({str(once)!r}):\n"
        "    os.execv(sys.executable, [sys.executable, '-m', 'bot.drawing.worker'])\n"
        f"open({str(once)!r}, 'w').close()\n"
        "say_ready()\n"
        "sys.stdin.buffer.read()"
    )
    drawer = Drawer(seconds=5, command=child(slow_once, ready=False))
    try:
        with pytest.raises(NotDrawn, match="too long"):
            await drawer.draw(one_entry(), Form())
        assert drawer.child == 0
        assert (await drawer.draw(one_entry(), Form())).startswith(b"\x89PNG")
    finally:
        await drawer.close()


async def test_a_child_that_dies_is_started_anew() -> None:
    drawer = Drawer()
    try:
        await drawer.draw(one_entry(), Form())
        before = drawer.child
        assert before
        os.kill(before, 9)
        results = [await _tried(drawer) for _ in range(2)]
        assert results[-1].startswith(b"\x89PNG")
        assert drawer.child not in (0, before)
    finally:
        await drawer.close()


async def test_a_child_that_has_grown_gives_its_picture_and_another_takes_over() -> None:
    done = msgspec.msgpack.encode(Done(b"a picture", spent=True))
    frame = len(done).to_bytes(LENGTH, "big") + done
    grown = f"sys.stdin.buffer.read(4)\nw.write({frame!r}); w.flush()\nsys.stdin.buffer.read()"
    drawer = Drawer(command=child(grown))
    try:
        assert await drawer.draw(one_entry(), Form()) == b"a picture"
        assert drawer.child == 0
        assert await drawer.draw(one_entry(), Form()) == b"a picture"
    finally:
        await drawer.close()


async def test_a_picture_that_is_no_longer_wanted_does_not_mix_up_the_next() -> None:
    drawer = Drawer()
    try:
        await drawer.warm()
        unwanted = asyncio.create_task(drawer.draw(overfull(), Form(page=Page.A4)))
        await asyncio.sleep(0)
        unwanted.cancel()
        with pytest.raises(asyncio.CancelledError):
            await unwanted
        assert (await drawer.draw(one_entry(), Form())).startswith(b"\x89PNG")
    finally:
        await drawer.close()


async def test_a_child_that_answers_nonsense_is_not_believed() -> None:
    drawer = Drawer(command=child("sys.stdin.buffer.read(4); w.write(b'\\0\\0\\0\\1\\xc1'); w.flush()"))
    with pytest.raises(NotDrawn, match="ended"):
        await drawer.draw(one_entry(), Form())
    await drawer.close()


async def test_a_child_that_cannot_be_started_is_told() -> None:
    drawer = Drawer(command=("/nowhere/python",))
    with pytest.raises(NotDrawn, match="started"):
        await drawer.draw(one_entry(), Form())
    await drawer.close()


async def test_no_more_wait_than_there_is_room_for() -> None:
    drawer = Drawer(waiting=1, seconds=0.3, command=child("sys.stdin.buffer.read()"))
    results = await asyncio.gather(
        *(drawer.draw(one_entry(), Form()) for _ in range(3)), return_exceptions=True
    )
    assert sorted(str(result) for result in results) == [
        "the picture took too long",
        "too many pictures wait",
        "too many pictures wait",
    ]
    await drawer.close()


async def test_the_loop_is_free_while_a_picture_is_drawn() -> None:
    drawer = Drawer()
    try:
        await drawer.warm()
        drawing = asyncio.create_task(drawer.draw(overfull(), Form(page=Page.A4)))
        turns = 0
        while not drawing.done():
            await asyncio.sleep(0)
            turns += 1
        assert await drawing
        assert turns > 10
    finally:
        await drawer.close()


async def test_the_child_sees_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKSTAGE_BOT_TOKEN", "123:invented")
    drawer = Drawer()
    try:
        await drawer.warm()
        seen = await asyncio.to_thread(Path(f"/proc/{drawer.child}/environ").read_bytes)
        assert b"invented" not in seen
    finally:
        await drawer.close()


async def _tried(drawer: Drawer) -> bytes:
    try:
        return await drawer.draw(one_entry(), Form())
    except NotDrawn:
        return b""
