"""The reference page of all rules, made from the code and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.facets import Stage
from conversations.coach.rulebook import RULES
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.coach.advice import Rule
    from conversations.words.catalogue import Catalogue


def rule_page(words: Catalogue) -> Iterator[str]:
    """Give the lines of the page, as Markdown: a section a rule, weightiest first."""
    yield from words.label(say("coaching.page.opening", number=len(RULES))).split("\n")
    for one in sorted(RULES, key=lambda one: (-one.weight, one.tag)):
        yield ""
        yield from _section(one, words)


def _section(one: Rule, words: Catalogue) -> Iterator[str]:
    yield f"## `{one.tag}`"
    yield ""
    yield _when(one)
    yield ""
    for key in sorted(_wordings(one, words)):
        name = key.removeprefix(f"coach.{one.tag}.")
        if not name.endswith(".b"):
            yield f"- {_shown(words, key)}"
    yield ""
    yield words.label(say("coaching.page.why", why=_shown(words, f"coach.{one.tag}.why")))
    sources = [words.label(say(f"coach.source.{key}")) for key in one.source]
    yield words.label(say("coaching.page.source", sources="; ".join(sources)))
    if one.quiet:
        names = [words.label(say(f"canvas.stage.{stage.value}")) for stage in Stage if stage in one.quiet]
        yield words.label(say("coaching.page.quiet", stages=", ".join(names)))
    yield words.label(say("coaching.page.weight", weight=f"{one.weight:g}"))


def _when(one: Rule) -> str:
    """Give what the rule's function says of itself: when it speaks."""
    lines = (one.speak.__doc__ or "").strip().split("\n\n")[0]
    return " ".join(lines.split())


def _wordings(one: Rule, words: Catalogue) -> list[str]:
    start = f"coach.{one.tag}."
    return [key for key in words.keys if key.startswith(start) and key != f"{start}why"]


def _shown(words: Catalogue, key: str) -> str:
    return words.worded(key).replace("<b>", "").replace("</b>", "").replace("\n", " ")
