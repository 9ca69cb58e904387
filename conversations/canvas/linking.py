"""Which resources which activities need: read from the words, never asked, and only where it is sure."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.canvas.entries import Activity, Resource
from conversations.canvas.facets import ResourceKind
from conversations.canvas.stems import stem, stems
from conversations.reading.phrases import words_of
from conversations.reading.statements_phrases import head_of
from conversations.reading.wordsets import words

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
    said = words_of(activity.text)
    if not said or said[0] in _GETTING or resource.kind is ResourceKind.FINANCIAL:
        return False
    doing, head = stems(activity.text), head_of(resource.text)
    verbs = {stem(said[0]), *(stem(after) for word, after in pairwise(said) if word in ("and", "&"))}
    by_hand = bool(verbs & stems(*words_of(resource.text)))
    by_use = bool(_USES.get(head, frozenset()) & verbs)
    named = bool(stems(head) & doing)
    made = head in _TOOLS and bool(verbs & _MAKING) and bool((stems(resource.text) - stems(head)) & doing)
    return by_hand or by_use or named or made
