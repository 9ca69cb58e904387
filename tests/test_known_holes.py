"""No dependency has a hole that is known: looked up where pip-audit and an index that knows are at hand."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import msgspec
import pytest

PINNED = Path(__file__).parent.parent / "constraints.txt"
AUDIT = ("--no-deps", "--disable-pip", "--format", "json", "--timeout", "10", "--progress-spinner", "off")


class Hole(msgspec.Struct):
    id: str


class Audited(msgspec.Struct):
    name: str
    skip_reason: str = ""
    vulns: tuple[Hole, ...] = ()


class Report(msgspec.Struct):
    dependencies: tuple[Audited, ...]


@pytest.mark.skipif(
    find_spec("pip_audit") is None, reason="pip-audit isn't installed: pip install -e '.[audit]'"
)
@pytest.mark.timeout(600)
def test_no_dependency_has_a_known_hole() -> None:
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "pip_audit", "-r", str(PINNED), *AUDIT],
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        audited = msgspec.json.decode(done.stdout, type=Report).dependencies
    except msgspec.DecodeError:
        pytest.skip(f"no index answers that knows of holes: {done.stderr.strip().splitlines()[-1:]}")
    if all(one.skip_reason for one in audited):
        pytest.skip("the index at hand knows nothing of holes")
    assert {one.name: [hole.id for hole in one.vulns] for one in audited if one.vulns} == {}
