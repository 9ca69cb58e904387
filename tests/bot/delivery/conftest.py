import pytest

from tests.bot.delivery.scene import Scene


@pytest.fixture
def scene() -> Scene:
    return Scene()
