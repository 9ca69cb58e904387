"""The closed vocabulary of guards: what a script may ask of a canvas.

Each guard answers for the canvas as it is. `EXPECTED` are those that may still come true inside their block;
they count as true when a block's questions are counted on entering it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from msgspec import UNSET

from conversations.canvas.document import Canvas
from conversations.canvas.entries import Activity, Cost, Partner, Resource
from conversations.canvas.facets import BusinessType, ResourceKind
from conversations.canvas.likely_costs import likely_costs

Guard: TypeAlias = Callable[[Canvas], bool]


def _trading(canvas: Canvas) -> bool:
    return canvas.venture.stage is not UNSET and canvas.venture.stage.trading


def _type(wanted: BusinessType) -> Guard:
    def is_type(canvas: Canvas) -> bool:
        types = canvas.venture.business_types
        return bool(types) and types is not UNSET and types is not None and wanted in types

    return is_type


def _only_type(wanted: BusinessType) -> Guard:
    def is_only_type(canvas: Canvas) -> bool:
        return canvas.venture.business_types == (wanted,)

    return is_only_type


def _customers_unknown(canvas: Canvas) -> bool:
    front = canvas.front_stage
    return isinstance(front.value_proposition, str) and front.customers is UNSET


def _has_things(canvas: Canvas) -> bool:
    return any(
        resource.kind not in (ResourceKind.HUMAN, ResourceKind.FINANCIAL) for resource in canvas.of(Resource)
    )


def _partner_halves_missing(canvas: Canvas) -> bool:
    return any(partner.gives is UNSET or partner.gets is UNSET for partner in canvas.of(Partner))


def _currency_unknown(canvas: Canvas) -> bool:
    return not canvas.venture.currency and (
        any(cost.amount for cost in canvas.of(Cost)) or bool(canvas.front_stage.price)
    )


def _nonprofit(canvas: Canvas) -> bool:
    return canvas.venture.trade == "nonprofit"


GUARDS: dict[str, Guard] = {
    "trading": _trading,
    "not_trading": lambda canvas: not _trading(canvas),
    "platform": _type(BusinessType.PLATFORM),
    "only_platform": _only_type(BusinessType.PLATFORM),
    "only_problem_solving": _only_type(BusinessType.PROBLEM_SOLVING),
    "only_supply_chain": _only_type(BusinessType.SUPPLY_CHAIN),
    "nonprofit": _nonprofit,
    "customers_unknown": _customers_unknown,
    "has_open_activities": lambda canvas: any(not activity.done for activity in canvas.of(Activity)),
    "has_several_activities": lambda canvas: len(canvas.of(Activity)) > 1,
    "has_things": _has_things,
    "partner_halves_missing": _partner_halves_missing,
    "has_likely_costs": lambda canvas: bool(likely_costs(canvas)),
    "has_costs": lambda canvas: bool(canvas.of(Cost)),
    "currency_unknown": _currency_unknown,
}

EXPECTED = frozenset({"has_open_activities", "has_several_activities", "has_things", "has_costs"})


class Standing:
    """What guards say of one canvas, each asked once."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        # Kept with the canvas, which never changes: several parts of a turn ask the same.
        self._said: dict[str, bool] = canvas.__dict__.setdefault("guards", {})

    def holds(self, guards: tuple[str, ...]) -> bool:
        """Whether all of these guards hold."""
        return all(self._says(guard) for guard in guards)

    def may_hold(self, guards: tuple[str, ...]) -> bool:
        """Whether all of these guards hold, or may by the end of their block."""
        return all(guard in EXPECTED or self._says(guard) for guard in guards)

    def _says(self, guard: str) -> bool:
        said = self._said.get(guard)
        if said is None:
            said = self._said[guard] = GUARDS[guard](self._canvas)
        return said


def holds(guards: tuple[str, ...], canvas: Canvas) -> bool:
    """Whether all of these guards hold for a canvas."""
    return Standing(canvas).holds(guards)


def may_hold(guards: tuple[str, ...], canvas: Canvas) -> bool:
    """Whether all of these guards hold, or may by the end of their block."""
    return Standing(canvas).may_hold(guards)
