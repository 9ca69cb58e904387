from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.crash.fleet import WORKERS, Yard
from tests.crash.founders import Interview, undisturbed
from tests.crash.interviews import ROLES
from tests.crash.process import BotProcess, Nursery
from tests.crash.report import Report
from tests.crash.tearing import MANY, Bench
from tests.telegram_server import TelegramServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.databases import OnServer

ORDINARY = 5
REPORT = pytest.StashKey[Report]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--kills", type=int, default=ORDINARY, help="How often the bot is killed at each point of a turn."
    )

    parser.addoption(
        "--founders",
        type=int,
        default=MANY,
        help="How many are interviewed at a time where a campaign kills at random moments.",
    )
    parser.addoption(
        "--troubles", type=int, default=ORDINARY, help="How often each other trouble comes in a campaign."
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave campaigns out unless they are asked for."""
    if "campaign" not in config.option.markexpr:
        left_out = [item for item in items if item.get_closest_marker("campaign")]
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for line in terminalreporter.config.stash.get(REPORT, Report()).lines():
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def report(request: pytest.FixtureRequest) -> Report:
    return request.config.stash.setdefault(REPORT, Report())


@pytest.fixture(scope="session")
def kills(request: pytest.FixtureRequest) -> int:
    # The default stands here too: where all tests run, pytest reads this file after the command line.
    found: int = request.config.getoption("--kills", default=ORDINARY)
    return found


@pytest.fixture(scope="session")
def founders(request: pytest.FixtureRequest) -> int:
    found: int = request.config.getoption("--founders", default=MANY)
    return found


@pytest.fixture(scope="session")
def troubles(request: pytest.FixtureRequest) -> int:
    found: int = request.config.getoption("--troubles", default=ORDINARY)
    return found


@pytest.fixture(scope="session")
def nursery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    nursery = Nursery(tmp_path_factory.mktemp("bots"))
    yield nursery
    nursery.close()


@pytest.fixture(scope="session")
def nurseries(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Nursery, ...]]:
    """Give a nursery for each worker of a fleet."""
    more = [Nursery(tmp_path_factory.mktemp("workers")) for _ in range(WORKERS - 1)]
    yield (nursery, *more)
    for each in more:
        each.close()


@pytest.fixture
def yard(bench: Bench, nurseries: tuple[Nursery, ...], on_server: OnServer) -> Yard:
    return Yard(bench, nurseries, on_server)


@pytest.fixture(scope="session")
def known() -> dict[str, Interview]:
    return {}


@pytest.fixture
async def bench(nursery: Nursery, known: dict[str, Interview], tmp_path: Path) -> Bench:
    """Bots, and each role's interview as it is where nothing disturbs it, which is held once."""
    if not known:
        folder = tmp_path / "undisturbed"
        folder.mkdir()
        async with TelegramServer() as server, BotProcess(nursery, server, folder, "polling") as bot:
            bot.starts()
            for role in ROLES:
                known[role.name] = await undisturbed(bot, server.person(role.name), role)
    return Bench(nursery, known, tmp_path)
