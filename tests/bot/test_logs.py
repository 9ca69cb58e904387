import asyncio
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import set_up_logs
from bot.subject import about
from bot.turns import Address

TOKEN = "110201543:" + "Ab-_5" * 7
WORDS = "my secret soap recipe"


@pytest.fixture(autouse=True)
def logs_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers, root.level = handlers, level
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()


def fails_twice() -> None:
    try:
        int(WORDS)
    except ValueError as error:
        raise RuntimeError(WORDS) from error


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_a_line_tells_when_what_and_which_turn(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", "json")
    with about("telegram/1/2", Address("telegram", 1, 7)):
        structlog.get_logger("bot.telegram").info("turn committed", messages=2)
        structlog.get_logger("bot.telegram").debug("not wanted")

    (line,) = lines(capsys)

    assert str(line.pop("timestamp")).endswith("Z")
    assert line == {
        "event": "turn committed",
        "level": "info",
        "logger": "bot.telegram",
        "messages": 2,
        "chat": "552f8dbe0b",
        "turn": "71c13966a4",
        "update": "71c13966a4",
    }


def test_a_line_about_what_was_asked_for_names_the_update_that_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    set_up_logs("INFO", "json")
    with about("job/telegram/1/2#1", Address("telegram", 1, 7)):
        structlog.get_logger("bot.fulfilment").warning("not drawn")
    with about("job/12", Address("telegram", 1, 7)):
        structlog.get_logger("bot.fulfilment").warning("reminder failed")

    asked, reminded = lines(capsys)

    assert asked["update"] == "71c13966a4" != asked["turn"]
    assert "update" not in reminded


def test_the_token_is_taken_out_of_every_line(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", "json")
    structlog.get_logger("bot.telegram").warning(f"GET /bot{TOKEN}/getMe", url=f"/bot{TOKEN}/getMe")
    logging.getLogger("somebody.else").warning("asked %s", f"https://api.telegram.org/bot{TOKEN}/getMe")
    logging.getLogger("somebody.else").error("odd:%s", TOKEN)

    printed = capsys.readouterr().err

    assert TOKEN not in printed
    assert printed.count("[token]") == 4


@pytest.mark.parametrize("form", ["json", "console"])
def test_an_exception_is_logged_without_its_words(capsys: pytest.CaptureFixture[str], form: str) -> None:
    set_up_logs("INFO", form)
    try:
        fails_twice()
    except RuntimeError as error:
        structlog.get_logger("bot").exception("turn failed")
        structlog.get_logger("bot").error("turn failed", exc_info=error)
        logging.getLogger("somebody.else").exception("failed")

    printed = capsys.readouterr().err

    assert WORDS not in printed
    assert printed.count("builtins.RuntimeError") == 3
    assert printed.count("builtins.ValueError") == 3
    assert "in fails_twice" in printed


def test_what_a_forgotten_task_raised_is_logged_without_its_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    set_up_logs("INFO", "json")
    loop = asyncio.new_event_loop()
    loop.call_exception_handler({"message": "never retrieved", "exception": ValueError(WORDS)})
    loop.close()

    printed = capsys.readouterr().err

    assert "never retrieved" in printed
    assert "builtins.ValueError" in printed
    assert WORDS not in printed


def test_libraries_are_heard_from_warning_on_whatever_the_level(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("DEBUG", "json")
    logging.getLogger("telegram.Bot").debug("getUpdates returned %s", WORDS)
    logging.getLogger("sqlalchemy.engine").info("INSERT %s", WORDS)
    structlog.get_logger("bot.delivery").debug("lane released")

    assert [line["event"] for line in lines(capsys)] == ["lane released"]


def test_a_group_of_exceptions_is_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", "json")
    group = ExceptionGroup(WORDS, [KeyError(WORDS), OSError(WORDS)])
    structlog.get_logger("bot").error("several failed", exc_info=group)

    (line,) = lines(capsys)

    assert line["error"] == ["builtins.ExceptionGroup", "builtins.KeyError", "builtins.OSError"]
