"""The closed vocabulary of guards, each where it holds and where it doesn't."""

from decimal import Decimal

import msgspec
import pytest

from conversations.canvas.document import Canvas, FrontStage, Venture
from conversations.canvas.entries import Activity, Cost, Entry, Partner, Resource
from conversations.canvas.facets import BusinessType, ResourceKind, Sourcing, Stage
from conversations.canvas.money import Amount
from conversations.script.guards import EXPECTED, GUARDS, holds, may_hold

TEN = Amount(low=Decimal(10), high=Decimal(10))
MAKER, PLATFORM = BusinessType.PRODUCTION, BusinessType.PLATFORM
SOLVER, MOVER = BusinessType.PROBLEM_SOLVING, BusinessType.SUPPLY_CHAIN


def of(*types: BusinessType) -> Canvas:
    return Canvas(venture=Venture(business_types=types))


def at(stage: Stage) -> Canvas:
    return Canvas(venture=Venture(stage=stage))


def entries(*some: Entry, currency: str = "") -> Canvas:
    return Canvas(venture=Venture(currency=currency)).with_new(some)


def front(**lines: str | Amount | None) -> Canvas:
    return Canvas(front_stage=msgspec.convert(lines, FrontStage))


TABLE = [
    ("trading", at(Stage.EARLY), at(Stage.PRE_LAUNCH)),
    ("trading", at(Stage.ESTABLISHED), Canvas()),
    ("not_trading", at(Stage.IDEA), at(Stage.GROWTH)),
    ("not_trading", Canvas(), at(Stage.EARLY)),
    ("platform", of(MAKER, PLATFORM), of(MAKER)),
    ("platform", of(PLATFORM), Canvas()),
    ("only_platform", of(PLATFORM), of(MAKER, PLATFORM)),
    ("only_platform", of(PLATFORM), Canvas(venture=Venture(business_types=None))),
    ("only_problem_solving", of(SOLVER), of(SOLVER, MOVER)),
    ("only_supply_chain", of(MOVER), of(SOLVER)),
    ("nonprofit", Canvas(venture=Venture(trade="nonprofit")), Canvas(venture=Venture(trade="food"))),
    ("customers_unknown", front(value_proposition="Soap"), front(value_proposition="Soap", customers="me")),
    ("customers_unknown", front(value_proposition="Soap"), front(value_proposition=None)),
    ("customers_unknown", front(value_proposition="Soap"), front(value_proposition="Soap", customers=None)),
    ("has_open_activities", entries(Activity(id=0, text="a")), entries(Activity(id=0, text="a", done=True))),
    (
        "has_several_activities",
        entries(Activity(id=0, text="a"), Activity(id=0, text="b")),
        entries(Activity(id=0, text="a")),
    ),
    ("has_things", entries(Resource(id=0, text="van")), Canvas()),
    (
        "has_things",
        entries(Resource(id=0, text="van", kind=ResourceKind.PHYSICAL)),
        entries(
            Resource(id=0, text="Tom", kind=ResourceKind.HUMAN),
            Resource(id=0, text="savings", kind=ResourceKind.FINANCIAL),
        ),
    ),
    (
        "partner_halves_missing",
        entries(Partner(id=0, text="mill", gives=("beans",))),
        entries(Partner(id=0, text="mill", gives=None, gets=None)),
    ),
    (
        "has_likely_costs",
        entries(Resource(id=0, text="van", sourcing=Sourcing.LEASED)),
        entries(Resource(id=0, text="van", sourcing=Sourcing.OWNED)),
    ),
    ("has_costs", entries(Cost(id=0, text="rent")), Canvas()),
    ("currency_unknown", entries(Cost(id=0, text="rent", amount=TEN)), entries(Cost(id=0, text="rent"))),
    (
        "currency_unknown",
        front(price=TEN),
        entries(Cost(id=0, text="rent", amount=TEN), currency="EUR"),
    ),
]


@pytest.mark.parametrize(("guard", "where_it_holds", "where_not"), TABLE)
def test_a_guard_holds_where_it_should(guard: str, where_it_holds: Canvas, where_not: Canvas) -> None:
    assert holds((guard,), where_it_holds)
    assert not holds((guard,), where_not)
    assert holds((), where_not)


def test_every_guard_is_in_the_table() -> None:
    assert {guard for guard, _, _ in TABLE} == set(GUARDS)


def test_what_may_still_come_true_counts() -> None:
    for guard in GUARDS:
        assert may_hold((guard,), Canvas()) == (guard in EXPECTED or holds((guard,), Canvas()))
