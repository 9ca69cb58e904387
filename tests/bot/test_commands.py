from pathlib import Path

import pytest

from bot import composition
from bot.commands import told
from bot.storage.errors import Fact, StoreFromNewerVersion, StoreInUse, StoreUnusable
from bot.words import load_catalogue
from conversations.errors import BackstageError, ScriptError
from tests.bot.rehearsal.process import CTRL_C, CTRL_D, STYLE, Terminal, backstage

TOKEN = "110201543:" + "A" * 35
CART = """\
Bean Wheels
Just an idea
Good coffee in two minutes, for commuters
Make or sell things
talk to 30 commuters, get street permit
brew and serve
post on Instagram, sign by the station
hand out stamp cards
sell by the cup, offer offices a monthly plan
1
2
No date
Brew and serve
cart, espresso machine, grinder, our cold-brew recipe
me and Tom
8,000 € savings
1
2
2
Rest are ours
Mill Roasters: machine, beans / our orders; station: pitch / rent
1 350 a month, 2 free, 3 0.90 a cup, 4 200 a month
Nothing else
Next
3.20 a cup, maybe 1200
"""


def test_a_whole_interview_through_a_pipe_ends_in_a_canvas(tmp_path: Path) -> None:
    ended = backstage("rehearse", "--name", "Lena", home=tmp_path, typed=CART)

    assert (ended.returncode, ended.stderr) == (0, "")
    canvas = ended.stdout.partition("3.20 a cup, maybe 1200\n")[2]
    for heading in ("Key activities", "Key resources", "Key partners", "Cost structure"):
        assert f"\n{heading}\n" in canvas
    for entry in ("Talk to 30 commuters", "Espresso machine", "Mill Roasters", "Tom"):
        assert entry in canvas
    assert "\x1b" not in ended.stdout
    assert ended.stdout.count("you › ") == len(CART.splitlines())


def test_the_rehearsal_has_a_file_of_its_own_in_the_users_data_folder(tmp_path: Path) -> None:
    backstage("rehearse", home=tmp_path, XDG_DATA_HOME=str(tmp_path / "data"))

    assert (tmp_path / "data" / "backstage" / "rehearsal.sqlite3").is_file()


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
    ended = backstage("rehearse", home=tmp_path, typed="Café 咖啡\n", PYTHONIOENCODING="ascii")

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


def test_ctrl_c_leaves_with_the_place_kept(tmp_path: Path) -> None:
    with Terminal("rehearse", home=tmp_path) as terminal:
        terminal.types("Bean Wheels\n")
        terminal.sees("How far along is it?")
        terminal.types(CTRL_C)
        terminal.sees("Your place is kept")

        assert terminal.ends() == 0
    assert "Traceback" not in terminal.words
    with Terminal("rehearse", home=tmp_path) as terminal:
        terminal.sees("How far along is it?")


def test_a_killed_rehearsal_goes_on_at_once(tmp_path: Path) -> None:
    with Terminal("rehearse", home=tmp_path) as terminal:
        terminal.types("Bean Wheels\n")
        terminal.sees("How far along is it?")
        terminal.kill()
    with Terminal("rehearse", home=tmp_path) as terminal:
        terminal.sees("How far along is it?")
        terminal.types("Just an idea\n")
        terminal.sees("What do you promise")


def test_a_second_rehearsal_on_the_same_file_is_refused_in_one_line(tmp_path: Path) -> None:
    with Terminal("rehearse", "--database", "sqlite:///one.sqlite3", home=tmp_path) as terminal:
        terminal.sees("you ›")
        second = backstage("rehearse", "--database", "sqlite:///one.sqlite3", home=tmp_path)

    assert second.returncode == 2
    assert second.stderr.startswith("backstage: another bot or rehearsal runs on this database")
    assert second.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("nonsense", "--database"),
        ("mysql://me:hidden@localhost/x", "--database"),
        ("sqlite:////no/such/folder/x.sqlite3", "its folder doesn't exist"),
        ("sqlite:///junk.sqlite3", "damaged"),
    ],
)
def test_a_database_that_cannot_be_used_is_one_line(tmp_path: Path, url: str, names: str) -> None:
    (tmp_path / "junk.sqlite3").write_bytes(b"no database at all" * 100)
    ended = backstage("rehearse", "--database", url, home=tmp_path)

    assert ended.returncode == 2
    assert ended.stderr.startswith("backstage: ")
    assert ended.stderr.count("\n") == 1
    assert names in ended.stderr
    assert "hidden" not in ended.stderr


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({}, "BACKSTAGE_TELEGRAM_TOKEN is missing"),
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
    tmp_path: Path, settings: dict[str, str], named: str
) -> None:
    ended = backstage("run", home=tmp_path, **settings)

    assert ended.returncode == 2
    assert ended.stderr.startswith(f"backstage: {named}: give ")
    assert ended.stderr.count("\n") == 1
    assert "sesame" not in ended.stderr


def test_the_diagram_is_printed(tmp_path: Path) -> None:
    ended = backstage("diagram", home=tmp_path)

    assert (ended.returncode, ended.stdout) == (0, f"{composition.diagram()}\n")


def test_the_version_is_printed(tmp_path: Path) -> None:
    ended = backstage("--version", home=tmp_path)

    assert (ended.returncode, ended.stdout) == (0, "backstage 0.1.0\n")


def test_an_unknown_option_is_no_crash(tmp_path: Path) -> None:
    ended = backstage("rehearse", "--nonsense", home=tmp_path)

    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr


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
    line = told(ScriptError(f"interview.toml:\n  odd {TOKEN}"), load_catalogue())

    assert line == "backstage: interview.toml: odd [token]"
