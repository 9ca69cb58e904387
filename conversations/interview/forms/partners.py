"""Who outside the venture is needed: who, what they give, what they get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET
from msgspec.structs import replace

from conversations.canvas.entries import Entry, Partner, Resource
from conversations.canvas.facets import Block, Sourcing
from conversations.interview.forms.base import Answered, Choice, Choices, Form, Heard, Puzzled, View
from conversations.interview.forms.items import capitalised, receipt
from conversations.interview.replacing import Making, merge
from conversations.reading.parties import Party, read_parties
from conversations.reading.sameness import same_item
from conversations.reading.splitting import split_items
from conversations.words.text import Text, say

if TYPE_CHECKING:
    from conversations.canvas.document import Canvas


class PartnersForm(Form):
    """One partner a line: who: what they give / what they get."""

    def body(self, view: View) -> Text:
        """Begin with the things that come from a partner nobody has named."""
        unnamed = _unnamed(view.canvas)
        return (
            (say("ask.partners_of", n=len(unnamed), names=tuple(r.text for r in unnamed)),) if unnamed else ()
        )

    def choices(self, view: View) -> Choices:
        """Offer having none yet, which is a fine answer."""
        del view
        return ((Choice(say("button.no_partners"), "none"),),)

    def tap(self, view: View, choice: str) -> Heard:
        """Take "None yet"."""
        return self.none(view) if choice == "none" else super().tap(view, choice)

    def hear(self, view: View, text: str) -> Heard:
        """Read the parties, and link the things that come from them."""
        parties = read_parties(text)
        if not parties:
            return Puzzled(say("puzzled.partners"))
        by_name = {capitalised(party.name): party for party in parties}
        making = replace(_making(by_name), said=_said_before(view))
        merged = merge(view.canvas, tuple(by_name), view.answer, making)
        canvas = _linked(merged.canvas, merged.entries)
        return Answered(
            canvas=canvas,
            entries=merged.entries,
            words=text,
            receipt=receipt(merged),
            split=len(by_name) > 1,
        )

    def none(self, view: View) -> Heard:
        """Take having no partners as an answer."""
        return Answered(canvas=view.canvas, standing="none", receipt=(say("receipt.no_partners"),))


class HalvesForm(Form):
    """What partners give or get, where a half is missing: one message for all."""

    def body(self, view: View) -> Text:
        """Say which half is missing of whom."""
        return tuple(say(f"ask.half.{_missing(p)}", name=p.text) for p in _lacking(view.canvas))

    def hear(self, view: View, text: str) -> Heard:
        """Read the halves: by name, a line each in order, or plainly where one partner is asked about."""
        lacking = _lacking(view.canvas)
        canvas = view.canvas
        filled: list[str] = []
        for partner, party in _matched(lacking, text):
            changed = _with_half(partner, party)
            if changed != partner:
                canvas = canvas.with_changed(changed)
                filled.append(partner.text)
        if not filled:
            return Puzzled(say("puzzled.halves"))
        return Answered(
            canvas=_closed(_linked(canvas, tuple(p.id for p in lacking))),
            words=text,
            receipt=(say("receipt.halves", n=len(filled), names=tuple(filled)),),
        )

    def none(self, view: View) -> Heard:
        """Leave the halves open."""
        return self.unknown(view)

    def unknown(self, view: View) -> Answered:
        """Note that the founder doesn't know."""
        return replace(super().unknown(view), canvas=_closed(view.canvas))

    def skipped(self, view: View) -> Answered:
        """Leave the halves unasked."""
        return Answered(canvas=view.canvas, standing="skipped")


def _said_before(view: View) -> tuple[str, ...]:
    return tuple(party.name for party in read_parties(view.answer.words)) if view.answer else ()


def _making(by_name: dict[str, Party]) -> Making:
    def make(name: str) -> Entry:
        party = by_name[name]
        return Partner(id=0, text=name, gives=party.gives or UNSET, gets=party.gets or UNSET)

    def meet(entry: Entry) -> Entry:
        party = next((p for name, p in by_name.items() if same_item(name, entry.text)), None)
        if party is None or not isinstance(entry, Partner):
            return entry
        return replace(entry, gives=party.gives or entry.gives, gets=party.gets or entry.gets)

    return Making(block=Block.PARTNERS, make=make, meet=meet)


def _unnamed(canvas: Canvas) -> tuple[Resource, ...]:
    return tuple(
        resource
        for resource in canvas.of(Resource)
        if resource.sourcing is Sourcing.PARTNER and resource.partner is None
    )


def _linked(canvas: Canvas, partners: tuple[int, ...]) -> Canvas:
    """Give the canvas with each thing that comes from a partner linked to the one who gives it."""
    named = [partner for partner in canvas.of(Partner) if partner.id in partners]
    unnamed = _unnamed(canvas)
    for thing in unnamed:
        givers = [partner for partner in named if _gives(partner, thing.text)]
        if not givers and len(named) == 1 and len(unnamed) == 1:
            givers = named
        if len(givers) == 1:
            canvas = canvas.with_changed(replace(thing, partner=givers[0].id))
    return canvas


def _gives(partner: Partner, thing: str) -> bool:
    words = set(thing.casefold().split())
    return any(
        same_item(given, thing) or set(given.casefold().split()) <= words for given in partner.gives or ()
    )


def _lacking(canvas: Canvas) -> tuple[Partner, ...]:
    return tuple(partner for partner in canvas.of(Partner) if partner.gives is UNSET or partner.gets is UNSET)


def _missing(partner: Partner) -> str:
    if partner.gives is UNSET:
        return "both" if partner.gets is UNSET else "gives"
    return "gets"


def _matched(lacking: tuple[Partner, ...], text: str) -> list[tuple[Partner, Party]]:
    """Give whom the reply speaks of, with what it says of each."""
    parties = read_parties(text)
    matched = [
        (partner, party) for party in parties for partner in lacking if same_item(party.name, partner.text)
    ]
    if matched:
        return matched
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) == len(lacking):
        return [(partner, _plain(line)) for partner, line in zip(lacking, lines, strict=True)]
    return [(lacking[0], _plain(text))] if len(lacking) == 1 else []


def _plain(text: str) -> Party:
    """Give a reply without a name as halves: "gives / gets", or one list for whichever half is missing."""
    gives, slash, gets = text.partition("/")
    return Party(name="", gives=split_items(gives), gets=split_items(gets) if slash else ())


def _with_half(partner: Partner, party: Party) -> Partner:
    gives, gets = party.gives, party.gets
    if partner.gets is UNSET and partner.gives is not UNSET and gives and not gets:
        gives, gets = (), gives
    if partner.gives is UNSET and gives:
        partner = replace(partner, gives=gives)
    if partner.gets is UNSET and gets:
        partner = replace(partner, gets=gets)
    return partner


def _closed(canvas: Canvas) -> Canvas:
    """Give the canvas with the halves that were asked about and not told marked as unknown."""
    for partner in _lacking(canvas):
        gives = None if partner.gives is UNSET else partner.gives
        gets = None if partner.gets is UNSET else partner.gets
        canvas = canvas.with_changed(replace(partner, gives=gives, gets=gets))
    return canvas
