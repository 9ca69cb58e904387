"""The canvas as a picture, in a chat: drawn once, uploaded once, and sent again until something changes."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.fulfilment import Skills
from bot.press import Press
from conversations.interview.requests import Draw
from tests.founders import gets_to
from tests.running import RunningBot, running_bot
from tests.telegram_server import Person, TelegramServer
from tests.telegram_server.attachments import SMALL_PNG

UPLOADED = "uploaded"
"""Stands for a file that came with a call; one that didn't is a file's id."""


class Painter:
    """Draws the smallest picture there is, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[Draw] = []
        self.able = True

    async def draw(self, request: Draw) -> bytes:
        self.asked.append(request)
        return SMALL_PNG if self.able else b""


@pytest.fixture
def painter() -> Painter:
    return Painter()


@pytest.fixture
async def bot(server: TelegramServer, tmp_path: Path, painter: Painter) -> AsyncIterator[RunningBot]:
    skills = Skills(draw=painter.draw)
    async with running_bot(server, tmp_path / "bot.sqlite3", skills=skills) as running:
        yield running


async def asks_for_the_canvas(bot: RunningBot, lena: Person) -> None:
    await lena.says("/canvas")
    await bot.settled(lena)


def pictures(server: TelegramServer) -> list[object]:
    """What was sent as a picture, one after the other: `UPLOADED`, or the id of a file."""
    return [call.parameters.get("photo", UPLOADED) for call in server.calls.of("sendPhoto") if call.ok]


def is_upload(photo: object) -> bool:
    return photo == UPLOADED


async def test_the_same_canvas_is_drawn_once_and_uploaded_once(
    bot: RunningBot, lena: Person, server: TelegramServer, painter: Painter
) -> None:
    await gets_to(bot, lena, "resting")
    await asks_for_the_canvas(bot, lena)
    await asks_for_the_canvas(bot, lena)
    first, *others = pictures(server)
    assert is_upload(first)
    assert len(others) == 2
    assert len(set(others)) == 1
    assert not any(map(is_upload, others))
    assert len(painter.asked) == 1


async def test_it_is_remembered_over_a_restart(
    bot: RunningBot, lena: Person, server: TelegramServer, painter: Painter
) -> None:
    await gets_to(bot, lena, "resting")
    await bot.restarts()
    await asks_for_the_canvas(bot, lena)
    assert [is_upload(photo) for photo in pictures(server)] == [True, False]
    assert len(painter.asked) == 1


async def test_a_changed_canvas_is_drawn_anew_and_then_known_too(
    bot: RunningBot, lena: Person, server: TelegramServer, painter: Painter
) -> None:
    await gets_to(bot, lena, "resting")
    await lena.says("we lease a van from Hertz")
    await bot.settled(lena)
    await asks_for_the_canvas(bot, lena)
    await asks_for_the_canvas(bot, lena)
    assert [is_upload(photo) for photo in pictures(server)] == [True, True, False]
    assert painter.asked[-1].canvas == bot.canvas(lena)
    assert bot.rows("upload") == 1


async def test_the_next_day_the_picture_is_drawn_anew_with_its_date(
    bot: RunningBot, lena: Person, server: TelegramServer, painter: Painter
) -> None:
    await gets_to(bot, lena, "resting")
    server.clock.advance(timedelta(days=1))
    await asks_for_the_canvas(bot, lena)
    assert [is_upload(photo) for photo in pictures(server)] == [True, True]
    days = [request.on for request in painter.asked]
    assert days[0] is not None
    assert days[1] == days[0] + timedelta(days=1)


async def test_a_file_that_telegram_has_no_more_is_drawn_anew(
    bot: RunningBot, lena: Person, server: TelegramServer, painter: Painter
) -> None:
    await gets_to(bot, lena, "resting")
    server.world.files.clear()
    await asks_for_the_canvas(bot, lena)
    await asks_for_the_canvas(bot, lena)
    assert [is_upload(photo) for photo in pictures(server)] == [True, True, False]
    assert len(painter.asked) == 2


async def test_a_file_that_is_gone_and_cannot_be_drawn_is_said_to_be_none(
    bot: RunningBot, lena: Person, server: TelegramServer, painter: Painter
) -> None:
    await gets_to(bot, lena, "resting")
    server.world.files.clear()
    painter.able = False
    await asks_for_the_canvas(bot, lena)
    await lena.sees("The words above have all of it")


async def test_deleting_everything_forgets_the_files_too(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "resting")
    assert bot.rows("upload") == 1
    await lena.says("/delete")
    await lena.sees(button="Yes, delete it all")
    await lena.taps("Yes, delete it all")
    await bot.settled(lena)
    assert bot.rows("upload") == 0


# The real press.


@pytest.fixture
async def printing(server: TelegramServer, tmp_path: Path) -> AsyncIterator[RunningBot]:
    press = Press()
    skills = Skills(draw=press.draw, close=press.close)
    async with running_bot(server, tmp_path / "printing.sqlite3", skills=skills) as running:
        yield running


OPENINGS = {
    "PDF": (".pdf", b"%PDF"),
    "PNG tall": (".png", b"\x89PNG"),
    "PNG wide": (" wide.png", b"\x89PNG"),
    "Excel": (".xlsx", b"PK"),
    "CSV": (".csv", "\ufeffBlock,Note".encode()),
    "Text": (".md", b"# Bean Wheels"),
    "JSON": (".json", b"{"),
}


async def test_every_form_comes_as_a_file_and_the_second_time_without_an_upload(
    printing: RunningBot, lena: Person, server: TelegramServer
) -> None:
    await gets_to(printing, lena, "resting")
    for label, (suffix, opening) in OPENINGS.items():
        await lena.taps(label)
        await printing.settled(lena)
        first = lena.last
        assert first.file_id is not None
        assert server.world.files[first.file_id].name == f"Bean Wheels canvas 2026-03-02{suffix}"
        assert server.file(first.file_id).startswith(opening)
        before = len(server.world.files)
        await lena.taps(label)
        await printing.settled(lena)
        assert len(server.world.files) == before
        assert lena.last.id != first.id
        assert lena.last.file_id == first.file_id


async def test_a_worksheet_that_somebody_had_is_not_made_again_for_somebody_else(
    printing: RunningBot, lena: Person, server: TelegramServer
) -> None:
    ben = server.person("Ben")
    for person in (lena, ben):
        await person.says("/worksheet")
        await printing.settled(person)
    assert lena.last.file_id is not None
    assert lena.last.file_id == ben.last.file_id
    assert server.file(lena.last.file_id).startswith(b"%PDF")
