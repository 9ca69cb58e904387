"""The words of a playbook: what lies over the catalogue, made safe for a message."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Protocol

from conversations.errors import ScriptError
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.errors import Place

LONGEST = 600
"""Characters of one text; what is longer nobody reads on a phone."""
OWN = "playbook."
OF_QUESTIONS = frozenset({"venture", "first_name"})
"""What a question's own words may hold in braces."""
_KEY = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)+")
_PLACEHOLDER = re.compile(r"\{(\w*)\}")
_TAG = re.compile(r"&lt;(/?)([bi])&gt;")


class Words(Protocol):
    """What the reader of a playbook has to know of a catalogue."""

    def __contains__(self, key: str) -> bool:
        """Whether there is a message with this key."""
        ...

    def placeholders(self, key: str) -> frozenset[str]:
        """Give the names of the parameters that a message asks for."""
        ...

    def counts(self, key: str) -> bool:
        """Whether a message is said in several ways, by a number."""
        ...


def is_key(text: str) -> bool:
    """Whether a text is the key of a message rather than words."""
    return bool(_KEY.fullmatch(text))


def question_in_bold(text: str) -> str:
    """Give a question's words with the last paragraph bold, as questions are put, unless tags are in it."""
    if not text.strip() or "<b>" in text or is_key(text):
        return text
    before, gap, last = text.strip().rpartition("\n\n")
    return f"{before}{gap}<b>{last}</b>"


def safe_texts(texts: dict[str, str], words: Words) -> dict[str, str]:
    """Give a playbook's texts as the catalogue holds them: in Telegram's HTML, with bold and italics only.

    Raises ScriptError with the place of a text that can't be said.
    """
    return {key: _safe(key, text, words) for key, text in texts.items()}


def _safe(key: str, text: str, words: Words) -> str:
    own = key.startswith(OWN)
    place: Place = ("questions", *key.split(".")[1:3]) if own else ("texts", key)
    if not own and key not in words:
        raise ScriptError(say("playbook.no_text", text=key), place)
    if not own and words.counts(key):
        raise ScriptError(say("playbook.counted_text", text=key), place)
    if not text.strip():
        raise ScriptError(say("playbook.empty_text", text=key), place)
    if len(text) > LONGEST:
        raise ScriptError(say("playbook.long_text", text=key, length=len(text), most=LONGEST), place)
    allowed = OF_QUESTIONS if own else words.placeholders(key)
    for name in _PLACEHOLDER.findall(text):
        if name not in allowed:
            known = " ".join(f"{{{one}}}" for one in sorted(allowed))
            raise ScriptError(say("playbook.placeholder", text=key, name=f"{{{name}}}", known=known), place)
    escaped = html.escape(text, quote=False)
    if not _nested(_TAG.findall(escaped)):
        raise ScriptError(say("playbook.tags", text=key), place)
    return _TAG.sub(r"<\1\2>", escaped)


def _nested(tags: Iterator[tuple[str, str]] | list[tuple[str, str]]) -> bool:
    """Whether each tag that opens is closed, the inner ones first."""
    opened: list[str] = []
    for slash, name in tags:
        if not slash:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened
