"""Text made safe to keep and to show, and folded for comparison."""

import functools
import unicodedata
from collections.abc import Iterator

from conversations.remembering import remembered

MAX_ENTRY = 300
"""The length in characters up to which an entry reads well; longer text is kept whole, the caller decides."""

_ZWNJ, _ZWJ = "\u200c", "\u200d"
_BLACK_FLAG = "\U0001f3f4"
_LINE_BREAKS = frozenset("\n\x0b\x0c\x85\u2028\u2029")
_EDGE_MARKS = "\u200e\u200f\u061c"
_DROPPED = frozenset(
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # embeddings, overrides, isolates
    "\u200b\u2060\ufeff\u00ad\u180e\u2061\u2062\u2063\u2064"  # no width and no use
    "\ufff9\ufffa\ufffb\u206a\u206b\u206c\u206d\u206e\u206f"
)
_FIRST_JOINED_SCRIPT = 0x0530  # below it Latin, Greek and Cyrillic, which need no joiners
_LAST_LATIN = 0x024F
_LATIN_ADDITIONS = range(0x1E00, 0x1F00)
_BULLETS = frozenset("▪▫◦●○■□◆◇►▶➢➤✓✔☑✅👉📌🔹🔸➡")
_REGIONAL = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
_NON_CHARACTERS = frozenset({0xFFFE, 0xFFFF})
_SINGLE = str.maketrans(
    {
        **dict.fromkeys("’‘‛ʼ´`＇′", "'"),
        **dict.fromkeys("“”„‟«»＂", '"'),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("∼〜～≈", "~"),
        "٫": ".",
        "٬": ",",
        "×": "x",
        "✕": "x",
        "⁄": "/",
    },
)


def clean_text(raw: str) -> str:
    """Give what was typed, composed (NFC), without characters that break others' text; lines are kept."""
    text = unicodedata.normalize("NFC", raw if _is_safe(raw) else _made_safe(raw))
    lines = [line.strip(" " + _EDGE_MARKS) for line in text.split("\n")]
    return "\n".join(lines).strip("\n " + _EDGE_MARKS)


def _is_safe(raw: str) -> bool:
    """Tell whether every character can be kept as it is: what can be printed, as nearly all that is typed."""
    return raw.replace("\n", "").isprintable()


def _made_safe(raw: str) -> str:
    kept: list[str] = []
    for place, char in enumerate(raw):
        following = raw[place + 1] if place + 1 < len(raw) else ""
        kept.append(_safe(char, kept[-1] if kept else "", following))
        if not kept[-1]:
            kept.pop()
    return "".join(kept)


def _safe(char: str, before: str, after: str) -> str:
    """Give the character as it may be kept: itself, a space, a line break, or nothing."""
    if char in _LINE_BREAKS or (char == "\r" and after != "\n"):
        return "\n"
    if char in (_ZWNJ, _ZWJ):
        return char if _joins(before) and _joins(after) else ""
    if ord(char) in _TAGS:
        return char if before == _BLACK_FLAG or (before and ord(before) in _TAGS) else ""
    category = unicodedata.category(char)
    if category == "Zs" or char == "\t":
        return " "
    unsafe = category in {"Cs", "Cc"} or char in _DROPPED or ord(char) & 0xFFFF in _NON_CHARACTERS
    return "" if unsafe else char


def _joins(char: str) -> bool:
    return (
        bool(char)
        and ord(char) >= _FIRST_JOINED_SCRIPT
        and unicodedata.category(char) not in {"Cs", "Cn", "Zs"}
    )


@functools.lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    if "！" <= char <= "～":
        char = chr(ord(char) - 0xFEE0)
    char = char.translate(_SINGLE)
    if char.isspace() and char != "\n":
        return " "
    lowered = char.lower()
    char = lowered if len(lowered) == 1 else lowered[0]
    if ord(char) <= _LAST_LATIN or ord(char) in _LATIN_ADDITIONS:
        return unicodedata.normalize("NFD", char)[0]
    return char


def fold(text: str) -> str:
    """Give the text for comparison: lower case, no accents on Latin, plain digits and quotes.

    It has as many characters as the text, so that places found in it are places in the text.
    """
    if not text.isascii():
        return "".join(map(_fold_char, text))
    # Nearly all that is typed in Latin letters is printable, and lower case is all there is to do.
    return text.lower() if text.isprintable() and "`" not in text else text.translate(_FOLDED_ASCII)


_FOLDED_ASCII = {code: _fold_char(chr(code)) for code in range(128)}


def says_something(text: str) -> bool:
    """Tell whether there is a letter, a digit or an emoji, not only marks and bullets."""
    return any(
        char.isalnum() or (char not in _BULLETS and unicodedata.category(char) == "So") for char in text
    )


def graphemes(text: str) -> Iterator[str]:
    """Give what a reader sees as single characters: letters with their marks, joined emoji, flags."""
    cluster = ""
    for char in text:
        if cluster and not _extends(cluster, char):
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster


def _extends(cluster: str, char: str) -> bool:
    code = ord(char)
    if cluster[-1] == _ZWJ or char in (_ZWJ, _ZWNJ) or code in _SKIN_TONES or code in _TAGS:
        return True
    if code in _REGIONAL:
        return len(cluster) == 1 and ord(cluster) in _REGIONAL
    return unicodedata.category(char) in {"Mn", "Me", "Mc"}


def width_of(text: str) -> int:
    """Give the columns that the text takes up, wide characters counted as two."""
    return len(text) if text.isascii() else sum(_cluster_width(cluster) for cluster in graphemes(text))


def _cluster_width(cluster: str) -> int:
    wide = (
        unicodedata.east_asian_width(cluster[0]) in {"W", "F"}
        or "\ufe0f" in cluster
        or (len(cluster) > 1 and (ord(cluster[0]) in _REGIONAL))
    )
    return 2 if wide else 1


@remembered
def shorten(text: str, width: int) -> str:
    """Give the text in at most `width` columns (wide ones count two), cut at a word and ended by "…"."""
    text = " ".join(text.split())
    if width_of(text) <= width:
        return text
    taken: list[str] = []
    room = width - 1
    for cluster in graphemes(text):
        room -= _cluster_width(cluster)
        if room < 0:
            break
        taken.append(cluster)
    cut = "".join(taken)
    words = cut.rpartition(" ")[0]
    if not text[len(cut) :].startswith(" ") and len(words) * 2 >= len(cut):
        cut = words
    return cut.rstrip(" ,;:-") + "…" if width > 0 else ""
