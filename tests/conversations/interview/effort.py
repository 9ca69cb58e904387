"""How hard the property tests try: a little in the ordinary run, long in a campaign.

`BACKSTAGE_CAMPAIGN=100` tries a hundred times as much, at random; the ordinary run is the same every time.
`BACKSTAGE_SHRINK=1` makes what failed as short as it can be.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

CAMPAIGN = int(os.environ.get("BACKSTAGE_CAMPAIGN", "0"))
SHRINK = bool(os.environ.get("BACKSTAGE_SHRINK"))


def effort(examples: int, steps: int = 40) -> settings:
    """Give the settings of a property test that ordinarily tries so many examples."""
    return settings(
        max_examples=examples * max(1, CAMPAIGN),
        stateful_step_count=steps,
        derandomize=not CAMPAIGN,
        database=None,
        # Making a failing run of fifty steps short takes minutes: only where somebody asks for it.
        phases=[Phase.explicit, Phase.generate, *([Phase.shrink] if SHRINK else [])],
        report_multiple_bugs=False,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    )
