"""A Telegram that answers at once, or after a delay: enough of the Bot API for well-formed calls.

It checks nothing; the tests' server does. What it has to be is fast.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections import deque
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

import msgspec

from benchmarks.http import Caller, Poster

if TYPE_CHECKING:
    from collections.abc import Callable

BOT = 4242
TOKEN = f"{BOT}:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQrr"
BATCH = 100
CONNECTIONS = 100
"""Updates that a webhook is posted at a time, as bots ask for."""
AGAIN = 0.05
"""Seconds until an update that was not taken is posted again."""
_CHAT = re.compile(rb'name="chat_id"\r\n(?:[^\r\n]+\r\n)*\r\n(-?\d+)')
_encode = msgspec.json.Encoder().encode


class Button(msgspec.Struct, frozen=True):
    """A button as bots send it."""

    text: str
    callback_data: str = ""


class Keyboard(msgspec.Struct, frozen=True):
    """Buttons below a message."""

    inline_keyboard: tuple[tuple[Button, ...], ...] = ()


class Call(msgspec.Struct, frozen=True):
    """What is read of a call's parameters."""

    chat_id: int | str = 0
    message_id: int | str = 0
    text: str = ""
    reply_markup: Keyboard | str = ""
    offset: int | str = 0
    timeout: int | str = 0
    url: str = ""
    secret_token: str = ""
    method: str = ""


_read_call = msgspec.json.Decoder(Call, strict=False).decode
_read_keyboard = msgspec.json.Decoder(Keyboard).decode
ME = {"id": BOT, "is_bot": True, "first_name": "Backstage", "username": "backstage_bot"}
ANSWERS: dict[str, Any] = {
    "getMe": ME,
    "getMyCommands": [],
    "getMyDescription": {"description": ""},
    "getMyShortDescription": {"short_description": ""},
    "getWebhookInfo": {"url": "", "has_custom_certificate": False, "pending_update_count": 0},
}
SHOWN = frozenset({"sendMessage", "editMessageText", "sendPhoto", "sendDocument"})
NEW = frozenset({"sendMessage", "sendPhoto", "sendDocument"})


class Telegram:
    """A Bot API server on loopback. `seen` is told of each message that a person sees, new or rewritten.

    `delay` is how long anything takes one way, in seconds. `ready` is set once the bot can be written to.
    """

    def __init__(self, seen: Callable[[int, int, str, Keyboard], None]) -> None:
        self._seen = seen
        self.delay = 0.0
        self.ready = asyncio.Event()
        self.calls = 0
        self.refused = 0
        self._loop = asyncio.get_running_loop()
        self._server: asyncio.Server | None = None
        self._port = 0
        self._updates: deque[tuple[int, bytes]] = deque()
        self._number = 0
        self._message = 0
        self._poll: Caller | None = None
        self._offset = 0
        self._head = b""
        self.addresses: list[tuple[str, int]] = []
        self._idle: list[Poster] = []
        self._connections = 0

    @property
    def url(self) -> str:
        """Where bots find it."""
        return f"http://127.0.0.1:{self._port}"

    async def open(self) -> None:
        """Begin to listen."""
        self._server = await self._loop.create_server(lambda: Caller(self._called), "127.0.0.1", 0)
        self._port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Stop listening, and hang up."""
        for poster in self._idle:
            poster.close()
        if self._server is not None:
            self._server.close()
        await asyncio.sleep(0)

    def next_message(self) -> int:
        """Give an unused message id."""
        self._message += 1
        return self._message

    def update(self, what: dict[str, Any]) -> None:
        """Bring the bot an update, by whichever way it asked for."""
        self._number += 1
        self._updates.append((self._number, _encode({"update_id": self._number, **what})))
        if self._head:
            self._post()
        elif self._poll is not None:
            self._loop.call_soon(self._answer_poll)

    # what bots call

    def _called(self, caller: Caller, path: str, body: bytes) -> None:
        self.calls += 1
        method = path.partition("?")[0].rpartition("/")[2]
        call = _call(body, path)
        if method == "getUpdates":
            self._asked_for_updates(caller, call)
        elif self.delay:
            self._loop.call_later(self.delay, self._obey_late, caller, method, call)
        else:
            caller.answer(self._obeyed(method, call))

    def _obey_late(self, caller: Caller, method: str, call: Call) -> None:
        self._loop.call_later(self.delay, caller.answer, self._obeyed(method, call))

    def _obeyed(self, method: str, call: Call) -> bytes:
        if method in SHOWN:
            return self._show(method, call)
        if method == "setWebhook" and call.url:
            self._begin_to_post(call)
        return _encode({"ok": True, "result": ANSWERS.get(method, True)})

    def _show(self, method: str, call: Call) -> bytes:
        chat = int(call.chat_id)
        message = self.next_message() if method in NEW else int(call.message_id)
        markup = call.reply_markup
        keyboard = markup if isinstance(markup, Keyboard) else _read_keyboard(markup or "{}")
        self._seen(chat, message, call.text, keyboard)
        where = {"id": chat, "type": "private", "first_name": "Lena"}
        sent = {"message_id": message, "date": int(time.time()), "chat": where, "text": call.text, "from": ME}
        return _encode({"ok": True, "result": sent})

    # polling

    def _asked_for_updates(self, caller: Caller, call: Call) -> None:
        self.ready.set()
        self._offset = int(call.offset)
        while self._updates and self._updates[0][0] < self._offset:
            self._updates.popleft()
        self._poll = caller
        if self._updates:
            self._answer_poll()
        else:
            self._loop.call_later(float(call.timeout), self._answer_poll, caller)

    def _answer_poll(self, which: Caller | None = None) -> None:
        caller = self._poll
        if caller is None or which not in (None, caller):
            return
        self._poll = None
        count = min(BATCH, len(self._updates))
        updates = b",".join(self._updates[place][1] for place in range(count))
        answer = b'{"ok":true,"result":[%b]}' % updates
        if self.delay:
            self._loop.call_later(self.delay, caller.answer, answer)
        else:
            caller.answer(answer)

    # the webhook

    def _begin_to_post(self, call: Call) -> None:
        where = urlsplit(call.url)
        address = (where.hostname or "127.0.0.1", where.port or 80)
        if address not in self.addresses:  # workers on one database are posted to in turn
            self.addresses.append(address)
        self._head = (
            f"POST {where.path or '/'} HTTP/1.1\r\nHost: {where.netloc}\r\n"
            f"Content-Type: application/json\r\nX-Telegram-Bot-Api-Secret-Token: {call.secret_token}\r\n"
        ).encode()
        self.ready.set()
        self._post()

    def _post(self) -> None:
        while self._updates:
            while self._idle and not self._idle[-1].open:
                self._idle.pop()
                self._connections -= 1
            if self._idle:
                poster = self._idle.pop()
                _, body = self._updates.popleft()
                self._deliver(poster, body)
            elif self._connections < CONNECTIONS:
                self._connections += 1
                task = self._loop.create_task(self._connect())
                task.add_done_callback(lambda task: None if task.cancelled() else task.exception())
                return
            else:
                return

    async def _connect(self) -> None:
        try:
            address = self.addresses[self._connections % len(self.addresses)]
            _, poster = await self._loop.create_connection(Poster, *address)
        except OSError:
            self._connections -= 1
            self._loop.call_later(AGAIN, self._post)
        else:
            self._idle.append(poster)
            self._post()

    def _deliver(self, poster: Poster, body: bytes) -> None:
        def answered(status: int, answer: bytes) -> None:
            self._idle.append(poster)
            if status != 200:  # noqa: PLR2004 - HTTP's own number
                self.refused += 1
                self._loop.call_later(AGAIN, self._again, body)
            elif answer and b'"method"' in answer:
                call = _read_call(answer)
                if self.delay:
                    self._loop.call_later(self.delay, self._obeyed, call.method, call)
                else:
                    self._obeyed(call.method, call)
            self._post()

        if self.delay:
            self._loop.call_later(self.delay, poster.post, self._head, body, answered)
        else:
            poster.post(self._head, body, answered)

    def _again(self, body: bytes) -> None:
        self._updates.appendleft((0, body))
        self._post()


def _call(body: bytes, path: str) -> Call:
    """Read parameters as JSON, as a form, as a form in parts, or from the address."""
    if body[:1] == b"{":
        return _read_call(body)
    if body[:2] == b"--":
        chat = _CHAT.search(body)
        return Call(chat_id=int(chat[1]) if chat else 0)
    given = dict(parse_qsl((body or urlsplit(path).query.encode()).decode()))
    return msgspec.convert(given, Call, strict=False)
