"""The points that a turn passes on its way to disk, by name. Crash tests end the process at each of them."""

from typing import Final

KEY_INSERTED: Final = "turn: key inserted"
LOADED: Final = "turn: loaded"
STEPPED: Final = "turn: stepped"
SAVED: Final = "turn: saved"

TURN: Final = "turn"
MARKS: Final = "marks"
LANE: Final = "lane"
KINDS: Final = (TURN, MARKS, LANE)
"""What a transaction may hold; each is named before and after the commit."""

POINTS: Final = (
    KEY_INSERTED,
    LOADED,
    STEPPED,
    SAVED,
    *(f"{kind}: {side}" for kind in KINDS for side in ("before commit", "committed")),
)
