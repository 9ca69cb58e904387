"""What happens to a mentor without their doing."""

from __future__ import annotations

from datetime import date

import msgspec


class DigestDue(msgspec.Struct, frozen=True, tag="digest-due"):
    """It is time for the digest of a cohort."""

    cohort: str
    day: date
