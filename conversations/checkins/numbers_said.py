"""The numbers that a cohort asks for, read from one reply: "1 900, 2 35", or a line each."""

from __future__ import annotations

import re

from conversations.checkins.checkin import Number

_PIECES = re.compile(r"\s*(?:\n|,\s+|;\s*)\s*")
_NUMBERED = re.compile(r"^(?P<number>\d)(?:[.):]\s*|\s+)(?P<said>\S.*)$")
_DIGIT = re.compile(r"\d")
LONGEST = 40


def read_numbers(said: str, names: tuple[str, ...]) -> tuple[Number, ...]:
    """Give what was said of each name, in their order; none where no figure is clear.

    One name takes all that was said. Several take numbered pieces ("2 35"), else as many pieces as there are.
    """
    if not _DIGIT.search(said):
        return ()
    if len(names) == 1:
        return (Number(names[0], " ".join(said.split())[:LONGEST]),)
    pieces = [piece for piece in _PIECES.split(said.strip()) if piece]
    numbered = [match for match in map(_NUMBERED.match, pieces) if match]
    if len(numbered) == len(pieces) and all(1 <= int(m["number"]) <= len(names) for m in numbered):
        found = {int(match["number"]): match["said"] for match in numbered}
        return tuple(Number(names[n - 1], found[n][:LONGEST]) for n in sorted(found))
    if len(pieces) == len(names):
        return tuple(Number(name, piece[:LONGEST]) for name, piece in zip(names, pieces, strict=True))
    return ()
