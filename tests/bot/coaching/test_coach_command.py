"""`backstage coach` as a process: what is printed, what is told of bad lines, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from conversations.canvas.document import as_plain, encode_canvas
from tests.bot.coaching.conftest import PLAIN
from tests.bot.rehearsal.process import backstage
from tests.conversations.canvases import coffee_cart

FileOf = Callable[..., Path]


def advice(printed: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed.splitlines()]


def test_a_person_reads_the_strength_and_the_weightiest_advice(file_of: FileOf, tmp_path: Path) -> None:
    ended = backstage("coach", str(file_of(PLAIN)), "--most", "2", home=tmp_path)

    assert (ended.returncode, ended.stderr) == (0, "")
    lines = ended.stdout.splitlines()
    assert lines[0] == "Solar Kiosk · first sales"
    assert lines[1].startswith("  Strongest: Registered the business")
    assert [line[2] for line in lines if line[:2] == "  " and line[2:3].isdigit()] == ["1", "2"]
    assert max(map(len, lines)) <= 92


def test_programs_get_all_advice_as_json_with_the_entries_as_they_were_written(
    file_of: FileOf, tmp_path: Path
) -> None:
    canvas = {**PLAIN, "resources": ["6 panels (leased)", "Roof (from a partner)"], "partners": []}
    ended = backstage("coach", "--json", str(file_of(canvas)), home=tmp_path)

    (told,) = advice(ended.stdout)
    assert told["id"] == "kiosk"
    by_tag = {piece["tag"]: piece for piece in told["advice"]}
    assert by_tag["name_partner"]["entries"] == ["Roof (from a partner)"]
    assert "Roof" in by_tag["name_partner"]["text"]
    assert all(set(piece) == {"tag", "text", "entries", "why", "source"} for piece in told["advice"])
    assert not any("<" in piece["text"] + piece["why"] for piece in told["advice"])


def test_the_same_canvas_is_told_the_same_each_time(file_of: FileOf, tmp_path: Path) -> None:
    file = str(file_of(PLAIN))
    first, second = (backstage("coach", "--json", file, home=tmp_path).stdout for _ in range(2))

    assert first == second
    assert len(advice(first)[0]["advice"]) > 1


def test_bad_lines_are_told_by_number_and_the_rest_is_done(file_of: FileOf, tmp_path: Path) -> None:
    file = file_of(PLAIN, "{not json", '"a text"', {"id": "x", "stage": "idea"}, {"costs": [1]}, "", PLAIN)
    ended = backstage("coach", "--json", str(file), home=tmp_path)

    assert ended.returncode == 1
    assert [piece["id"] for piece in advice(ended.stdout)] == ["kiosk", "kiosk"]
    assert [line.partition(":")[0] for line in ended.stderr.splitlines()] == [
        f"Line {number}" for number in (2, 3, 4, 5)
    ]


def test_nothing_that_somebody_wrote_is_in_what_is_told_of_a_bad_line(
    file_of: FileOf, tmp_path: Path
) -> None:
    ended = backstage(
        "coach", str(file_of('{"activities": "Bake', {"costs": [{"Secret": 1}]})), home=tmp_path
    )

    assert ended.returncode == 1
    assert "Bake" not in ended.stderr
    assert "Secret" not in ended.stderr


def test_canvases_come_through_a_pipe_too(tmp_path: Path) -> None:
    ended = backstage("coach", "-", "--json", home=tmp_path, typed=json.dumps(PLAIN) + "\n")

    assert ended.returncode == 0
    assert advice(ended.stdout)[0]["id"] == "kiosk"


@pytest.mark.parametrize("wrapped", [False, True])
def test_the_bot_s_own_canvases_are_read(file_of: FileOf, tmp_path: Path, *, wrapped: bool) -> None:
    stored = msgspec.json.decode(encode_canvas(coffee_cart()))
    venture = {"id": "v1", "role": "founder", "version": 3, "canvas": stored, "revisions": []}
    export = {"format": "backstage-export/1", "ventures": [venture, venture], "conversations": []}
    ended = backstage("coach", "--json", str(file_of(export if wrapped else stored)), home=tmp_path)

    told = advice(ended.stdout)
    assert [piece["id"] for piece in told] == (["v1", "v1"] if wrapped else ["Bean Wheels"])
    assert told[0]["advice"][0]["text"].startswith("Lena · Tom: no pay in the costs yet.")


def test_an_export_as_the_bot_sends_it_is_read_though_it_has_many_lines(tmp_path: Path) -> None:
    export = {"format": "backstage-export/1", "ventures": [{"id": "v1", "canvas": as_plain(coffee_cart())}]}
    file = tmp_path / "export.json"
    file.write_bytes(msgspec.json.format(msgspec.json.encode(export), indent=1))
    ended = backstage("coach", "--json", str(file), home=tmp_path)

    assert (ended.returncode, ended.stderr) == (0, "")
    assert advice(ended.stdout)[0]["id"] == "v1"


def test_a_canvas_of_a_newer_bot_is_told_and_not_guessed_at(file_of: FileOf, tmp_path: Path) -> None:
    newer = {**msgspec.json.decode(encode_canvas(coffee_cart())), "schema": 99}
    ended = backstage("coach", str(file_of(newer)), home=tmp_path)

    assert ended.returncode == 1
    assert "newer" in ended.stderr


def test_a_missing_file_is_a_mistake_in_the_command(tmp_path: Path) -> None:
    ended = backstage("coach", "nowhere.jsonl", home=tmp_path)

    assert ended.returncode == 2
    assert "nowhere.jsonl" in ended.stderr
