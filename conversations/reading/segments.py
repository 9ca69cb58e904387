"""The parts of an answer that are separate beyond doubt: lines, bullets, semicolons, sentences."""

import re
from collections.abc import Iterator

from conversations.reading.listwords import ABBREVIATIONS
from conversations.reading.text import fold, says_something

_OPENING = {
    "(": ")",
    "[": "]",
    "{": "}",
    "（": "）",
    "【": "】",
    "「": "」",
    "“": "”",
    "„": "“",
    "«": "»",
    "《": "》",
    '"': '"',
}
_BULLET = re.compile(
    (
        r"^\s*(?:(?:[-–—*•·▪▫◦●○‣⁃>✓✔☑➢➤→►▶🔹🔸📌👉✅➡]\ufe0f?\s*)+|\(?\d{1,2}[.)](?!\d)\s*|"
        r"\(?[a-hA-H]\)\s+|\d\ufe0f?\u20e3\s*|#\d{1,2}[ :]\s*)"
    ),
)
_NUMBERED = re.compile(r"(?<![\w.,])\(?(\d{1,2})[.)](?=\s|[^\W\d])")
_HEADING = re.compile(r"^\s*[^\W\d_][\w &'-]{1,40}:\s*$")
_GLUED_MARK = re.compile(r"^\s*[-–—*](?=\d|\w)")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|(?<!\w)'[^'\n]{1,60}'(?!\w)")
_SHIELDING = re.compile(rf"['{re.escape(''.join(_OPENING))}]|://|www\.")
"""Without any of these nothing is protected."""
_STRONG = frozenset(";；؛|•▪●·、")
_ENDS = frozenset("。！？؟")
_STOPS = frozenset(".!?")
_GOES_ON = re.compile(
    (
        r"(?:it|this|that|these|those|they|he|she|which|because|but|so|or|also because|for example|e\.g|"
        r"i\.e|like|such|mostly|maybe|not|no|yes|only|then it)\b"
    ),
)
_LONGEST_QUOTE = 200


def segments(text: str) -> Iterator[str]:
    """Give the lines of a text, split further where a mark separates for sure, without bullets."""
    lines = text.split("\n")
    for place, line in enumerate(lines):
        if (
            _HEADING.match(line)
            and place + 1 < len(lines)
            and _without_bullet(lines[place + 1]) != lines[place + 1]
        ):
            continue
        for part in _numbered(line):
            yield from filter(says_something, _pieces(_without_bullet(part)))


def _without_bullet(part: str) -> str:
    """Give the line without its bullet; a star that opens emphasis ("*cart*") is none."""
    if _GLUED_MARK.match(part):
        return part if part.count("*") > 1 else part.lstrip(" -–—*")
    return _BULLET.sub("", part, count=1)


def _numbered(line: str) -> Iterator[str]:
    """Give the line cut at "1. ... 2. ... 3. ...", if it is numbered in order from 1."""
    cuts: list[int] = []
    for match in _NUMBERED.finditer(line):
        if int(match.group(1)) == len(cuts) + 1:
            cuts.append(match.start())
    if len(cuts) <= 1 or line[: cuts[0]].strip(" :"):
        yield line
        return
    for start, end in zip(cuts, [*cuts[1:], len(line)], strict=True):
        yield line[start:end].rstrip(" ,;")


def protected(text: str) -> list[bool]:
    """Tell for each character whether it stands within brackets, quotes or an address."""
    shield = [False] * len(text)
    if not _SHIELDING.search(text):
        return shield
    for match in _ADDRESS.finditer(text):
        stop = len(match.group().rstrip(".,;:!?)")) + match.start()
        shield[match.start() : stop] = [True] * (stop - match.start())
    place = 0
    while place < len(text):
        closing = _OPENING.get(text[place])
        if closing is None or (text[place] == '"' and place and text[place - 1].isdigit()):
            place += 1
            continue
        end = text.find(closing, place + 1, place + _LONGEST_QUOTE)
        if end < 0:
            place += 1
            continue
        shield[place : end + 1] = [True] * (end + 1 - place)
        place = end + 1
    return shield


def _pieces(line: str) -> Iterator[str]:
    shield = protected(line)
    start = 0
    for place, char in enumerate(line):
        if place < start or shield[place]:
            continue
        width = _separator(line, place, char)
        if width:
            yield line[start:place].strip()
            start = place + width
    yield line[start:].strip()


def _separator(line: str, place: int, char: str) -> int:
    """How many characters there separate two pieces, 0 if none do."""
    if char in _STRONG and not (char == "·" and not _spaced(line, place)):
        return 1
    if char in _ENDS:
        return 1
    if char in "/+" and _spaced(line, place):
        return 1
    return 1 if char in _STOPS and _ends_sentence(line, place) else 0


def _spaced(line: str, place: int) -> bool:
    return line[place - 1 : place] == " " and line[place + 1 : place + 2] == " "


def _ends_sentence(line: str, place: int) -> bool:
    if line[place + 1 : place + 2] != " " or line[place - 1 : place] in (".", "…", " ", ""):
        return False
    word = fold(line[max(0, place - 12) : place + 1].rpartition(" ")[2])
    if line[place] == "." and (word in ABBREVIATIONS or len(word) == len("J.")):
        return False
    if line[place] == "." and word[:-1].isdigit() and len(word) <= len("31."):
        return False
    return not _GOES_ON.match(fold(line[place + 1 : place + 30]).lstrip())
