"""Telegram's HTML as text for a terminal."""

from __future__ import annotations

import unicodedata
from html.parser import HTMLParser

from rich.text import Text

STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strike",
    "strike": "strike",
    "del": "strike",
    "code": "cyan",
    "pre": "cyan",
    "a": "underline",
    "blockquote": "dim",
}
QUOTE = "│ "
_KEPT = "\n\t"


def rendered(html: str) -> Text:
    """Give a message as styled text; its `plain` is what is printed where there are no colours.

    Control characters are left out: what somebody typed must not steer the terminal.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text


def printable(words: str) -> str:
    """Give words without control characters and half surrogates; line ends and tabs stay."""
    return "".join(
        letter for letter in words if letter in _KEPT or unicodedata.category(letter) not in ("Cc", "Cs")
    )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = Text()
        self._open: list[tuple[str, int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "blockquote" and self.text and not self.text.plain.endswith("\n"):
            self.text.append("\n")
        self._open.append((tag, len(self.text), dict(attrs).get("href") or ""))

    def handle_data(self, data: str) -> None:
        self.text.append(printable(data))

    def handle_endtag(self, tag: str) -> None:
        if not any(name == tag for name, _, _ in self._open):
            return
        while self._open:
            name, start, link = self._open.pop()
            self._finish(name, start, link)
            if name == tag:
                return

    def _finish(self, tag: str, start: int, link: str) -> None:
        if tag in STYLES:
            self.text.stylize(STYLES[tag], start)
        if link and printable(link) != self.text.plain[start:]:
            self.text.append(f" ({printable(link)})")
        if tag == "blockquote":
            lines = self.text[start:].split("\n", allow_blank=True)
            self.text.right_crop(len(self.text) - start)
            self.text.append(Text("\n").join(Text(QUOTE) + line for line in lines))
