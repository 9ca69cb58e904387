"""Every rule of the coach. A new one is a function in the module of its block, and nothing else."""

from __future__ import annotations

from conversations.coach import (
    activities,
    blocks,
    budget,
    costs,
    dependence,
    evidence,
    front_stage,
    money,
    needs,
    partners,
    resources,
)
from conversations.coach.advice import Rule

_MODULES = (
    front_stage,
    blocks,
    activities,
    resources,
    needs,
    partners,
    dependence,
    evidence,
    costs,
    budget,
    money,
)

_FOUND = (value for module in _MODULES for value in vars(module).values() if isinstance(value, Rule))

# A module may look at another's rule: each counts once.
RULES: tuple[Rule, ...] = tuple(dict.fromkeys(_FOUND))
