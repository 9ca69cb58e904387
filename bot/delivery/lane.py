"""One chat's lane: its messages in order, each tried until it is sent, refused or given up."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, TypeVar

import structlog

from bot.delivery.errors import AskedToWait, NotSent, OutcomeUnknown, Refused, Unreachable
from bot.delivery.means import Left
from bot.delivery.pseudonym import pseudonym
from bot.turns import (
    AnswerTap,
    Delivered,
    EditText,
    Pinning,
    RefreshText,
    SendFile,
    SendPicture,
    SendText,
    TakeButtons,
    Upload,
)
from conversations.intents import Urgency

if TYPE_CHECKING:
    from bot.delivery.means import Means
    from bot.turns import Lane, Outgoing, Queued, Sent

Answer = TypeVar("Answer")

POINTS = ("delivery: before send", "delivery: sent", "delivery: marked")
"""The steps of a delivery, as `reached` is told of them."""

COSMETIC = (AnswerTap, TakeButtons)
"""Nobody misses these for long: they go along with the next message, and are given up soon."""
COSMETIC_TRIES = 3
TAKEN_BACK = "taken_back"
"""What a message isn't sent for that shows a venture whose founder shares less of it meanwhile."""

LATE = 0.25
"""Seconds after which what has arrived of a group is noted without waiting for the rest."""

MISTAKES = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What a mistake in a messenger raises: it may cost a message, but not the chat all that follows."""

log = structlog.get_logger(__name__)


def _shows_others(outgoing: Outgoing) -> bool:
    """Whether a message shows mentors ventures that aren't theirs."""
    if not isinstance(outgoing, SendText | SendPicture | SendFile):
        return False
    return bool(outgoing.about.ventures or outgoing.about.shows)


class LaneRun:
    """Sends a chat's lane until the store has nothing more for it."""

    def __init__(self, lane: Lane, means: Means) -> None:
        self._conversation = lane.conversation
        self._address = lane.address
        self._means = means
        self._queue: deque[Queued] = deque()
        self._through = -1
        self._hurried = asyncio.Event()
        self._marks: list[Delivered] = []
        self._struggling = False
        self._silent_until = means.pace.now()

    def add(self, lane: Lane) -> bool:
        """Queue what is new in a lane and tell whether anything was."""
        new = [queued for queued in lane.queued if queued.seq > self._through]
        if new:
            self._queue.extend(new)
            self._through = new[-1].seq
            if any(queued.urgency is Urgency.REPLY for queued in new):
                self._hurried.set()
        return bool(new)

    @property
    def _log(self) -> structlog.stdlib.BoundLogger:
        # Bound when there is something to say: usually there isn't.
        bound: structlog.stdlib.BoundLogger = log.bind(chat=pseudonym(self._address))
        return bound

    @property
    def broadcasts(self) -> bool:
        """Whether all that is being sent goes to many."""
        return not self._hurried.is_set()

    async def run(self) -> None:
        """Send all there is, and what comes meanwhile."""
        try:
            await self._send_queued()
            while await self._more_came():
                await self._send_queued()
        except Left:
            self._log.info("lane left for the next start", queued=len(self._queue))

    async def _send_queued(self) -> None:
        while self._queue:
            await self._send_group(self._next_group())
            if self._queue:
                await self._mark()

    def _next_group(self) -> list[Queued]:
        """Give the next message with the cosmetic calls around it: they go out at the same time."""
        group = []
        while self._queue:
            group.append(self._queue.popleft())
            if not isinstance(group[-1].outgoing, COSMETIC):
                break
        while self._queue and isinstance(self._queue[0].outgoing, AnswerTap):
            group.append(self._queue.popleft())
        return group

    async def _send_group(self, group: list[Queued]) -> None:
        self._struggling = False
        # All targets first: a message of this group may show the prompt whose older message is meant.
        targets = [await self._target(queued.outgoing) for queued in group]
        sends = [self._deliver(queued, target) for queued, target in zip(group, targets, strict=True)]
        if len(sends) == 1:
            await sends[0]
            return
        tasks = [asyncio.create_task(send) for send in sends]
        try:
            if (await asyncio.wait(tasks, timeout=LATE))[1]:
                self._struggling = True
                await self._mark()
                await asyncio.wait(tasks)
        finally:
            for task in tasks:
                task.cancel()
        errors = [error for task in tasks if (error := task.exception()) is not None]
        if errors:
            await self._mark()
            raise errors[0]

    async def _mark(self) -> None:
        """Have noted what was delivered: before the next send, or while something takes longer."""
        marks, self._marks = self._marks, []
        if marks:
            lost = await self._means.insist(lambda: self._means.store.delivered(marks))
            self._means.reached(POINTS[2])
            if self._conversation in lost:
                raise Left

    async def _more_came(self) -> bool:
        """Have noted what was delivered, and tell whether more came meanwhile: into the store, or here."""
        marks, self._marks = self._marks, []
        lane = await self._means.insist(lambda: self._means.store.more(self._conversation, marks))
        if marks:
            self._means.reached(POINTS[2])
        if lane is not None:
            self.add(lane)
        return bool(self._queue)

    async def _target(self, outgoing: Outgoing) -> int:
        if not isinstance(outgoing, EditText | TakeButtons | Pinning):
            return 0
        if isinstance(outgoing, EditText | TakeButtons) and (outgoing.message or not outgoing.prompt):
            return outgoing.message
        prompt = outgoing.prompt
        return await self._means.insist(lambda: self._means.store.prompt_message(self._conversation, prompt))

    async def _deliver(self, queued: Queued, target: int) -> None:
        nothing_there = isinstance(queued.outgoing, Pinning) and not target
        if nothing_there or self._superseded(queued):
            mark = Delivered(conversation=self._conversation, seq=queued.seq)
        else:
            try:
                mark = await self._send(queued, target)
            except Unreachable:
                self._queue.clear()
                self._log.info("chat unreachable")
                await self._means.insist(lambda: self._means.store.unreachable(self._conversation))
                return
        self._marks.append(mark)
        if self._struggling:
            await self._mark()

    def _superseded(self, queued: Queued) -> bool:
        """Whether the message is drawn anew further down: of fast taps, only the newest state is shown."""
        edit = queued.outgoing
        if isinstance(edit, RefreshText):
            return any(
                isinstance(later.outgoing, RefreshText) and later.outgoing.prompt == edit.prompt
                for later in self._queue
            )
        return isinstance(edit, EditText) and any(
            isinstance(later.outgoing, EditText)
            and (later.outgoing.message, later.outgoing.prompt) == (edit.message, edit.prompt)
            for later in self._queue
        )

    async def _send(self, queued: Queued, target: int) -> Delivered:
        """Try until it is settled, and give the mark for it. Raises `Unreachable`, `Left`."""
        failures, unknown = 0, 0
        cosmetic = isinstance(queued.outgoing, COSMETIC)
        while True:
            try:
                sent = await self._try(queued, target)
            except AskedToWait as error:
                self._silent_until = self._means.pace.now() + error.seconds
                if self._means.floods.told(self._conversation):
                    await self._means.bucket.hold_off(error.seconds)
                failures += 1
                self._log.info("asked to wait", seconds=error.seconds)
            except NotSent as error:
                failures += 1
                self._log.info("not sent", why=str(error), failures=failures)
            except OutcomeUnknown as error:
                failures += 1
                unknown += 1
                self._log.info("outcome unknown", why=str(error), failures=failures)
                if unknown > self._means.pace.repeats:
                    return self._failed(queued, "unknown")
            except Refused as error:
                return self._failed(queued, error.reason)
            else:
                return self._done(queued, sent)
            if cosmetic and failures >= COSMETIC_TRIES:
                return self._failed(queued, "gave_up")
            await self._wait_after(failures, unknown=unknown > 0)

    async def _try(self, queued: Queued, target: int) -> Sent:
        means, outgoing = self._means, queued.outgoing
        silence = self._silent_until - means.pace.now()
        while silence > 0:
            await means.pause(silence)
            silence = self._silent_until - means.pace.now()
        if not isinstance(outgoing, AnswerTap):
            await (means.bucket.take_broadcast(self._hurried) if self.broadcasts else means.bucket.take())
        if _shows_others(outgoing) and not await self._stands(queued.seq):
            raise Refused(TAKEN_BACK)
        async with means.slots:
            if means.halted:
                raise Left
            means.reached(POINTS[0])
            try:
                sent = await means.messenger.send(self._address, outgoing, target)
            except MISTAKES as error:
                self._log.error("messenger broken", exc_info=error)
                raise Refused("broken") from None
            means.reached(POINTS[1])
            if not isinstance(outgoing, AnswerTap):  # taps have a limit of their own
                means.floods.went()
            return sent

    async def _stands(self, seq: int) -> bool:
        return await self._means.insist(lambda: self._means.store.stands(self._conversation, seq))

    async def _wait_after(self, failures: int, *, unknown: bool) -> None:
        """Wait before the next try: as long as was asked for, or longer from failure to failure.

        A message that may have arrived isn't repeated into a silence: only once the messenger answers.
        """
        means = self._means
        self._struggling = True
        await self._mark()
        if self._silent_until <= means.pace.now():
            await means.pause(means.pace.wait_after(failures))
        while unknown and not await means.answers():
            failures += 1
            await means.pause(means.pace.wait_after(failures))

    def _done(self, queued: Queued, sent: Sent) -> Delivered:
        upload = None
        if sent.file and isinstance(queued.outgoing, SendPicture | SendFile) and queued.outgoing.edition:
            upload = Upload(self._address.bot, queued.outgoing.edition, sent.file)
        return Delivered(conversation=self._conversation, seq=queued.seq, message=sent.message, upload=upload)

    def _failed(self, queued: Queued, reason: str) -> Delivered:
        self._log.warning("not delivered", seq=queued.seq, what=type(queued.outgoing).__name__, why=reason)
        return Delivered(conversation=self._conversation, seq=queued.seq, failed=reason)
