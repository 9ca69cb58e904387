"""Nothing that people write, and nothing of the token, gets into a log."""

import logging
from collections.abc import Iterator

import pytest
import structlog

from tests.bot.telegram.conftest import SECRET, Starter
from tests.telegram_server import TelegramServer, faults

TYPED = "sourdough-and-secrets"


@pytest.fixture
def lines() -> Iterator[list[str]]:
    """All that any logger of this process says, every one of them at its most talkative."""
    said: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(f"{record.name} {record.getMessage()} {record.__dict__} {record.exc_info}")

    ear, root = Ear(level=0), logging.getLogger()
    names = [name for name, logger in root.manager.loggerDict.items() if isinstance(logger, logging.Logger)]
    levels = {name: logging.getLogger(name).level for name in ["root", *names]}
    root.addHandler(ear)
    for logger in (root, *map(logging.getLogger, names)):
        logger.setLevel(1)
    structlog.configure(logger_factory=structlog.stdlib.LoggerFactory(), cache_logger_on_first_use=False)
    yield said
    structlog.reset_defaults()
    root.removeHandler(ear)
    for name, level in levels.items():
        logging.getLogger(None if name == "root" else name).setLevel(level)


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_no_log_holds_the_token_or_what_was_typed(
    server: TelegramServer, starts: Starter, lines: list[str], mode: str
) -> None:
    running = await (starts.polling() if mode == "polling" else starts.webhook())
    lena = server.person("Lena")
    await lena.starts(TYPED)
    await lena.sees("/start")
    for fault in (
        faults.server_error(),
        faults.bad_gateway(),
        faults.reset(),
        faults.lost_answer(),
        faults.Fault("garbage", 200, f'{{"ok": true, "result": "{TYPED}"}}'),
        faults.refusal(400, f"Bad Request: can't parse {TYPED}"),
    ):
        server.faults.arrange(fault, method="sendMessage")
        await lena.says(f"{TYPED} {fault.kind}")
    running.store.down = 2
    server.faults.arrange(faults.Fault("garbage", 200, TYPED), method="getUpdates")
    await lena.says("the last")
    await lena.sees("the last")
    tap = await lena.taps("More")
    await tap.answer()
    await running.stops()
    log = "\n".join(lines)
    assert "bot.delivery.lane" in log
    for secret in (server.token, server.token.partition(":")[2], SECRET, TYPED, str(lena.id)):
        assert secret not in log
