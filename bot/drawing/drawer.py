"""Pictures drawn in a child process, so that their memory and their time are nobody else's."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE
from typing import TYPE_CHECKING

import msgspec

from bot.drawing.cleaning import cleaned
from bot.drawing.errors import NotDrawn
from bot.drawing.glancing import cleaned_glance
from bot.drawing.worker import LENGTH, Done, Job
from conversations.canvas.document import encode_canvas

if TYPE_CHECKING:
    from asyncio.subprocess import Process

    from bot.drawing.form import Form
    from conversations.canvas.document import Canvas
    from conversations.mentoring.glance import Glance

_KEPT = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "HOME", "TMPDIR", "VIRTUAL_ENV")
"""What the child sees of the environment: nothing that is secret."""

_STARTING = 60.0
_frames = msgspec.msgpack.Decoder(Done)
_encoder = msgspec.msgpack.Encoder()


class Drawer:
    """Draws canvases one after the other, in one child that is kept warm and started anew when it fails.

    A picture may take `seconds`; `waiting` is how many may wait for their turn. The child runs `command`,
    ours unless told otherwise.
    """

    def __init__(self, *, seconds: float = 20, waiting: int = 64, command: tuple[str, ...] = ()) -> None:
        self._seconds = seconds
        self._room = waiting
        self._command = command or (sys.executable, "-m", "bot.drawing.worker")
        self._turn = asyncio.Lock()
        self._child: Process | None = None

    @property
    def child(self) -> int:
        """The child's process id, 0 while there is none."""
        return self._child.pid if self._child is not None else 0

    async def warm(self) -> None:
        """Start the child ahead of the first picture. Raises `NotDrawn` where it can't be started."""
        async with self._turn:
            await self._ready()

    async def draw(self, canvas: Canvas, form: Form, since: Canvas | None = None) -> bytes:
        """Give the picture: PDF where the page is paper, else PNG; compared with an earlier canvas.

        Raises `NotDrawn` where it takes too long, can't be set, or too many wait already.
        """
        return await self._queued(Job(_document(canvas), form, b"" if since is None else _document(since)))

    async def draw_glance(self, glance: Glance, form: Form) -> bytes:
        """Give a cohort at a glance as PNG. Raises `NotDrawn` as `draw` does."""
        return await self._queued(Job(b"", form, glance=cleaned_glance(glance)))

    async def close(self) -> None:
        """End the child."""
        async with self._turn:
            await self._end()

    async def _queued(self, job: Job) -> bytes:
        if self._room <= 0:
            raise NotDrawn("too many pictures wait")
        self._room -= 1
        try:
            async with self._turn:
                return await self._drawn(_encoder.encode(job))
        finally:
            self._room += 1

    async def _drawn(self, job: bytes) -> bytes:
        child = await self._ready()
        done = await self._exchanged(child, job, self._seconds)
        if done.spent:
            await self._end()
        if done.refused:
            raise NotDrawn(done.refused)
        return done.content

    async def _ready(self) -> Process:
        if self._child is not None and self._child.returncode is None:
            return self._child
        await self._end()
        try:
            self._child = await asyncio.create_subprocess_exec(
                *self._command,
                stdin=PIPE,
                stdout=PIPE,
                stderr=DEVNULL,
                env={name: os.environ[name] for name in _KEPT if name in os.environ},
            )
        except OSError:
            raise NotDrawn("the child that draws can't be started") from None
        await self._exchanged(self._child, b"", _STARTING)
        return self._child

    async def _exchanged(self, child: Process, job: bytes, seconds: float) -> Done:
        """Give the child's answer. A child that gave none in time, or whose job was left, is ended."""
        answered = False
        try:
            async with asyncio.timeout(seconds):
                done = await _asked(child, job)
            answered = True
        except TimeoutError:
            raise NotDrawn("the picture took too long") from None
        except (OSError, asyncio.IncompleteReadError, msgspec.MsgspecError):
            raise NotDrawn("the child that draws has ended") from None
        finally:
            if not answered:
                await asyncio.shield(self._end())
        return done

    async def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        with contextlib.suppress(ProcessLookupError):
            child.kill()
        if child.stdin is not None:
            child.stdin.close()
        await child.wait()


def _document(canvas: Canvas) -> bytes:
    """Give a canvas as a document; cleaning is the child's, but for halves of characters."""
    try:
        return encode_canvas(canvas)
    except UnicodeEncodeError:
        return encode_canvas(cleaned(canvas))


async def _asked(child: Process, job: bytes) -> Done:
    if child.stdin is None or child.stdout is None:
        raise NotDrawn("the child that draws has no pipes")
    if job:
        child.stdin.write(len(job).to_bytes(LENGTH, "big") + job)
        await child.stdin.drain()
    length = int.from_bytes(await child.stdout.readexactly(LENGTH), "big")
    return _frames.decode(await child.stdout.readexactly(length))
