"""The house rules that a machine can check: lint, format, types, the direction of imports, and sizes."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent

CHECKS = {
    "lint": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
    "imports": ["lint-imports", "--no-cache"],
}


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.timeout(300)
def test_the_house_is_in_order(check: str) -> None:
    program, *arguments = CHECKS[check]
    done = subprocess.run(  # noqa: S603 - our own commands, from the environment that runs the tests
        [Path(sys.executable).parent / program, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
LONGER = {
    "_conversations in bot/storage/migrations/versions/revision_0001_first_tables.py": "as it was released",
    "chinese in tests/bot/drawing/showcases.py": "one canvas, as a list",
    "coffee_cart in tests/conversations/canvases.py": "one canvas, as a list",
}
"""Functions that may be longer, and why."""
MODULES = sorted(
    path.relative_to(ROOT).as_posix()
    for part in ("bot", "conversations", "tests", "benchmarks")
    for path in (ROOT / part).rglob("*.py")
)


def test_every_module_is_short_enough_to_be_read_at_one_sitting() -> None:
    lines = {module: len((ROOT / module).read_text("utf-8").splitlines()) for module in MODULES}
    assert {module: number for module, number in lines.items() if number > LONGEST_MODULE} == {}


def test_every_function_fits_on_a_screen_but_those_that_have_a_reason() -> None:
    lines = {f"{name} in {module}": number for module in MODULES for name, number in functions(module)}
    assert {function for function, number in lines.items() if number > LONGEST_FUNCTION} == LONGER.keys()


def functions(module: str) -> Iterator[tuple[str, int]]:
    """Give a module's functions by name, each with its number of lines."""
    for node in ast.walk(ast.parse((ROOT / module).read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            yield node.name, node.end_lineno - node.lineno + 1
