"""One typesetter for all tests of pictures: its fonts are read once."""

from __future__ import annotations

import pytest

from bot.drawing.typesetting import Typesetter


@pytest.fixture(scope="session")
def typesetter() -> Typesetter:
    return Typesetter()
