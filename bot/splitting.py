"""Long texts in parts that a messenger takes, split where a reader would pause.

Texts are in Telegram's HTML. A part never ends inside a tag, an entity or a composed character; tags that are
open at its end are closed there and opened again in the next one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from html import unescape

LIMIT = 4096
"""Visible UTF-16 code units of a message that Telegram takes."""

_TOKEN = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);|.", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
_ENDS = frozenset(".!?…؟۔।。！？")
_UNSPACED_ENDS = frozenset("。！？")
_AFTER_ENDS = frozenset("\"')]»”’」』")
_JOINERS = frozenset("\u200d\ufe0f\ufe0e\u20e3")
_SKIN_TONES = range(0x1F3FB, 0x1F400)


@dataclass(frozen=True)
class Token:
    """A tag, an entity or a character: as written, and as seen (nothing, for a tag)."""

    raw: str
    seen: str

    @property
    def width(self) -> int:
        """How much it counts, in UTF-16 code units."""
        return len(self.seen.encode("utf-16-le", "surrogatepass")) // 2


def split_html(html: str, limit: int = LIMIT) -> tuple[str, ...]:
    """Give the parts of a text, each of at most `limit` visible UTF-16 code units; one where it is short."""
    if len(html) * 2 <= limit:
        return (html,)
    tokens = [_token(match[0]) for match in _TOKEN.finditer(html)]
    if sum(token.width for token in tokens) <= limit:
        return (html,)
    parts: list[str] = []
    opened: list[str] = []
    start = 0
    while start < len(tokens):
        end = _end(tokens, start, limit)
        part, opened = _part(tokens[start:end], opened)
        parts += [part] if part else []
        start = end
    return tuple(parts) or ("",)


def _token(raw: str) -> Token:
    if len(raw) > 1 and raw[0] == "<":
        return Token(raw, "")
    return Token(raw, unescape(raw) if len(raw) > 1 else raw)


def _end(tokens: list[Token], start: int, limit: int) -> int:
    """Give where the part from `start` on ends: after a paragraph, a sentence, a word or a character."""
    width, overflow = 0, start
    while overflow < len(tokens) and width + tokens[overflow].width <= limit:
        width += tokens[overflow].width
        overflow += 1
    if overflow == len(tokens):
        return overflow
    half, quarter = (start + overflow) // 2, start + (overflow - start) // 4
    for ends_here, earliest in ((_paragraph, half), (_sentence, quarter), (_word, quarter)):
        for place in range(overflow, earliest, -1):
            if ends_here(tokens, place):
                return _past_closing_tags(tokens, place)
    return _whole_character(tokens, start, overflow)


def _paragraph(tokens: list[Token], place: int) -> bool:
    return tokens[place - 1].seen == "\n" and tokens[place - 2].seen == "\n"


def _sentence(tokens: list[Token], place: int) -> bool:
    """Tell whether a sentence (with its closing quotes and tags, if any) or a line has ended here."""
    last = tokens[place - 1].seen
    if last == "\n" or last in _UNSPACED_ENDS:
        return True
    if not tokens[place].seen.isspace():
        return False
    before = place - 1
    while before and (tokens[before].seen in _AFTER_ENDS or not tokens[before].seen):
        before -= 1
    return tokens[before].seen in _ENDS and bool(tokens[before].seen)


def _word(tokens: list[Token], place: int) -> bool:
    return tokens[place].seen.isspace() or tokens[place - 1].seen.isspace()


def _past_closing_tags(tokens: list[Token], place: int) -> int:
    while place < len(tokens) and tokens[place].raw.startswith("</"):
        place += 1
    return place


def _whole_character(tokens: list[Token], start: int, overflow: int) -> int:
    """Give the last place from which on no composed character is torn, or else the last of all."""
    for place in range(overflow, start, -1):
        here, before = tokens[place].seen, tokens[place - 1].seen
        if not (_continues(here) or before == "\u200d"):
            return place
    return max(overflow, start + 1)


def _continues(character: str) -> bool:
    return len(character) == 1 and (
        character in _JOINERS
        or unicodedata.combining(character) > 0
        or unicodedata.category(character) == "Mn"
        or ord(character) in _SKIN_TONES
    )


def _part(tokens: list[Token], opened: list[str]) -> tuple[str, list[str]]:
    """Give a part with its tags opened and closed, and the tags left open for the next; empty if unseen."""
    visible = [place for place, token in enumerate(tokens) if token.seen.strip()]
    still = list(opened)
    written = list(opened)
    for place, token in enumerate(tokens):
        if not token.seen:
            written.append(token.raw)
            _note_tag(token.raw, still)
        elif visible and visible[0] <= place <= visible[-1]:
            written.append(token.raw)
    closing = [f"</{_name(tag)}>" for tag in reversed(still)]
    return ("".join([*written, *closing]) if visible else ""), still


def _note_tag(tag: str, opened: list[str]) -> None:
    if not tag.startswith("</"):
        opened.append(tag)
        return
    for place in range(len(opened) - 1, -1, -1):
        if _name(opened[place]) == _name(tag):
            del opened[place]
            return


def _name(tag: str) -> str:
    match = _TAG.match(tag)
    return match[2].lower() if match else ""
