"""Writing down what a statement says: new entries, what they know of each other, nothing twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from conversations.canvas.entries import Activity, Cost, Entry, Partner, Resource
from conversations.canvas.money import restated
from conversations.reading.pricenames import significant
from conversations.reading.sameness import same_item
from conversations.reading.statements_facts import Ally, Done, Had, Paid
from conversations.reading.usual_periods import with_usual_period

if TYPE_CHECKING:
    from collections.abc import Iterable

    from conversations.canvas.document import Canvas
    from conversations.canvas.facets import Sourcing
    from conversations.canvas.money import Amount
    from conversations.reading.statements_facts import Fact

AnyEntry = TypeVar("AnyEntry", bound=Entry)


class Notes:
    """A canvas while statements are written into it: `touched` are the entries that came or changed.

    `met` are those of which nothing new was said, `again` their texts.
    """

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.touched: list[int] = []
        self.met: list[int] = []
        self.again: list[str] = []
        self.dropped: list[str] = []

    def write(self, facts: Iterable[Fact]) -> None:
        """Write facts down: givers and people first, then what comes from them."""
        order = (Ally, Had, Done, Paid)
        for fact in sorted(facts, key=lambda fact: order.index(type(fact))):
            match fact:
                case Ally():
                    self._ally(fact)
                case Had():
                    self._had(fact)
                case Done():
                    self._done(fact)
                case Paid():
                    self.price(fact.name, fact.amount, self._thing(fact.name))

    def change(self, entry: Entry) -> None:
        """Put a changed entry in place of the one with its id; where nothing changed, it was said again."""
        if entry == self.canvas.entry(entry.id):
            self.met.append(entry.id)
            if entry.id not in self.touched:
                self.again.append(entry.text)
            return
        self.canvas = self.canvas.with_changed(entry)
        self._touch(entry.id)

    def drop(self, entry: Entry) -> None:
        """Take an entry off."""
        self.canvas = self.canvas.without([entry.id])
        self.dropped.append(entry.text)

    def add(self, entry: Entry) -> int:
        """Add an entry and give its id."""
        self.canvas = self.canvas.with_new([entry])
        self._touch(self.canvas.next_id - 1)
        return self.canvas.next_id - 1

    def place(self, entry: Entry) -> None:
        """Add an entry under the id that it waited with."""
        self.canvas = self.canvas.with_placed(entry)
        self._touch(entry.id)

    def _touch(self, entry_id: int) -> None:
        if entry_id not in self.touched:
            self.touched.append(entry_id)

    def _ally(self, ally: Ally) -> None:
        known = known_as(self.canvas.of(Partner), ally.name)
        if known is None:
            self.add(Partner(id=0, text=ally.name, gives=ally.gives or UNSET))
            return
        given = known.gives or ()
        fresh = tuple(what for what in ally.gives if not any(same_item(what, one) for one in given))
        self.change(replace(known, gives=(*given, *fresh)) if fresh else known)

    def _had(self, had: Had) -> None:
        giver = known_as(self.canvas.of(Partner), had.giver) if had.giver else None
        known = known_thing(self.canvas, had)
        if known is None:
            number = self.add(
                Resource(
                    id=0,
                    text=had.name,
                    kind=had.kind or UNSET,
                    sourcing=had.sourcing or UNSET,
                    partner=giver.id if giver else None,
                )
            )
        else:
            number = known.id
            self.change(_with_facts(known, had.sourcing, giver.id if giver else None))
        if had.amount is not None:
            thing = self.canvas.entry(number)
            self.price(had.name, had.amount, thing if isinstance(thing, Resource) else None)

    def _done(self, done: Done) -> None:
        known = known_as(self.canvas.of(Activity), done.name)
        if known is None:
            number = self.add(Activity(id=0, text=done.name))
        else:
            number = known.id
            self.change(known)
        person = known_as(self.canvas.of(Resource), done.by) if done.by else None
        if person is not None and number not in person.activities:
            self.change(replace(person, activities=(*person.activities, number)))

    def price(self, name: str, amount: Amount, thing: Resource | None) -> None:
        """Give what something costs: in the cost of that thing or that name, else in a new one."""
        amount = replace(amount, currency=amount.currency or self.canvas.venture.currency or None)
        costs = self.canvas.of(Cost)
        about = next((cost for cost in costs if thing is not None and cost.about == thing.id), None)
        known = about or known_as(costs, name)
        if known is None:
            amount = with_usual_period(amount, name)
            self.add(Cost(id=0, text=name, amount=amount, about=thing.id if thing else None))
            return
        amount = with_usual_period(
            restated(amount, known.amount or None, self.canvas.venture.currency), known.text
        )
        same = bool(known.amount) and _worth(known.amount) == _worth(amount)
        self.change(known if same else replace(known, amount=amount))

    def _thing(self, name: str) -> Resource | None:
        return known_as(self.canvas.of(Resource), name)


def known_as(entries: tuple[AnyEntry, ...], name: str) -> AnyEntry | None:
    """Give the entry that a name means already, None where there is none."""
    return next((entry for entry in entries if same_item(entry.text, name)), None)


def known_thing(canvas: Canvas, had: Had) -> Resource | None:
    """Give the resource that is spoken of, None where it is a new one; "the van" may be a delivery van."""
    things = canvas.of(Resource)
    found = known_as(things, had.name)
    if found is None and had.pointed:
        meant = [thing for thing in things if same_item(thing.text, f"the {had.name}")]
        found = meant[0] if len(meant) == 1 else None
    return found


def is_clear(canvas: Canvas, facts: Iterable[Fact]) -> bool:
    """Whether it is clear what facts are about: a cost that may be one of several others is not."""
    paid = [fact.name for fact in facts if isinstance(fact, Paid)]
    new = [name for name in paid if known_as(canvas.of(Cost), name) is None]
    return not any(may_mean(name, cost.text) for name in new for cost in canvas.of(Cost))


def may_mean(name: str, other: str) -> bool:
    """Whether two names may be of one thing: "insurance" and "van insurance", not "stall insurance"."""
    one, two = set(significant(name)), set(significant(other))
    return one <= two or two <= one


def _worth(amount: Amount | UnsetType | None) -> object:
    return amount and (amount.low, amount.high, amount.currency, amount.period, amount.per)


def _with_facts(thing: Resource, sourcing: Sourcing | None, giver: int | None) -> Resource:
    """Give a thing with how it is had and from whom, as far as that was said."""
    if sourcing is not None and sourcing is not thing.sourcing:
        return replace(thing, sourcing=sourcing, partner=giver)
    return replace(thing, partner=giver or thing.partner)
