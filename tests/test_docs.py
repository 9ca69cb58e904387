"""What the documents say is what there is: settings, commands, and lines to copy that work as they stand."""

from __future__ import annotations

import re
import shlex
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from bot.settings import PREFIX, Settings
from conversations.coach.tuning import Tuning
from conversations.interview.commands import COMMANDS
from conversations.script.playbook import PlaybookFile, QuestionInFile

ROOT = Path(__file__).parent.parent
SETTINGS = {f"{PREFIX}{field.upper()}" for field in Settings.model_fields}
BOTFATHERS = {"newbot"}
_SETTING = re.compile(r"BACKSTAGE_[A-Z_]+")


def document(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def backup_command() -> list[str]:
    """Give the command of the operators' document, with this Python."""
    found = re.search(r"<!-- backup command -->\n```bash\n(.+)\n```", document("docs/operator.md"))
    assert found is not None
    _python, *rest = shlex.split(found[1])
    return [sys.executable, *rest]


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
    assert sorted(described) == sorted(COMMANDS)


def test_documents_name_no_command_that_does_not_exist() -> None:
    for name in ("docs/founder.md", "README.md"):
        assert set(re.findall(r"`/(\w+)`", document(name))) - BOTFATHERS <= set(COMMANDS), name


def test_each_field_of_a_playbook_is_described_and_nothing_else_is() -> None:
    described = re.findall(
        r"`(\w+)`", " ".join(re.findall(r"^\| (.+?) \|", document("docs/playbooks.md"), re.MULTILINE))
    )
    asked = set(QuestionInFile.__struct_fields__) - {"early_when", "early_before", "by_trade"}
    file = {name for name in PlaybookFile.__struct_fields__ if name not in ("questions", "texts", "coach")}
    assert set(described) == file | asked
    assert all(f"`{name}`" in document("docs/playbooks.md") for name in Tuning.__struct_fields__)


def test_the_backup_command_copies_a_database_that_is_in_use(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "backstage.sqlite3")) as database:
        database.execute("pragma journal_mode = wal")
        database.execute("create table said (what text)")
        with database:
            database.execute("insert into said values ('two vans')")
        subprocess.run(backup_command(), cwd=tmp_path, check=True)  # noqa: S603 - our own document's line
        with closing(sqlite3.connect(tmp_path / "copy.sqlite3")) as copy:
            assert copy.execute("select what from said").fetchall() == [("two vans",)]
