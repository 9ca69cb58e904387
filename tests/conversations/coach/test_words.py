"""The words of the coach: each said in two ways, with the same parameters."""

from __future__ import annotations

from bot.words import load_catalogue
from conversations.coach.rulebook import RULES

WORDS = load_catalogue()
TAGS = {one.tag for one in RULES}


def wordings() -> list[str]:
    parts = ((key, key.split(".")) for key in WORDS.keys)
    return [key for key, names in parts if names[0] == "coach" and names[1] in TAGS and names[2] != "why"]


def test_every_wording_is_said_in_two_ways() -> None:
    keys = set(wordings())
    first = {key for key in keys if not key.endswith(".b")}

    assert len(first) > 60
    assert keys - first == {f"{key}.b" for key in first}
    assert [key for key in first if WORDS.worded(key) == WORDS.worded(f"{key}.b")] == []


def test_every_source_that_a_rule_names_has_a_name_for_people() -> None:
    assert {f"coach.source.{key}" for one in RULES for key in one.source} <= WORDS.keys
