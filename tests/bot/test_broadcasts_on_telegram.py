"""A word to many people, as they and whoever writes meanwhile see it."""

from pathlib import Path

from benchmarks.announcing import announce
from tests.running import RunningBot
from tests.telegram_server import Person, TelegramServer
from tests.telegram_server.server import TOKEN

NEWS = "Nothing changed."
BOT = int(TOKEN.partition(":")[0])


async def told_to(server: TelegramServer, database: Path, number: int) -> list[Person]:
    """People who are to be told something as soon as a bot runs."""
    people = [server.person(f"Founder {one}") for one in range(number)]
    for person in people:
        person.wrote_long_ago()
    chats = [person.id for person in people]
    await announce(f"sqlite:///{database}", BOT, chats, server.clock.moment)
    return people


async def test_everybody_is_told_once(server: TelegramServer, tmp_path: Path) -> None:
    bot = RunningBot(server, tmp_path / "bot.sqlite3", "polling")
    people = await told_to(server, bot.database, 60)
    await bot.starts()
    await bot.settled(*people)
    await bot.stops()
    assert [[message.text for message in person.chat] for person in people] == [[NEWS]] * 60


async def test_whoever_writes_meanwhile_is_answered_long_before_the_last_is_told(
    server: TelegramServer, tmp_path: Path, lena: Person
) -> None:
    bot = RunningBot(server, tmp_path / "bot.sqlite3", "polling")
    bot.rate = 30
    await told_to(server, bot.database, 500)
    await bot.begins()
    await server.calls.until("sendMessage", 5)
    await lena.starts()
    await lena.sees("What's your venture called?")
    told = server.calls.of("sendMessage", lambda call: call.chat_id != lena.id)
    assert len(told) < 500
    await bot.stops()
    assert bot.rows("intent where due_at is not null") > 0, "the rest waits for the next start"


async def test_one_who_blocked_the_bot_holds_nobody_up(server: TelegramServer, tmp_path: Path) -> None:
    bot = RunningBot(server, tmp_path / "bot.sqlite3", "polling")
    people = await told_to(server, bot.database, 20)
    await people[3].closes_account()
    await bot.starts()
    await bot.settled(*people[:3], *people[4:])
    await bot.stops()
    assert [len(person.chat) for person in people] == [1, 1, 1, 0, *[1] * 16]
