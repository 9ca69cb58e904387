"""The errors of the project.

BackstageError
├── ScriptError             a playbook that can't be used: file, place and what was expected
├── CatalogueError          a message key that the catalogue lacks, or a message that can't be filled in
├── CanvasFromNewerVersion  a stored canvas that a newer bot wrote
├── NotACanvas              a document that is no canvas (conversations.files, conversations.plain_form)
├── UnreadableLine          a line of phrases or labels that can't be read (conversations.understanding)
├── UnfitModel              a sorter's model that doesn't fit its features (conversations.understanding)
├── NotDrawn                a picture that took too long or can't be set (bot.drawing)
├── SettingsError           a missing or malformed setting (bot.settings)
├── TelegramSilent          Telegram doesn't answer a command that asks once (bot.telegram)
├── TelegramRefused         Telegram doesn't know the token (bot.telegram)
├── WebhookRefused          Telegram doesn't take the webhook's address (bot.telegram)
├── NotTheirVenture         a step that asks for a venture of somebody else's (bot.storage)
├── SendError               a message that didn't go out (bot.delivery, which draws its branches)
└── StorageError            the store can't be used (bot.storage)
    ├── StoreInUse          another bot runs on the same file
    ├── StoreFromNewerVersion
    ├── StaleCanvas         a canvas that somebody else changed meanwhile; the turn is taken again
    └── StoreUnusable       corrupt, read-only, full, or no database
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from conversations.words.text import Phrase

Place: TypeAlias = "tuple[str | int, ...]"
"""Where something stands in a document, such as `("questions", 3, "form")`."""


class BackstageError(Exception):
    """The root of everything this project raises itself. Its text never holds what a founder wrote."""


class ScriptError(BackstageError):
    """A playbook can't be used: `what` says why, for its author; `line` where (0: nowhere in particular)."""

    def __init__(self, what: Phrase, place: Place = (), line: int = 0) -> None:
        super().__init__(f"line {line}: {what.key}" if line else what.key)
        self.what = what
        self.place = place
        self.line = line


class CatalogueError(BackstageError):
    """A message can't be rendered."""


class CanvasFromNewerVersion(BackstageError):
    """A stored canvas has a schema this version doesn't know."""


class NotACanvas(BackstageError):
    """What was to be read as a canvas is none. The text is a key: object, blocks, entries, ..."""
