"""Founders who answer as fast as they are asked, from /start to the whole canvas, over and over."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any, Protocol

from benchmarks.interviews import PROMPT, Answers, asked_line, means

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.telegram import Keyboard

PATIENCE = 20.0
"""Seconds after which somebody who sees nothing is counted as lost."""
SUMMARY = "o:coach:"
"""What a button below the whole canvas begins with: some come to it a word earlier than their transcript."""
OTHERWISE = "/skip"
"""What is said to a question that no answer is known for."""


@dataclass(slots=True)
class Founder:
    """One person in one interview. `acted` is when their last update was handed to the bot, 0 while idle."""

    chat: int
    answers: Answers
    given: dict[str, int] = field(default_factory=dict)
    actions: int = 0
    acted: float = 0.0
    keyboard: Keyboard | None = None
    message: int = 0
    line: str = ""


@dataclass(slots=True)
class Seen:
    """What was measured: latencies of turns in seconds, interviews that came to their end."""

    latencies: list[float] = field(default_factory=list)
    finished: int = 0
    improvised: int = 0
    lost: int = 0


class Way(Protocol):
    """How founders reach the bot. `delay` is how long anything takes one way, in seconds."""

    delay: float

    def next_message(self) -> int:
        """Give an unused message id."""
        ...

    def update(self, what: dict[str, Any]) -> None:
        """Bring the bot an update."""
        ...


class Crowd:
    """So many founders at once. In a closed loop (`eager`) each acts as soon as they see a question.

    Otherwise `act_one` lets somebody act who is not waiting for an answer. `noticed` hears of each message,
    to whichever chat.
    """

    telegram: Way
    """Where they write; set before they begin."""

    def __init__(self, interviews: Sequence[Answers], size: int, *, eager: bool, first_chat: int) -> None:
        self.seen = Seen()
        self._interviews = interviews
        self._eager = eager
        self._chats = count(first_chat)
        self._founders: dict[int, Founder] = {}
        self._idle: list[Founder] = []
        self._stopped = False
        self._size = size
        self.noticed: Callable[[int], None] = lambda _chat: None

    def begin(self) -> None:
        """Let everybody say /start, or be ready to."""
        for _ in range(self._size):
            self._newcomer()

    def stop(self) -> None:
        """Let nobody act any more."""
        self._stopped = True

    def act_one(self) -> bool:
        """Let one person act who is idle; False where nobody is."""
        if not self._idle:
            return False
        self._act(self._idle.pop(0))
        return True

    def waiting(self) -> int:
        """Give how many wait for an answer."""
        return sum(bool(founder.acted) for founder in self._founders.values())

    def give_up_on(self) -> None:
        """Replace those who have waited for longer than anybody does."""
        long_ago = time.perf_counter() - PATIENCE
        for founder in [f for f in self._founders.values() if f.acted and f.acted < long_ago]:
            self.seen.lost += 1
            self._leaves(founder)

    def saw(self, chat: int, message: int, text: str, keyboard: Keyboard) -> None:
        """Take note of what the bot shows to somebody."""
        self.noticed(chat)
        founder = self._founders.get(chat)
        if founder is None:
            return
        asks = any(b.callback_data.startswith(PROMPT) for row in keyboard.inline_keyboard for b in row)
        summed_up = any(b.callback_data.startswith(SUMMARY) for row in keyboard.inline_keyboard for b in row)
        at_end = not asks and (summed_up or founder.actions >= founder.answers.actions)
        if not (asks or at_end):
            return
        if founder.acted:
            self.seen.latencies.append(time.perf_counter() - founder.acted - self.telegram.delay)
            founder.acted = 0.0
        if at_end:
            self.seen.finished += 1
            self._leaves(founder)
            return
        founder.keyboard, founder.message, founder.line = keyboard, message, asked_line(text)
        self._ready(founder)

    def _newcomer(self) -> None:
        chat = next(self._chats)
        founder = Founder(chat, self._interviews[chat % len(self._interviews)])
        self._founders[chat] = founder
        self._ready(founder)

    def _leaves(self, founder: Founder) -> None:
        del self._founders[founder.chat]
        self._newcomer()

    def _ready(self, founder: Founder) -> None:
        if self._stopped:
            return
        if self._eager:
            self._act(founder)
        elif founder not in self._idle:
            self._idle.append(founder)

    def _act(self, founder: Founder) -> None:
        founder.acted = time.perf_counter() + self.telegram.delay
        founder.actions += 1
        self.telegram.update(self._next(founder))

    def _next(self, founder: Founder) -> dict[str, object]:
        if founder.keyboard is None:
            return self._says(founder, "/start")
        place = founder.given.get(founder.line, 0)
        answers = founder.answers.by_question.get(founder.line, ())
        founder.given[founder.line] = place + 1
        if place >= len(answers):
            self.seen.improvised += 1
            return self._says(founder, OTHERWISE)
        answer = answers[place]
        if not answer.startswith("["):
            return self._says(founder, answer)
        for row in founder.keyboard.inline_keyboard:
            for button in row:
                if means(button.text, answer[1:-1]):
                    return self._taps(founder, button.callback_data)
        self.seen.improvised += 1
        return self._says(founder, OTHERWISE)

    def _says(self, founder: Founder, text: str) -> dict[str, object]:
        entities = {"entities": [{"type": "bot_command", "offset": 0, "length": len(text)}]}
        return {
            "message": {
                "message_id": self.telegram.next_message(),
                "date": int(time.time()),
                "text": text,
                **(entities if text.startswith("/") else {}),
                **_whose(founder),
            }
        }

    def _taps(self, founder: Founder, data: str) -> dict[str, object]:
        whose = _whose(founder)
        return {
            "callback_query": {
                "id": str(founder.chat * 1000 + founder.actions),
                "from": whose["from"],
                "chat_instance": str(founder.chat),
                "data": data,
                "message": {
                    "message_id": founder.message,
                    "date": int(time.time()),
                    "chat": whose["chat"],
                    "text": founder.line,
                },
            }
        }


def _whose(founder: Founder) -> dict[str, object]:
    name = {"id": founder.chat, "first_name": founder.answers.name}
    return {"from": {**name, "is_bot": False, "language_code": "en"}, "chat": {**name, "type": "private"}}
