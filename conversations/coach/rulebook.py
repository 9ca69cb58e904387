"""Every rule of the coach. A new one is a function in the module of its block, and nothing else."""

from __future__ import annotations

from conversations.coach import activities, blocks, costs, front_stage, money, partners, resources
from conversations.coach.advice import Rule

_MODULES = (blocks, activities, resources, partners, costs, money, front_stage)

_FOUND = (value for module in _MODULES for value in vars(module).values() if isinstance(value, Rule))

# A module may look at another's rule: each counts once.
RULES: tuple[Rule, ...] = tuple(dict.fromkeys(_FOUND))
