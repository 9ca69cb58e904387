"""Names that files may have on any system, whatever a venture is called."""

from __future__ import annotations

from pathvalidate import sanitize_filename

from bot.drawing.shown import shown

_LONGEST = 80
"""Characters of a name without its suffix: under 255 bytes in any script."""


def file_name(words: str, suffix: str) -> str:
    """Give words as a file's name: in one line, without what any file system refuses, never empty."""
    plain = sanitize_filename(shown(words, _LONGEST).text, replacement_text="-", platform="universal")
    return f"{plain.strip(' .-') or 'canvas'}{suffix}"
