"""The script's questions as a table in Markdown, for the documentation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conversations.script.model import Guards, Question, Script
    from conversations.words.catalogue import Catalogue

_TAGS = re.compile(r"<[^<>]+>")


def question_table(script: Script, words: Catalogue) -> str:
    """Give a row a question: its id, its block, when it is asked, and its wordings, the usual one first."""
    rows = [
        f"| `{question.id}` | {question.block} | {_when(question)} | {_wordings(question, words)} |"
        for question in script.questions
    ]
    return "\n".join(("| id | block | asked | wording |", "|---|---|---|---|", *rows)) + "\n"


def _when(question: Question) -> str:
    parts = [f"where {_in_words(question.when)}" if question.when else "always"]
    if question.early_before:
        parts.append(f"where {_in_words(question.early_when)}: before `{question.early_before}`")
    if not question.skip:
        parts.append("can't be skipped")
    return "; ".join(parts)


def _wordings(question: Question, words: Catalogue) -> str:
    *special, usual = question.ask
    lines = [_text(usual.key, words)]
    lines += [f"<i>{_in_words(wording.when)}:</i> {_text(wording.key, words)}" for wording in special]
    return "<br>".join(lines)


def _text(key: str, words: Catalogue) -> str:
    plain = _TAGS.sub("", words.worded(key))
    return " ".join(plain.split()).replace("|", "\\|")


def _in_words(guards: Guards) -> str:
    return " and ".join(guard.replace("_", " ") for guard in guards)
