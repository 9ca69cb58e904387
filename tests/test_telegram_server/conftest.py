from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession, ClientTimeout
from telegram import Bot

from tests.telegram_server import Person, TelegramServer


class Client:
    """A bot's side of the HTTP connection, without any library's kindness."""

    def __init__(self, server: TelegramServer, session: ClientSession) -> None:
        self._server = server
        self._session = session

    async def post(self, method: str, /, **values: object) -> dict[str, object]:
        """The envelope that a JSON request is answered with."""
        address = f"{self._server.url}/bot{self._server.token}/{method}"
        async with self._session.post(address, json=values) as response:
            envelope: dict[str, object] = await response.json()
        assert envelope.get("error_code", 200) == response.status
        return envelope

    async def result(self, method: str, /, **values: object) -> object:
        envelope = await self.post(method, **values)
        assert envelope["ok"], envelope
        return envelope["result"]

    async def refusal(self, method: str, /, **values: object) -> str:
        envelope = await self.post(method, **values)
        assert not envelope["ok"], envelope
        return str(envelope["description"])

    async def update_ids(self, **values: object) -> list[int]:
        updates = await self.result("getUpdates", **values)
        assert isinstance(updates, list)
        return [update["update_id"] for update in updates]


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as running:
        yield running


@pytest.fixture
async def session() -> AsyncIterator[ClientSession]:
    async with ClientSession(timeout=ClientTimeout(total=20)) as open_session:
        yield open_session


@pytest.fixture
def client(server: TelegramServer, session: ClientSession) -> Client:
    return Client(server, session)


@pytest.fixture
async def bot(server: TelegramServer) -> AsyncIterator[Bot]:
    async with Bot(
        server.token, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot"
    ) as ready:
        yield ready


@pytest.fixture
async def lena(server: TelegramServer) -> Person:
    """A person who has started the bot."""
    person = server.person("Lena", language="en")
    await person.starts()
    return person
