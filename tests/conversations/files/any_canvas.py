"""Any canvas that the bot could have written."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st
from msgspec import UNSET
from msgspec.structs import replace

from conversations.canvas.document import Answer, Canvas, FrontStage, Totals, Unsorted, Venture, Volume
from conversations.canvas.entries import Activity, Cost, Entry, Partner, Resource
from conversations.canvas.facets import (
    ActivityKind,
    Behaviour,
    BusinessType,
    Evidence,
    PartnerKind,
    ResourceKind,
    Serves,
    Sourcing,
    Stage,
    When,
)
from conversations.canvas.money import Amount, Period
from conversations.reading.text import clean_text

texts = st.text(max_size=30).map(clean_text)
figures = st.decimals(0, 10**9, places=2, allow_nan=False) | st.integers(0, 10**12).map(Decimal)
serves = st.lists(st.sampled_from(Serves), unique=True).map(tuple)
ids = st.integers(1, 12)


def facet(*values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Give not asked, unknown, or one of these."""
    return st.one_of(st.just(UNSET), st.none(), *values)


amounts = st.builds(
    Amount,
    low=figures,
    high=figures,
    currency=st.none() | st.sampled_from(("EUR", "USD", "JPY")),
    period=st.none() | st.sampled_from(Period),
    per=texts,
    rough=st.booleans(),
    as_written=texts,
)
volumes = st.builds(Volume, low=figures, high=figures, hoped=st.booleans())
_common = {"id": st.just(0), "text": texts, "evidence": facet(st.sampled_from(Evidence))}
entries: st.SearchStrategy[Entry] = st.one_of(
    st.builds(
        Activity,
        **_common,
        kind=facet(st.sampled_from(ActivityKind)),
        serves=serves,
        when=st.just(UNSET) | st.sampled_from(When),
        goal=texts,
        due=facet(st.dates(date(2020, 1, 1), date(2099, 12, 31))),
        done=st.booleans(),
        starred=st.booleans(),
        preparation=st.booleans(),
    ),
    st.builds(
        Resource,
        **_common,
        kind=facet(st.sampled_from(ResourceKind)),
        sourcing=facet(st.sampled_from(Sourcing)),
        partner=st.none() | ids,
        serves=serves,
        activities=st.lists(ids, unique=True, max_size=3).map(tuple),
    ),
    st.builds(
        Partner,
        **_common,
        kind=facet(st.sampled_from(PartnerKind)),
        gives=facet(st.lists(texts, max_size=3).map(tuple)),
        gets=facet(st.lists(texts, max_size=3).map(tuple)),
        why=texts,
    ),
    st.builds(
        Cost,
        **_common,
        amount=facet(amounts),
        behaviour=facet(st.sampled_from(Behaviour)),
        about=st.none() | ids,
        driver=texts,
    ),
)
answers = st.builds(
    Answer,
    words=texts,
    entries=st.lists(ids, unique=True, max_size=3).map(tuple),
    standing=st.sampled_from(("said", "skipped", "unknown", "none")),
)
ventures = st.builds(
    Venture,
    name=texts,
    stage=st.just(UNSET) | st.sampled_from(Stage),
    business_types=facet(st.lists(st.sampled_from(BusinessType), unique=True, min_size=1).map(tuple)),
    trade=texts,
    currency=st.sampled_from(("", "EUR", "USD")),
)
fronts = st.builds(
    FrontStage,
    **{
        part: facet(texts)
        for part in ("value_proposition", "customers", "channels", "relationships", "revenue")
    },
    price=facet(amounts),
    volume=facet(volumes),
    monthly_revenue=facet(amounts),
)
totals = st.builds(
    Totals,
    **{
        part: st.just(UNSET) | amounts
        for part in ("cash", "monthly_costs", "fixed_costs", "unit_cost", "burn")
    },
)


@st.composite
def canvases(draw: st.DrawFn) -> Canvas:
    """Draw a canvas, its links among its own entries, some of which were deleted since."""
    canvas = Canvas(
        venture=draw(ventures),
        front_stage=draw(fronts),
        totals=draw(totals),
        answers=draw(st.dictionaries(st.sampled_from(("name", "stage", "promise", "things")), answers)),
        dismissed=draw(st.lists(texts, unique=True, max_size=3).map(tuple)),
    ).with_new(draw(st.lists(entries, max_size=10)))
    waiting = tuple(
        Unsorted(canvas.next_id + n, text) for n, text in enumerate(draw(st.lists(texts, max_size=2)))
    )
    canvas = replace(canvas, to_sort=waiting, next_id=canvas.next_id + len(waiting))
    return _with_own_links(canvas.without(draw(st.sets(ids, max_size=3))))


def _with_own_links(canvas: Canvas) -> Canvas:
    """Take off the links that the bot would never have made: to what isn't there, or to another block."""
    partners = {entry.id for entry in canvas.of(Partner)}
    activities = {entry.id for entry in canvas.of(Activity)}
    there = {entry.id for entry in canvas.entries}
    for resource in canvas.of(Resource):
        kept = tuple(one for one in resource.activities if one in activities)
        partner = resource.partner if resource.partner in partners else None
        canvas = canvas.with_changed(replace(resource, partner=partner, activities=kept))
    for cost in canvas.of(Cost):
        canvas = canvas.with_changed(replace(cost, about=cost.about if cost.about in there else None))
    answers = {
        question: replace(answer, entries=tuple(one for one in answer.entries if one in there))
        for question, answer in canvas.answers.items()
    }
    return replace(canvas, answers=answers)
