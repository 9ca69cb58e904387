"""Words, numbers and signs of a text, with their places: what every reader here works on."""

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec

from conversations.reading.text import fold
from conversations.remembering import remembered

V = TypeVar("V")

_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_PATTERN = re.compile(
    rf"""
      (?P<other>
          https?://\S+ | www\.\S+ | [^\s@,;:()]{{1,64}}@[\w.-]+
        | (?<!\d)\d{{1,2}}[./-]\d{{1,2}}[./-](?:\d{{4}}|\d{{2}})(?![\d.,])     # dates
        | (?<!\d)\d{{4}}-\d{{2}}-\d{{2}}(?!\d)
        | (?<!\d)\d{{1,2}}:\d{{2}}(?!\d)                                       # times
        | (?<![\d.,])\d{{1,2}}/\d{{1,2}}(?![\d.,])                             # 24/7, 1/2
        | (?:\+|\b00)[1-9]\d{{0,2}}[ \d()/-]{{6,20}}\d                         # telephone numbers
        | (?<![\d.,])0\d{{2,4}}[ /-]\d{{3,}}[ \d-]{{0,12}}
        | \(\d{{2,5}}\)\ ?\d{{3,}}[ \d-]{{0,12}}
        | (?<!\d)\d{{3}}[-. ]\d{{3}}[-. ]\d{{4}}(?!\d)
      )
    | (?P<money>(?<![^\W\d_])(?:us|r|c|ca|a|au|nz|hk|s|sg|mx|nt|ar|cl|co|u)\$)
    | (?P<number>
          (?<!\d)\d{{1,3}}(?:\ \d{{3}})+(?!\d)(?![.,]\d{{3}})(?:[.,]\d{{1,2}}(?!\d))?
        | \d+(?:[.,']\d+)*
        | (?<![\w.,])[.,]\d+
      )
    | (?P<initials>(?<![^\W\d_])[a-z](?:\.[a-z])+(?![^\W\d_])\.?)
    | (?P<han>[{_CJK}])
    | (?P<word>(?:(?![{_CJK}])[^\W\d_]|[\u0300-\u036f\u064b-\u065f\u0900-\u0dff])+(?:'[^\W\d_]+)*)
    | (?P<line>\n)
    | (?P<sign>\S)
    """,
    re.VERBOSE,
)


class Token(msgspec.Struct, frozen=True):
    """A word, number or sign: its kind, its folded text, its place in the text, and how it was written."""

    kind: str
    text: str
    start: int
    end: int
    raw: str


Phrases = dict[str, list[tuple[tuple[str, ...], V]]]


@remembered
def tokenize(text: str) -> tuple[Token, ...]:
    """Give the tokens of a text in order; white space is left out, line breaks are not."""
    return tuple(
        Token(match.lastgroup or "sign", match.group(), *match.span(), raw=text[match.start() : match.end()])
        for match in _PATTERN.finditer(fold(text))
    )


def phrases(meanings: Iterable[tuple[str, V]]) -> Phrases[V]:
    """Give a table for `match_phrase` from pairs of a phrase and its meaning."""
    table: Phrases[V] = {}
    for phrase, meaning in meanings:
        words = tuple(token.text for token in tokenize(phrase))
        table.setdefault(words[0], []).append((words, meaning))
    for choices in table.values():
        choices.sort(key=lambda choice: -len(choice[0]))
    return table


def match_phrase(tokens: Sequence[Token], at: int, table: Phrases[V]) -> tuple[V, int] | None:
    """Give the meaning of the longest phrase of the table that starts there, and where it ends."""
    if at >= len(tokens):
        return None
    for words, meaning in table.get(tokens[at].text, ()):
        end = at + len(words)
        if all(token.text == word for token, word in zip(tokens[at:end], words, strict=False)) and end <= len(
            tokens
        ):
            return meaning, end
    return None


def text_at(tokens: Sequence[Token], at: int) -> str:
    """Give the folded text of a token, empty before the first and after the last."""
    return tokens[at].text if 0 <= at < len(tokens) else ""


def touches(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the token follows the one before it without a space."""
    return 0 < at < len(tokens) and tokens[at].start == tokens[at - 1].end
