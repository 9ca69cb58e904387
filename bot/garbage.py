"""What is loaded for good is not looked through for garbage again and again."""

from __future__ import annotations

import gc

ALLOCATIONS = 10_000
"""Objects made between two looks at the young ones; hardly anything here hangs in a circle."""


def keep_what_is_loaded() -> None:
    """Have the collector look at what comes from now on, and less often than it does by itself.

    By itself it took a fifteenth of a turn's processor time, and held up everybody for a twentieth of a
    second now and then: whatever was loaded, catalogues and scripts and the encoder, was gone through.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(ALLOCATIONS)
