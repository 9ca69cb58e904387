"""Groups of stages in which rules are quiet."""

from conversations.canvas.facets import Stage

GROWN = frozenset({Stage.GROWTH, Stage.ESTABLISHED})
TRADING = frozenset({Stage.EARLY, *GROWN})
