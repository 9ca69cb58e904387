"""`backstage draw`, as a real process."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from bot.commands import app
from conversations.canvas.document import as_plain
from tests.bot.drawing.seeing import bare, pdf_texts
from tests.bot.drawing.showcases import full, one_entry
from tests.bot.rehearsal.process import backstage

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

PLAIN = {
    "company": "Bean Wheels",
    "stage": "idea",
    "activities": ["Brew and serve"],
    "resources": ["Cart (leased)"],
}


def typed(*arguments: str, said: str = "") -> Result:
    """The same without a process of its own."""
    return CliRunner().invoke(app, ["draw", *arguments], input=said)


def test_an_export_becomes_a_pdf(tmp_path: Path) -> None:
    export = {
        "format": "backstage-export/1",
        "ventures": [{"id": 1, "canvas": as_plain(one_entry())}, {"id": 2, "canvas": as_plain(full())}],
    }
    file, out = tmp_path / "export.json", tmp_path / "canvas.pdf"
    file.write_text(json.dumps(export, default=str, indent=1), encoding="utf-8")
    done = backstage("draw", str(file), "--out", str(out), "--letter", "--landscape", home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    [text] = pdf_texts(out.read_bytes())
    assert bare("Our cold-brew recipe") in text


def test_a_plain_canvas_through_a_pipe_becomes_a_png(tmp_path: Path) -> None:
    out = tmp_path / "canvas.png"
    done = backstage("draw", "-", "--out", str(out), home=tmp_path, typed=json.dumps(PLAIN))
    assert (done.returncode, done.stderr) == (0, "")
    assert out.read_bytes().startswith(b"\x89PNG")


def test_one_of_several_lines_is_chosen_by_number(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({**PLAIN, "activities": [task]}) for task in ("Wash", "Grind", "Pour"))
    out = tmp_path / "canvas.pdf"
    assert typed("-", "--number", "2", "--out", str(out), said=lines).exit_code == 0
    assert "Grind" in pdf_texts(out.read_bytes())[0]
    assert typed("-", "--out", str(out), said=lines).exit_code == 0
    assert "Pour" in pdf_texts(out.read_bytes())[0]


def test_the_blank_worksheet_needs_no_file(tmp_path: Path) -> None:
    out = tmp_path / "worksheet.pdf"
    assert typed("--blank", "--out", str(out)).exit_code == 0
    assert bare("Who outside do you depend on?") in pdf_texts(out.read_bytes())[0]


@pytest.mark.parametrize(
    ("suffix", "opening"),
    [(".xlsx", b"PK"), (".csv", b"\xef\xbb\xbfBlock,Note"), (".md", b"# Bean Wheels"), (".json", b"{")],
)
def test_it_is_written_in_the_form_that_the_name_ends_in(tmp_path: Path, suffix: str, opening: bytes) -> None:
    out = tmp_path / f"canvas{suffix}"
    assert typed("-", "--out", str(out), said=json.dumps(PLAIN)).exit_code == 0
    assert out.read_bytes().startswith(opening)


def test_json_that_it_wrote_is_drawn_again(tmp_path: Path) -> None:
    once, twice = tmp_path / "once.json", tmp_path / "twice.json"
    assert typed("-", "--out", str(once), said=json.dumps(PLAIN)).exit_code == 0
    assert typed(str(once), "--out", str(twice)).exit_code == 0
    assert once.read_bytes() == twice.read_bytes()


def test_an_earlier_file_shows_what_became_of_it(tmp_path: Path) -> None:
    old, out = tmp_path / "old.json", tmp_path / "canvas.pdf"
    old.write_text(json.dumps({**PLAIN, "activities": ["Hand out flyers", "brew and  serve"]}))
    assert typed("-", "--since", str(old), "--out", str(out), said=json.dumps(PLAIN)).exit_code == 0
    [text] = pdf_texts(out.read_bytes())
    assert bare("Since then: 1 changed · 1 gone") in text
    assert bare("Hand out flyers") in text


@pytest.mark.parametrize(
    ("arguments", "said", "told"),
    [
        (("-", "--out", "x.gif"), "{}", "ends in .png, .pdf"),
        (("-", "--letter", "--out", "x.png"), "{}", "Letter isn't for PNG"),
        (("-", "--since", "old.json", "--out", "x.csv"), "{}", "a comparison is PNG or PDF"),
        (("--blank", "--out", "x.xlsx"), "", "the blank worksheet is PDF"),
        (("-", "--since", "nowhere.json", "--out", "x.png"), json.dumps(PLAIN), "no such file"),
        (("--out", "x.png"), "", "Name the file"),
        (("nowhere.json", "--out", "x.png"), "", "no such file"),
        (("-", "--out", "x.png"), "", "no such canvas"),
        (("-", "--out", "x.png"), "not json", "1"),
        (("-", "--out", "nowhere/x.png"), json.dumps(PLAIN), "could not be saved"),
    ],
)
def test_what_is_wrong_is_told_in_a_line(
    arguments: tuple[str, ...], said: str, told: str, tmp_path: Path
) -> None:
    placed = [str(tmp_path / one) if one.startswith(("x.", "nowhere")) else one for one in arguments]
    done = typed(*placed, said=said)
    assert done.exit_code == 1
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1
