"""What a programme sets of the coach: rules that are off, and where some begin to speak."""

from __future__ import annotations

from typing import Annotated

import msgspec


class Tuning(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The coach as a programme wants it. The defaults are what the sources say.

    `off` are tags of rules that never speak. `entries_a_block` are as many as a block holds before
    `prioritise_few` speaks; `months_of_runway` from which `runway` is silent; `partners_before_launch` from
    which `few_partners_early` may speak.
    """

    off: tuple[str, ...] = ()
    entries_a_block: Annotated[int, msgspec.Meta(ge=1, le=50)] = 7
    months_of_runway: Annotated[int, msgspec.Meta(ge=1, le=36)] = 6
    partners_before_launch: Annotated[int, msgspec.Meta(ge=2, le=20)] = 4


AS_SOURCED = Tuning()
