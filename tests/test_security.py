"""SECURITY.md promises nothing that no test shows."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROMISES = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PROMISES)))
_UNSHOWN = "nothing of ours to test"


@pytest.mark.parametrize(("file", "test"), NAMED, ids=[test for _, test in NAMED])
def test_what_shows_a_promise_exists(file: str, test: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    functions = [node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert test in functions


def test_each_way_to_do_harm_is_stopped_and_that_is_shown() -> None:
    rows = [line for line in PROMISES.splitlines() if line.startswith("| ") and "|---" not in line]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    ways = [row for row in cells if row[0] != "how"]
    assert len(ways) > 20
    assert [row[0] for row in ways if "tests/" not in row[2] and row[2] != _UNSHOWN] == []
