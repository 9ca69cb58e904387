"""The chat as it stands: which messages were shown, and which buttons can be tapped."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from bot.turns import EditText, Label, RefreshText, SendText

Rows: TypeAlias = tuple[tuple[Label, ...], ...]


class Outline(msgspec.Struct, frozen=True):
    """What a rehearsal knows of the playbook: its questions in order, and those that take bare numbers."""

    questions: tuple[str, ...] = ()
    numeric: frozenset[str] = frozenset()


class Shown(msgspec.Struct, frozen=True):
    """A message on the screen. `numeric` tells that its buttons need a `#`, as a bare number is an answer."""

    message: int
    html: str
    rows: Rows = ()
    question: str = ""
    numeric: bool = False

    @property
    def buttons(self) -> tuple[Label, ...]:
        """The buttons that can be tapped, in the order of their numbers, which start at 1."""
        return tuple(label for row in self.rows for label in row if label.data)


class Window:
    """All messages of this sitting, by id."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self._shown: dict[int, Shown] = {}

    def post(self, message: int, sent: SendText) -> Shown:
        """Put a new message under the others."""
        question = sent.about.question
        # A message that was shown before under this id is gone, as after /delete: the new one is the newest.
        self._shown.pop(message, None)
        self._shown[message] = Shown(
            message, sent.html, sent.rows, question, numeric=question in self.outline.numeric
        )
        return self._shown[message]

    def rewrite(self, message: int, edit: EditText | RefreshText) -> tuple[Shown | None, Shown]:
        """Rewrite a message; give it as it was (None where it is not of this sitting) and as it is now."""
        before = self._shown.get(message)
        if before is None:
            after = Shown(message, edit.html, edit.rows)
        else:
            after = msgspec.structs.replace(before, html=edit.html, rows=edit.rows)
        self._shown[message] = after
        return before, after

    def take_buttons(self, message: int) -> None:
        """Take a message's buttons off; one of an earlier sitting had none here."""
        if message in self._shown:
            self._shown[message] = msgspec.structs.replace(self._shown[message], rows=())

    @property
    def tappable(self) -> Shown | None:
        """The newest message that has buttons."""
        return next((shown for shown in reversed(self._shown.values()) if shown.buttons), None)

    @property
    def question(self) -> str:
        """The question that was asked last, empty where none was."""
        return next((shown.question for shown in reversed(self._shown.values()) if shown.question), "")
