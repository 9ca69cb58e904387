"""`backstage sort`, `report` and `train`, as real processes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.bot.rehearsal.process import backstage

if TYPE_CHECKING:
    from pathlib import Path

TYPED = """\
Knitting machine
{"text": "Brand", "block": "resources"}

{"text": 3}
{"text": "Rent", "block": "houses"}
Wool supplier
"""
ENTRIES = """\
{"text": "Knit jumpers", "block": "activities", "kind": "production"}
{"text": "Wool supplier", "block": "partners", "kind": "supplier", "company": "Wool"}
{"text": "Rent", "block": "costs", "kind": null}
"""


def test_phrases_are_sorted_a_line_each_and_bad_ones_are_told_by_number(tmp_path: Path) -> None:
    ended = backstage("sort", home=tmp_path, typed=TYPED)
    found = [json.loads(line) for line in ended.stdout.splitlines()]

    assert [(one["text"], one["block"], one["kind"]) for one in found] == [
        ("Knitting machine", "resources", "physical"),
        ("Brand", "resources", "intellectual"),
        ("Wool supplier", "partners", "supplier"),
    ]
    assert all(isinstance(one[f"{what}_confidence"], float) for one in found for what in ("block", "kind"))
    assert ended.stderr.splitlines() == [
        "line 4: no text that can be read",
        "line 5: no such block; it is activities, resources, partners or costs",
    ]
    assert ended.returncode == 1


def test_a_file_of_good_lines_ends_well(tmp_path: Path) -> None:
    file = tmp_path / "phrases.txt"
    file.write_text("Oven\n" * 130, "utf-8")
    ended = backstage("sort", str(file), home=tmp_path)

    assert (ended.returncode, ended.stderr) == (0, "")
    assert len(ended.stdout.splitlines()) == 130


def test_bytes_that_are_no_text_are_a_bad_line(tmp_path: Path) -> None:
    file = tmp_path / "phrases.txt"
    file.write_bytes(b"Oven\n\xff\xfe\n")
    ended = backstage("sort", str(file), home=tmp_path)

    assert ended.returncode == 1
    assert ended.stderr == "line 2: no text that can be read\n"


def test_the_report_shows_per_class_what_was_taken_for_what(tmp_path: Path) -> None:
    file = tmp_path / "entries.jsonl"
    file.write_text(ENTRIES, "utf-8")
    ended = backstage("report", str(file), home=tmp_path)

    assert (ended.returncode, ended.stderr) == (0, "")
    lines = ended.stdout.splitlines()
    assert lines[0] == "Block, from the text alone: 100.0 % (3/3), on the surest 80 %: 100.0 % (3/3)"
    assert lines[1].split() == ["right", "activities", "resources", "partners", "costs", "?"]
    assert lines[2].split() == ["activities", "100.0", "%", "(1/1)", "1", "·", "·", "·", "·"]
    assert lines[-1] == "Kind, all blocks: 100.0 % (2/2)"


def test_an_entry_that_cannot_be_scored_is_told_and_the_rest_is_scored(tmp_path: Path) -> None:
    file = tmp_path / "entries.jsonl"
    file.write_text(f'{{"text": "Oven", "block": "costs", "kind": "human"}}\n{ENTRIES}', "utf-8")
    ended = backstage("report", str(file), home=tmp_path)

    assert ended.returncode == 1
    assert ended.stderr == "line 1: the block has no such kind\n"
    assert ended.stdout.startswith("Block, from the text alone: 100.0 % (3/3)")


def test_a_model_that_is_none_is_refused_in_a_line(tmp_path: Path) -> None:
    file = tmp_path / "entries.jsonl"
    file.write_text(ENTRIES, "utf-8")
    ended = backstage("report", "--model", str(file), str(file), home=tmp_path)

    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1


def test_a_file_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    ended = backstage("sort", str(tmp_path / "nowhere.txt"), home=tmp_path)

    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
    assert "nowhere.txt" in ended.stderr
