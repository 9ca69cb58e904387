"""A Bot API server for tests, and people who use the bot through it.

async with TelegramServer() as server:
    lena = server.person("Lena")
    await lena.starts()
    welcome = await lena.sees("Welcome", button="Begin")
    await lena.taps("Begin")
"""

from tests.telegram_server import faults
from tests.telegram_server.chats import Seen
from tests.telegram_server.clock import Clock
from tests.telegram_server.faults import Fault
from tests.telegram_server.groups import Channel, Group
from tests.telegram_server.people import InlineQuery, Person
from tests.telegram_server.recorder import RecordedCall, Recorder
from tests.telegram_server.seats import Seat, Sent
from tests.telegram_server.server import TOKEN, TelegramServer
from tests.telegram_server.taps import Tap

__all__ = [
    "TOKEN",
    "Channel",
    "Clock",
    "Fault",
    "Group",
    "InlineQuery",
    "Person",
    "RecordedCall",
    "Recorder",
    "Seat",
    "Seen",
    "Sent",
    "Tap",
    "TelegramServer",
    "faults",
]
