"""What one sale brings and how many there are: "3.20 a cup, maybe 1200", "about 4000 a month, 15 each"."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

import msgspec

from conversations.canvas.money import Amount, Period
from conversations.reading.figures import Figure, figures, tidy
from conversations.reading.phrasings import UNKNOWN_PHRASES, bare
from conversations.reading.text import clean_text, fold


class Sale(msgspec.Struct, frozen=True):
    """A price a sale, sales a month (a range), what comes in a month; `hoped` if spoken of as a hope.

    `unknown` says that the founder doesn't know. A number after the price is a volume unless a currency
    stands with it; a monthly amount before the price is what comes in.
    """

    price: Amount | None = None
    volume_low: Decimal | None = None
    volume_high: Decimal | None = None
    monthly_revenue: Amount | None = None
    hoped: bool = False
    unknown: bool = False


_HOPE = re.compile(
    (
        r"\b(?:maybe|perhaps|hope(?:fully|s|d)?|hoping|would|could|guess|probably|might|dream|aim(?:ing)?|"
        r"target|goal|expect(?:ing)?|i think|if all goes well|ideally|wish|plan(?:ning)?|vielleicht|"
        r"hoffentlich|hoffe|quizas|tal vez|ojala|espero|peut-etre|esperons|talvez|tomara)\b|可能|希望|"
        r"ربما|آمل"
    ),
)
_TIMES = re.compile(r"\s*(?:x|\*|times|@|at|for|a)\s*(?:about |around |~)?$")
_EACH = re.compile(r"^\s*(?:each|apiece|per|a piece|je|pro)\b")


def read_sale(text: str) -> Sale:
    """Give the price, the volume and the revenue that an answer names, each where it does."""
    cleaned = clean_text(text)
    found = [
        figure
        for figure in figures(cleaned)
        if not (figure.worded and not figure.scaled and not figure.counts)
    ]
    hoped = bool(_HOPE.search(fold(cleaned)))
    if not found:
        return Sale(
            unknown=bare(cleaned) in UNKNOWN_PHRASES or bare(cleaned).startswith("i don't know"), hoped=hoped
        )
    volume, price, revenue = _roles(cleaned, found)
    low, high = _monthly(volume.amount) if volume else (None, None)
    return Sale(
        price=price.amount if price else None,
        volume_low=low,
        volume_high=high,
        monthly_revenue=revenue.amount if revenue else None,
        hoped=hoped,
    )


def _roles(text: str, found: Sequence[Figure]) -> tuple[Figure | None, Figure | None, Figure | None]:
    """Which figure is the volume, which the price, which the revenue."""
    counted = next((figure for figure in found if figure.counts), None)
    price = next(
        (figure for figure in found if figure is not counted and figure.amount.period is Period.UNIT), None
    )
    rest = [figure for figure in found if figure is not counted and figure is not price]
    if price is None and len(found) > 1 and _TIMES.search(fold(text[found[0].end : found[1].start])):
        return found[0], found[1], None
    if price is None:
        price = next(
            (
                figure
                for figure in rest
                if figure.amount.period is not Period.MONTH
                and (counted is not None or figure.amount.currency)
            ),
            None,
        )
        rest = [figure for figure in rest if figure is not price]
    if price is None and counted is None and rest and rest[0].amount.period is None:
        price, rest = rest[0], rest[1:]
    later = [figure for figure in rest if price is not None and figure.start > price.start]
    volume = counted or next((figure for figure in later if figure.amount.currency is None), None)
    revenue = next(
        (figure for figure in rest if figure is not volume and figure.amount.period is not Period.ONCE), None
    )
    return volume, price, revenue


def _monthly(amount: Amount) -> tuple[Decimal, Decimal]:
    divisor = 12 if amount.period is Period.YEAR else 1
    low, high = (
        (value / divisor).quantize(Decimal(1), ROUND_HALF_UP) if divisor > 1 or amount.period else value
        for value in (amount.low, amount.high)
    )
    return tidy(low), tidy(high)
