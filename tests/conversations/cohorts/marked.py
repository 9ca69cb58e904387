"""Canvases in which every word and number is marked with the part that it belongs to."""

from decimal import Decimal

from hypothesis import strategies as st

from conversations.canvas.document import Answer, Canvas, FrontStage, Totals, Unsorted, Venture, Volume
from conversations.canvas.entries import Activity, Cost, Entry, Partner, Resource
from conversations.canvas.facets import BusinessType, ResourceKind, Serves, Sourcing, Stage
from conversations.canvas.money import Amount, Period
from conversations.cohorts.consent import Part

MARKS = {
    Part.ACTIVITIES: "qactivity",
    Part.RESOURCES: "qresource",
    Part.PARTNERS: "qpartner",
    Part.COSTS: "qcost",
    Part.FRONT_STAGE: "qshow",
    Part.NUMBERS: "98765",
    Part.CHECK_INS: "qcheckin",
}
NEVER = "qnever"
"""Stands where nobody but the founder ever looks: raw answers, what waits to be sorted."""

amounts = st.builds(
    lambda low, period: Amount(Decimal(low), Decimal(low), "EUR", period, as_written=f"{low} EUR"),
    st.integers(9_876_500, 9_876_599),
    st.sampled_from([*Period, None]),
)
links = st.none() | st.integers(1, 8)
entries: st.SearchStrategy[Entry] = st.one_of(
    st.builds(
        Activity,
        id=st.just(0),
        text=st.just(f"Do {MARKS[Part.ACTIVITIES]}"),
        goal=st.just(MARKS[Part.ACTIVITIES]),
        serves=st.just((Serves.CHANNELS,)),
    ),
    st.builds(
        Resource,
        id=st.just(0),
        text=st.just(f"Have {MARKS[Part.RESOURCES]}"),
        kind=st.sampled_from(ResourceKind),
        sourcing=st.sampled_from(Sourcing),
        partner=links,
        activities=st.lists(st.integers(1, 8)).map(tuple),
    ),
    st.builds(
        Partner,
        id=st.just(0),
        text=st.just(f"Know {MARKS[Part.PARTNERS]}"),
        gives=st.just((MARKS[Part.PARTNERS],)),
        why=st.just(MARKS[Part.PARTNERS]),
    ),
    st.builds(
        Cost,
        id=st.just(0),
        text=st.just(f"Pay {MARKS[Part.COSTS]}"),
        amount=amounts,
        about=links,
        driver=st.just(MARKS[Part.COSTS]),
    ),
)


@st.composite
def marked_canvases(draw: st.DrawFn) -> Canvas:
    show, amount = MARKS[Part.FRONT_STAGE], draw(amounts)
    canvas = Canvas(
        venture=Venture(
            name="Bean Wheels",
            stage=draw(st.sampled_from(Stage)),
            business_types=(BusinessType.PRODUCTION,),
            trade=show,
            currency="EUR",
        ),
        front_stage=FrontStage(
            value_proposition=show,
            customers=show,
            channels=show,
            relationships=show,
            revenue=show,
            price=amount,
            volume=Volume(low=amount.low, high=amount.high, hoped=True),
            monthly_revenue=amount,
        ),
        totals=Totals(cash=amount, burn=amount),
        answers={"promise": Answer(words=NEVER), "prices": Answer(words=NEVER, entries=(1, 2))},
        to_sort=(Unsorted(90, NEVER),),
        dismissed=(NEVER,),
    )
    return canvas.with_new(draw(st.lists(entries, max_size=8)))
