"""One typesetter for all tests of pictures: its fonts are read once."""

from __future__ import annotations

import pytest

from bot.drawing.typesetting import Typesetter


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave campaigns out unless they are asked for."""
    if "campaign" not in config.option.markexpr:
        left_out = [item for item in items if item.get_closest_marker("campaign")]
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)


@pytest.fixture(scope="session")
def typesetter() -> Typesetter:
    return Typesetter()
