"""The reference page of rules: made from the code, and as it is now."""

from __future__ import annotations

from pathlib import Path

from bot.coaching.rule_page import rule_page
from bot.words import load_catalogue
from conversations.coach.rulebook import RULES

PAGE = Path(__file__).parents[3] / "docs" / "rules.md"


def test_the_page_in_the_docs_is_what_the_command_prints() -> None:
    printed = "\n".join(rule_page(load_catalogue())) + "\n"

    assert PAGE.read_text("utf-8") == printed, "run: backstage rules > docs/rules.md"


def test_the_page_has_a_section_for_every_rule() -> None:
    headings = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("## ")]

    assert sorted(headings) == sorted(f"## `{one.tag}`" for one in RULES)
