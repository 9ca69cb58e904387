"""What is paid by the month unless somebody says otherwise: "rent is 900 now" means a month."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.money import Period
from conversations.reading.text import fold

if TYPE_CHECKING:
    from conversations.canvas.money import Amount

_BY_THE_MONTH = re.compile(
    r"\b(?:rents?|leases?|wages?|salary|salaries|payroll|pay|electricity|power bill|utilities|heating|"
    r"internet|broadband|phone|mobile|hosting|subscriptions?|bookkeep\w*|miete|pacht|lohn|lohne|gehalt|gehalter|strom|"
    r"alquiler|sueldos?|salarios?|luz|loyer|salaires?|aluguel|affitto|stipendi\w*)\b"
)


def with_usual_period(amount: Amount, name: str) -> Amount:
    """Give an amount by the month where no period was said of something that is usually paid so."""
    if amount.period is not None or not _BY_THE_MONTH.search(fold(name)):
        return amount
    return replace(amount, period=Period.MONTH)
