"""What the documents say is what there is: settings, commands, and lines to copy that work as they stand."""

from __future__ import annotations

import re
import shlex
import sqlite3
from contextlib import closing
from pathlib import Path

import typer

from bot.commands import app
from bot.settings import PREFIX, Settings
from conversations.coach.tuning import Tuning
from conversations.interview.commands import NAMES
from conversations.script.playbook import PlaybookFile, QuestionInFile
from tests.bot.rehearsal.process import backstage

ROOT = Path(__file__).parent.parent
SETTINGS = {f"{PREFIX}{field.upper()}" for field in Settings.model_fields}
BOTFATHERS = {"newbot", "setinline"}
_SETTING = re.compile(r"BACKSTAGE_[A-Z_]+")


def document(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


OPERATOR = "docs/operator.md"


def operators_command(name: str) -> list[str]:
    """Give what a command of the operators' document is called with: `backup` and its copy, say."""
    found = re.search(rf"<!-- {name} command -->\n```bash\n.venv/bin/backstage (.+)\n```", document(OPERATOR))
    assert found is not None
    return shlex.split(found[1])


def test_each_setting_is_in_the_operators_table_and_nothing_else_is() -> None:
    described = re.findall(r"^\| `(BACKSTAGE_[A-Z_]+)` \|", document("docs/operator.md"), re.MULTILINE)
    assert sorted(described) == sorted(SETTINGS)


def test_documents_name_no_setting_that_does_not_exist() -> None:
    for name in ("docs/operator.md", "README.md", ".env.example"):
        assert set(_SETTING.findall(document(name))) <= SETTINGS, name


def test_each_setting_is_in_the_example_file() -> None:
    assert set(_SETTING.findall(document(".env.example"))) == SETTINGS


def test_each_command_is_in_the_founders_table_and_nothing_else_is() -> None:
    described = re.findall(r"^\| `/(\w+)` \|", document("docs/founder.md"), re.MULTILINE)
    assert sorted(described) == sorted(NAMES)


def test_documents_name_no_command_that_does_not_exist() -> None:
    for name in ("docs/founder.md", "README.md"):
        assert set(re.findall(r"`/(\w+)`", document(name))) - BOTFATHERS <= NAMES, name


def test_each_command_of_the_command_line_is_described_and_no_other_is() -> None:
    pages = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")]
    pages += [page for page in (ROOT / "docs").glob("*.md") if page.name != "programme-transcript.md"]
    text = "\n".join(page.read_text("utf-8") for page in pages)
    named = set(re.findall(r"(?:`|bin/|^|[$;&|] )backstage ([a-z][a-z-]+)", text, re.MULTILINE))
    commands = set(typer.main.get_group(app).commands)
    assert named == commands


def test_each_field_of_a_playbook_is_described_and_nothing_else_is() -> None:
    described = re.findall(
        r"`(\w+)`", " ".join(re.findall(r"^\| (.+?) \|", document("docs/playbooks.md"), re.MULTILINE))
    )
    asked = set(QuestionInFile.__struct_fields__) - {"early_when", "early_before", "by_trade"}
    file = {name for name in PlaybookFile.__struct_fields__ if name not in ("questions", "texts", "coach")}
    assert set(described) == file | asked
    assert all(f"`{name}`" in document("docs/playbooks.md") for name in Tuning.__struct_fields__)


def test_the_backup_and_restore_commands_do_what_is_said_of_them(tmp_path: Path) -> None:
    there = tmp_path / "backstage.sqlite3"
    set_so = {"BACKSTAGE_DATABASE_URL": f"sqlite:///{there}"}
    started = backstage("rehearse", "--database", f"sqlite:///{there}", home=tmp_path, typed="Bean Wheels\n")
    assert started.returncode == 0
    for name in ("backup", "restore"):
        done = backstage(*operators_command(name), home=tmp_path, **set_so)
        assert (done.returncode, done.stderr) == (0, "")
    for path in (there, tmp_path / "copy.sqlite3"):
        with closing(sqlite3.connect(path)) as database:
            assert database.execute("select count(*) from venture").fetchone() == (1,)
