"""Amounts of money as founders write them, read into decimals.

Conventions that had to be chosen: one separator before exactly three digits groups thousands ("1.500" is
fifteen hundred, "0.900" is not); "mil" is a thousand; "$" is the US dollar unless a letter says otherwise;
weeks, days and quarters become months (52/12, 365/12, 1/3), rounded to cents; "up to 50" is 0 to 50; "from
300" is 300 and rough, for nothing bounds it above; "2 x 300" is 600.
"""

import enum
from collections.abc import Sequence
from decimal import Decimal

import msgspec

from conversations.canvas.money import Amount
from conversations.reading.figures import Figure, figures, tidy
from conversations.reading.phrasings import FREE_PHRASES, UNKNOWN_PHRASES, VAGUE_AMOUNTS, bare
from conversations.reading.tokens import tokenize

__all__ = ["UNKNOWN", "Amount", "Vague", "find_amounts", "read_amount"]


class Vague(enum.Enum):
    """An answer about money that names none."""

    UNKNOWN = "unknown"


UNKNOWN = Vague.UNKNOWN
_FACTORS = 2
_FREE = Amount(low=Decimal(0), high=Decimal(0))


def read_amount(text: str) -> Amount | Vague | None:
    """Give the amount an answer names, `UNKNOWN` for "don't know", `None` where it is not about money."""
    found = figures(text)
    amounts = [figure for figure in found if _answers(figure, alone=len(found) == 1)]
    product = _product(text, found)
    if product is not None:
        return product
    if amounts and not (len(found) == 1 and found[0].worded and not _leads(text, found[0])):
        return next((figure.amount for figure in amounts if figure.is_money), amounts[0].amount)
    said = bare(text)
    if said in FREE_PHRASES:
        return msgspec.structs.replace(_FREE, as_written=text.strip())
    if (
        said in UNKNOWN_PHRASES
        or said in VAGUE_AMOUNTS
        or any(said.startswith(f"{phrase} ") for phrase in UNKNOWN_PHRASES)
    ):
        return UNKNOWN
    return None


def find_amounts(text: str) -> list[tuple[tuple[int, int], Amount]]:
    """Give the amounts within a sentence, each with its span; numbers that count something are left out."""
    return [
        ((figure.start, figure.end), figure.amount)
        for figure in figures(text)
        if not figure.counts and (figure.is_money or figure.scaled or not figure.worded)
    ]


def _answers(figure: Figure, *, alone: bool) -> bool:
    return not figure.counts and (figure.is_money or figure.scaled or alone or not figure.worded)


def _leads(text: str, figure: Figure) -> bool:
    """Tell whether a figure in words, without money words around it, is the answer itself."""
    if figure.is_money or figure.scaled:
        return True
    return len(tokenize(text)) - (figure.next_token - figure.first_token) <= 1


def _product(text: str, found: Sequence[Figure]) -> Amount | None:
    """Give the product in "2 x 300 a month"."""
    if len(found) != _FACTORS:
        return None
    times, each = found
    if text[times.end : each.start].strip().lower() not in ("x", "*", "×", "times") or times.is_money:
        return None
    return msgspec.structs.replace(
        each.amount,
        low=tidy(times.amount.low * each.amount.low),
        high=tidy(times.amount.high * each.amount.high),
        as_written=text[times.start : each.end],
    )
