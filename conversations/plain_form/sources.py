"""Which of the partners a thing comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.stems import shared, stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conversations.canvas.entries import Partner

_ANYBODY = stems("partner", "partners", "supplier", "suppliers", "others", "somebody", "outside")


def partner_of(thing: str, source: str, partners: Sequence[Partner]) -> int | None:
    """Give the id of the partner that a thing comes from, None where none of them is meant.

    A partner is meant by name, else by what they give; a single one is meant by "from a partner".
    """
    name = stems(source) - _ANYBODY
    for wanted in (name, stems(thing)):
        for partner in partners:
            said = stems(partner.text, *(partner.gives or ()), *(partner.gets or ()))
            if wanted and shared(wanted, said):
                return partner.id
    return partners[0].id if len(partners) == 1 and not name else None
