"""The rules against the page of knowledge that they come from, where it is at hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import conversations
from conversations.canvas.facets import Stage
from conversations.coach.rulebook import RULES

PAGE = Path(str(conversations.__file__)).parents[2] / "shared" / "coaching" / "RULES.md"
ROW = re.compile(r"^\| `(\w+)` \|[^|]*\|[^|]*\|([^|]*)\|([^|]*)\|$", re.MULTILINE)


@pytest.fixture
def page() -> dict[str, tuple[str, str]]:
    if not PAGE.exists():
        pytest.skip("the page of knowledge is not at hand")
    return {
        tag: (source.strip(), quiet.strip()) for tag, source, quiet in ROW.findall(PAGE.read_text("utf-8"))
    }


def test_rules_have_the_page_s_tags_and_sources(page: dict[str, tuple[str, str]]) -> None:
    told = {one.tag: ", ".join(one.source) for one in RULES if one.tag in page}
    assert told == {tag: source for tag, (source, _) in page.items()}


def test_rules_are_quiet_in_the_page_s_stages(page: dict[str, tuple[str, str]]) -> None:
    spoken = {
        one.tag: one.quiet
        for one in RULES
        if one.tag in page and not one.quiet >= {Stage(name) for name in page[one.tag][1].split(", ") if name}
    }
    assert spoken == {}
