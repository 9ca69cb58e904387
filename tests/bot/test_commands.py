import logging
import os
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
import structlog

from bot import composition
from bot.commands import main, told
from bot.settings import Problem, Settings, SettingsError, Trouble
from bot.storage.errors import Fact, StoreFromNewerVersion, StoreInUse, StoreUnusable
from bot.words import load_catalogue
from conversations.errors import BackstageError
from tests.bot.rehearsal.process import CTRL_D, STYLE, Terminal, backstage, backstage_from_scratch
from tests.founders import CART

TOKEN = "110201543:" + "A" * 35


def test_a_whole_interview_through_a_pipe_ends_in_a_canvas(tmp_path: Path) -> None:
    ended = backstage("rehearse", "--name", "Lena", home=tmp_path, typed=CART, XDG_DATA_HOME=str(tmp_path))

    assert (tmp_path / "backstage" / "rehearsal.sqlite3").is_file()
    assert (ended.returncode, ended.stderr) == (0, "")
    canvas = ended.stdout.partition("3.20 a cup, maybe 1200\n")[2]
    for heading in ("Key activities", "Key resources", "Key partners", "Cost structure"):
        assert f"\n{heading}\n" in canvas
    for entry in ("Talk to 30 commuters", "Espresso machine", "Mill Roasters", "Tom"):
        assert entry in canvas
    assert "\x1b" not in ended.stdout
    assert ended.stdout.count("you › ") == len(CART.splitlines())


def test_the_next_start_goes_on_where_the_input_ended(tmp_path: Path) -> None:
    database = ("--database", "sqlite:///mine.sqlite3")
    lines = CART.splitlines(keepends=True)
    first = backstage("rehearse", *database, home=tmp_path, typed="".join(lines[:5]))
    second = backstage("rehearse", *database, home=tmp_path, typed=lines[5] + "/canvas\n")

    assert (first.returncode, second.returncode) == (0, 0)
    assert "Hello" not in second.stdout
    for entry in ("Talk to 30 commuters", "Brew and serve"):
        assert f"• {entry}" in second.stdout


def test_an_answer_in_another_encoding_does_not_end_the_interview(tmp_path: Path) -> None:
    ended = backstage_from_scratch("rehearse", home=tmp_path, typed="Café 咖啡\n", PYTHONIOENCODING="ascii")

    assert ended.returncode == 0
    assert "you ? Caf" in ended.stdout


def test_somebody_at_a_terminal_sees_colours_and_progress_and_leaves_with_ctrl_d(tmp_path: Path) -> None:
    with Terminal("rehearse", "--name", "Lena", home=tmp_path) as terminal:
        terminal.types("Bean Wheels\n")
        terminal.sees("How far along is it?")
        terminal.types(CTRL_D)
        terminal.sees("Your place is kept")

        assert terminal.ends() == 0
    assert STYLE.search(terminal.screen)
    assert "━━━" in terminal.words
    assert terminal.words.count("Bean Wheels") == 2  # as typed, and in the reply: nothing echoes it again


@pytest.mark.parametrize("plainly", [("--plain",), ()])
def test_no_colours_where_none_are_wanted(tmp_path: Path, plainly: tuple[str, ...]) -> None:
    wish = {} if plainly else {"NO_COLOR": "1"}
    with Terminal("rehearse", *plainly, home=tmp_path, **wish) as terminal:
        terminal.types("Bean Wheels\n")
        terminal.sees("How far along is it?")
        terminal.types("/quit\n")

        assert terminal.ends() == 0
    assert not STYLE.search(terminal.screen)
    assert "━" not in terminal.words


def test_a_place_is_kept_over_a_kill_and_over_ctrl_c(tmp_path: Path) -> None:
    with Terminal("rehearse", home=tmp_path) as terminal:
        terminal.types("Bean Wheels\n")
        terminal.sees("How far along is it?")
        terminal.kill()
    with Terminal("rehearse", home=tmp_path) as terminal:
        terminal.sees("How far along is it?")
        terminal.types("Just an idea\n")
        terminal.sees("What do you promise")
        terminal.breaks_off("Your place is kept")

        assert terminal.ends() == 0
    assert "Traceback" not in terminal.words


def test_a_language_that_is_not_spoken_is_answered_in_english(tmp_path: Path) -> None:
    ended = backstage("rehearse", "--language", "xx-YY", home=tmp_path, typed="Bean Wheels\n")

    assert ended.returncode == 0
    assert "How far along is it?" in ended.stdout


def test_a_second_rehearsal_on_the_same_file_is_refused_in_one_line(tmp_path: Path) -> None:
    with Terminal("rehearse", "--database", "sqlite:///one.sqlite3", home=tmp_path) as terminal:
        terminal.sees("you ›")
        second = backstage("rehearse", "--database", "sqlite:///one.sqlite3", home=tmp_path)

    assert second.returncode == 2
    assert second.stderr.startswith("backstage: another bot or rehearsal runs on this database")
    assert second.stderr.count("\n") == 1


def test_a_process_ends_in_one_line_where_its_database_is_junk(tmp_path: Path) -> None:
    (tmp_path / "junk.sqlite3").write_bytes(b"no database at all" * 100)
    ended = backstage("rehearse", "--database", "sqlite:///junk.sqlite3", home=tmp_path)

    assert ended.returncode == 2
    assert ended.stderr.startswith("backstage: the database file is damaged")
    assert ended.stderr.count("\n") == 1


def test_a_process_ends_in_one_line_where_its_token_is_missing(tmp_path: Path) -> None:
    ended = backstage("run", home=tmp_path)

    assert ended.returncode == 2
    assert ended.stderr.startswith("backstage: BACKSTAGE_TELEGRAM_TOKEN is missing: give ")
    assert ended.stderr.count("\n") == 1


class Shell:
    """Runs `backstage` in the tests' own process, in a bare environment."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def runs(self, *arguments: str, **settings: str) -> tuple[int, str, str]:
        """Give exit code, standard output and standard error."""
        for name, value in settings.items():
            self._monkeypatch.setenv(name, value)
        self._monkeypatch.setattr(sys, "argv", ["backstage", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = self._capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Shell]:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    for name in [name for name in os.environ if name.startswith("BACKSTAGE_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    yield Shell(monkeypatch, capsys)
    root.handlers, root.level = handlers, level
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("nonsense", "--database can't be used: give sqlite:///"),
        ("mysql://me:hidden@localhost/x", "--database can't be used: give sqlite:///"),
        ("sqlite:////no/such/folder/x.sqlite3", "its folder isn't there"),
    ],
)
def test_a_database_that_cannot_be_used_is_one_line(shell: Shell, url: str, names: str) -> None:
    code, _, error = shell.runs("rehearse", "--database", url)

    assert code == 2
    assert error.startswith("backstage: ")
    assert error.count("\n") == 1
    assert names in error
    assert "hidden" not in error


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"BACKSTAGE_TELEGRAM_TOKEN": "sesame"}, "BACKSTAGE_TELEGRAM_TOKEN can't be used"),
        (
            {"BACKSTAGE_TELEGRAM_TOKEN": TOKEN, "BACKSTAGE_WEBHOOK_URL": "https://bot.example.org"},
            "BACKSTAGE_WEBHOOK_SECRET is missing",
        ),
        (
            {"BACKSTAGE_TELEGRAM_TOKEN": TOKEN, "BACKSTAGE_DATABASE_URL": "sesame"},
            "BACKSTAGE_DATABASE_URL can't be used",
        ),
    ],
)
def test_a_wrong_setting_is_one_line_that_names_it_without_its_value(
    shell: Shell, settings: dict[str, str], named: str
) -> None:
    code, _, error = shell.runs("run", **settings)

    assert code == 2
    assert error.startswith(f"backstage: {named}: give ")
    assert error.count("\n") == 1
    assert "sesame" not in error


def test_every_setting_has_its_line() -> None:
    words = load_catalogue()
    problems = [Problem(field, field, trouble) for field in Settings.model_fields for trouble in Trouble]

    lines = [told(SettingsError((problem,)), words) for problem in problems]

    assert len(set(lines)) == len(problems)


def test_the_diagram_is_printed(shell: Shell) -> None:
    assert shell.runs("diagram") == (0, f"{composition.diagram()}\n", "")


def test_the_version_is_printed(shell: Shell) -> None:
    assert shell.runs("--version") == (0, f"backstage {version('backstage')}\n", "")


def test_an_unknown_option_is_no_crash(shell: Shell) -> None:
    code, _, error = shell.runs("rehearse", "--nonsense")

    assert code == 2
    assert "--nonsense" in error


def test_what_nobody_foresaw_is_told_without_anybodys_words(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def breaks() -> str:
        raise LookupError("my secret soap recipe")

    monkeypatch.setattr(composition, "diagram", breaks)
    with pytest.raises(LookupError) as caught:
        shell.runs("diagram")
    sys.excepthook(caught.type, caught.value, caught.tb)

    printed = capsys.readouterr().err
    assert printed.startswith("backstage: something went wrong")
    assert "builtins.LookupError" in printed
    assert "in breaks" in printed
    assert "secret" not in printed


@pytest.mark.parametrize(
    "error",
    [StoreInUse("x"), StoreFromNewerVersion("x"), *(StoreUnusable(fact, "SQLITE_X") for fact in Fact)],
    ids=str,
)
def test_every_trouble_with_the_store_has_its_sentence(error: BackstageError) -> None:
    line = told(error, load_catalogue())

    assert line.startswith("backstage: ")
    assert len(line) > len("backstage: ") + 15


def test_any_other_trouble_is_told_in_one_line_without_the_token() -> None:
    line = told(BackstageError(f"interview.toml:\n  odd {TOKEN}"), load_catalogue())

    assert line == "backstage: interview.toml: odd [token]"
