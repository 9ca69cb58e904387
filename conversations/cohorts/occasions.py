"""What happens to a cohort's group without anybody's doing."""

from __future__ import annotations

import msgspec


class GroupDue(msgspec.Struct, frozen=True, tag="group-due"):
    """It is time for a cohort's weekly summary in its group."""

    cohort: str
