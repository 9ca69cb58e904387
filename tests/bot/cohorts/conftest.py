import pytest

from tests.telegram_server import Person, TelegramServer


@pytest.fixture
def ana(server: TelegramServer) -> Person:
    return server.person("Ana")


@pytest.fixture
def jo(server: TelegramServer) -> Person:
    return server.person("Jo")
