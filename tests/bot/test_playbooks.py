"""A programme looks at its own interview in the terminal, before any founder meets it."""

from __future__ import annotations

from pathlib import Path

from tests.bot.rehearsal.process import backstage

EXAMPLE = Path(__file__).parents[2] / "docs/playbooks/harbour-lab.toml"


def test_a_programme_s_questions_are_asked_in_the_terminal(tmp_path: Path) -> None:
    typed = "Bean Wheels\n1\nGood coffee, for commuters\n1\nget a permit\n"
    ended = backstage("rehearse", "--playbook", str(EXAMPLE), home=tmp_path, typed=typed)

    assert ended.returncode == 0, ended.stderr
    assert "Which pilots have you agreed on, or will you ask for?" in ended.stdout
    assert "playbook." not in ended.stdout


def test_a_playbook_is_rehearsed_with_an_invented_founder(tmp_path: Path) -> None:
    ended = backstage("rehearse", "--playbook", str(EXAMPLE), home=tmp_path)

    assert "Hello, Lena." in ended.stdout


def test_the_built_in_rehearsal_stays_where_it_was(tmp_path: Path) -> None:
    backstage("rehearse", "--playbook", str(EXAMPLE), home=tmp_path, typed="Bean Wheels\n")
    ended = backstage("rehearse", home=tmp_path, typed="")

    assert "What's your venture called?" in ended.stdout


def test_a_mistake_in_a_playbook_is_told_with_file_and_line(tmp_path: Path) -> None:
    wrong = tmp_path / "lab.toml"
    wrong.write_text(EXAMPLE.read_text("utf-8").replace('form = "items"', 'form = "itms"'), "utf-8")
    ended = backstage("rehearse", "--playbook", str(wrong), home=tmp_path)

    assert ended.returncode == 2
    assert "lab.toml, line 19: form 'itms' is none; did you mean 'items'?" in ended.stderr


def test_a_playbook_that_is_not_there_is_named(tmp_path: Path) -> None:
    ended = backstage("rehearse", "--playbook", "nowhere.toml", home=tmp_path)

    assert ended.returncode == 2
    assert "nowhere.toml" in ended.stderr
