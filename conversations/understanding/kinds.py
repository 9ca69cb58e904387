"""Which kinds each block has, as the sorter names them."""

from conversations.canvas.facets import ActivityKind, Behaviour, Block, PartnerKind, ResourceKind

NO_KIND = "none"
"""Fits no kind: marketing, research, finance and other support among the activities."""

BLOCKS = tuple(Block)
KINDS: dict[Block, tuple[str, ...]] = {
    Block.ACTIVITIES: (*(kind.value for kind in ActivityKind), NO_KIND),
    Block.RESOURCES: tuple(kind.value for kind in ResourceKind),
    Block.PARTNERS: tuple(kind.value for kind in PartnerKind),
    Block.COSTS: tuple(behaviour.value for behaviour in Behaviour),
}
