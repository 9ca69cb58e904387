"""A lane delivered to the screen: shown, marked, and what has come since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.turns import (
    AnswerTap,
    Delivered,
    EditText,
    Lane,
    Outgoing,
    Pin,
    Queued,
    RefreshText,
    SendFile,
    SendPicture,
    SendText,
    TakeButtons,
    Unpin,
    Unsend,
)
from conversations.words.text import say

if TYPE_CHECKING:
    from pathlib import Path

    from bot.rehearsal.screen import Screen
    from bot.rehearsal.window import Window
    from bot.seams import TurnStore

UNSAVED = "unsaved"


class Delivery:
    """Shows what waits in the rehearsal's lane. A message's id is its place in the lane."""

    def __init__(self, store: TurnStore, window: Window, screen: Screen, folder: Path) -> None:
        self._store = store
        self._window = window
        self._screen = screen
        self._folder = folder

    async def deliver(self, lane: Lane | None) -> None:
        """Show everything in the lane, each message marked before the next is shown."""
        while lane is not None:
            for queued in lane.queued:
                message, failed = await self._show(lane.conversation, queued)
                mark = Delivered(
                    conversation=lane.conversation, seq=queued.seq, message=message, failed=failed
                )
                await self._store.delivered([mark])
            lane = await self._store.more(lane.conversation)

    async def _show(self, conversation: int, queued: Queued) -> tuple[int, str]:
        outgoing = queued.outgoing
        match outgoing:
            case SendText():
                self._screen.message(self._window.post(queued.seq, outgoing))
                return queued.seq, ""
            case RefreshText():
                # What is printed can't be rewritten, and all of it again after each change would be noise.
                self._window.rewrite(await self._target(conversation, outgoing) or queued.seq, outgoing)
                self._screen.phrase(say("terminal.refreshed"))
                return 0, ""
            case EditText():
                target = await self._target(conversation, outgoing) or queued.seq
                self._screen.change(*self._window.rewrite(target, outgoing))
                return target, ""
            case TakeButtons() | Unpin():
                self._window.take_buttons(await self._target(conversation, outgoing))
                return 0, ""
            case SendFile() | SendPicture():
                return queued.seq, self._save(outgoing)
        self._mention(outgoing)
        return 0, ""

    async def _target(self, conversation: int, outgoing: EditText | RefreshText | TakeButtons | Unpin) -> int:
        if isinstance(outgoing, EditText | TakeButtons) and (outgoing.message or not outgoing.prompt):
            return outgoing.message
        return await self._store.prompt_message(conversation, outgoing.prompt)

    def _mention(self, outgoing: Outgoing) -> None:
        match outgoing:
            case AnswerTap(note=note) if note:
                self._screen.note(note)
            case Pin():
                self._screen.phrase(say("terminal.pinned"))
            case Unsend(messages=messages) if messages:
                self._screen.phrase(say("terminal.unsent", n=len(messages)))
            case _:
                pass

    def _save(self, file: SendFile | SendPicture) -> str:
        try:
            path = _unused(self._folder, file.name)
            path.write_bytes(file.content)
        except OSError:
            self._screen.phrase(say("terminal.not_saved", folder=str(self._folder)))
            return UNSAVED
        self._screen.file(path, file.html)
        return ""


def _unused(folder: Path, name: str) -> Path:
    """Give a path in the folder that no file has yet. The folder is made where there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    plain = folder / (name.replace("/", "-").replace("\\", "-").lstrip(".") or "file")
    path, number = plain, 1
    while path.exists():
        number += 1
        path = plain.with_stem(f"{plain.stem}-{number}")
    return path
