"""Which resources which activities need: read from the words, never asked, and only where it is sure."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from conversations.canvas.entries import Activity, Resource
from conversations.canvas.facets import ResourceKind
from conversations.canvas.stems import stem, stems
from conversations.reading.phrases import words_of
from conversations.reading.statements_phrases import head_of
from conversations.reading.wordsets import words
from conversations.remembering import remembered

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas

_WORKED_WITH = {
    "van truck lorry car bike bikes scooter trailer": "deliver drive transport ship distribute collect",
    "oven ovens": "bake roast",
    "kitchen kitchens stove": "cook bake prepare brew",
    "camera cameras": "photograph film shoot record",
    "printer press": "print",
    "loom": "weave knit",
    "phone phones telephone": "call phone",
    "mixer blender": "mix blend bake",
    "juicer": "press juice",
    "workshop": "build repair make craft assemble",
    "stall stand cart pitch booth": "sell serve",
    "shop store storefront": "sell serve",
    "greenhouse field land garden": "grow plant harvest",
    "recipe recipes": "bake cook brew mix",
    "mould moulds mold molds": "cast mould pour",
    "warehouse": "store pack ship stock",
}
"""What things are for, where everybody would agree: things, and the verbs that are done with them."""
_USES = {
    thing: frozenset(stem(verb) for verb in verbs.split())
    for things, verbs in _WORKED_WITH.items()
    for thing in things.split()
}
_TOOLS = words(
    "machine machines maker press equipment tool tools kit software mixer grinder roaster oven line printer"
)
_MAKING = frozenset(
    map(stem, words("make brew bake cook roast press prepare produce serve grind mix sell blend"))
)
_GETTING = words(
    "get apply buy find rent obtain hire raise order register secure sign lease look search ask borrow own "
    "pay choose pick finish request"
)


def with_links(canvas: Canvas) -> Canvas:
    """Give the canvas with each resource linked to what surely needs it; no link is taken off."""
    activities = canvas.of(Activity)
    for resource in canvas.of(Resource):
        found = [one.id for one in activities if one.id not in resource.activities and needs(one, resource)]
        if found:
            canvas = canvas.with_changed(replace(resource, activities=(*resource.activities, *found)))
    return canvas


def needs(activity: Activity, resource: Resource) -> bool:
    """Whether an activity surely needs a resource, by the words of both."""
    verbs = _verbs(activity.text)
    if not verbs or resource.kind is ResourceKind.FINANCIAL:
        return False
    doing, thing = stems(activity.text), _thing(resource.text)
    by_hand = not verbs.isdisjoint(thing.words)
    by_use = not verbs.isdisjoint(_USES.get(thing.head, frozenset()))
    named = not doing.isdisjoint(thing.named)
    made = thing.is_tool and not verbs.isdisjoint(_MAKING) and not doing.isdisjoint(thing.meant - thing.named)
    return by_hand or by_use or named or made


class _Thing(NamedTuple):
    """A resource's words: the noun it is about, and stems of that, of each word, and of what tells."""

    head: str
    named: frozenset[str]
    words: frozenset[str]
    meant: frozenset[str]
    is_tool: bool


@remembered
def _thing(text: str) -> _Thing:
    head = head_of(text)
    return _Thing(head, stems(head), stems(*words_of(text)), stems(text), head in _TOOLS)


@remembered
def _verbs(text: str) -> frozenset[str]:
    """Give the stems of an activity's verbs; none where it is about getting something."""
    said = words_of(text)
    if not said or said[0] in _GETTING:
        return frozenset()
    more = (after for word, after in pairwise(said) if word in ("and", "&"))
    return frozenset(map(stem, (said[0], *more)))
