"""Money as a founder means it: an amount or a range, its currency, and what it is paid per."""

import enum
from decimal import Decimal

import msgspec


class Period(enum.Enum):
    """How often an amount is paid, or that it is paid for each unit sold or used."""

    UNIT = "unit"
    MONTH = "month"
    YEAR = "year"
    ONCE = "once"


class Amount(msgspec.Struct, frozen=True, omit_defaults=True):
    """An amount of money or a range of it; `low` equals `high` for a single figure.

    `currency` is an ISO 4217 code, `None` where none was written or the sign stands for several. `per` is the
    unit's own word ("cup", "hour") and goes with `Period.UNIT`, or with a month or year for "10 a user a
    month". Weekly, daily and quarterly amounts are already turned into months. `rough` says that the founder
    spoke roughly or open-ended ("a few hundred", "about 500", "from 300"); `as_written` has their words.
    """

    low: Decimal
    high: Decimal
    currency: str | None = None
    period: Period | None = None
    per: str = ""
    rough: bool = False
    as_written: str = ""


def restated(amount: Amount, former: Amount | None, currency: str) -> Amount:
    """Give an amount that takes the place of another: what it doesn't say of the period holds on."""
    known = amount.currency or currency or None
    if former is None or amount.period not in (None, former.period):
        return msgspec.structs.replace(amount, currency=known)
    return msgspec.structs.replace(amount, currency=known, period=former.period, per=amount.per or former.per)
