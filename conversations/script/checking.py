"""What a script has to keep to, so that nobody is left in the middle of it."""

from __future__ import annotations

import re
from collections import Counter
from difflib import get_close_matches
from typing import TYPE_CHECKING

from conversations.errors import ScriptError
from conversations.script.guards import GUARDS
from conversations.words.text import say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from conversations.errors import Place
    from conversations.script.model import Question, Script
    from conversations.script.vocabulary import Vocabulary

BLOCKS = ("setup", "activities", "resources", "partners", "costs")
RESERVED = ("welcome", "paused", "resting", "end")
"""States that every script has, and a word that ends a box in its diagram."""
FRONT_LINES = ("", "channels", "relationships", "revenue")
"""Lines of the front stage that an answer in several items can be, verbatim."""
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_PROGRAMME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


def check(script: Script, vocabulary: Vocabulary) -> None:
    """Raise ScriptError, with its place, where a script can't be used."""
    if not _PROGRAMME.fullmatch(script.id):
        raise ScriptError(say("playbook.bad_id"), ("id",))
    ids = [question.id for question in script.questions]
    repeated = [question_id for question_id, times in Counter(ids).items() if times > 1]
    if repeated:
        raise ScriptError(say("playbook.twice", question=repeated[0]), ("questions", repeated[0], "id"))
    if not ids:
        raise ScriptError(say("playbook.no_questions"))
    for question in script.questions:
        _check_question(question, ids, vocabulary)
        _check_words(question, script, vocabulary)
    for old, new in script.renamed.items():
        if old in ids:
            raise ScriptError(say("playbook.still_there", question=old), ("renamed", old))
        if script.current(old) not in ids:
            raise ScriptError(say("playbook.leads_nowhere", old=old, new=new), ("renamed", old))
    for index, tag in enumerate(script.coach.off):
        _one_of("rule", tag, vocabulary.rules, ("coach", "off", index))


def _check_question(question: Question, ids: list[str], vocabulary: Vocabulary) -> None:
    here: Place = ("questions", question.id)
    if not _NAME.fullmatch(question.id) or question.id in RESERVED:
        what = say("playbook.bad_question_id", question=question.id, reserved=", ".join(RESERVED))
        raise ScriptError(what, here)
    _one_of("front", question.front, FRONT_LINES, (*here, "front"))
    _one_of("block", question.block, BLOCKS, (*here, "block"))
    _one_of("form", question.form, vocabulary.forms, (*here, "form"))
    fitting = vocabulary.forms[question.form]
    if question.block not in fitting:
        listed = ", ".join(block for block in BLOCKS if block in fitting)
        what = say("playbook.form_elsewhere", form=question.form, block=question.block, blocks=listed)
        raise ScriptError(what, (*here, "form"))
    if not question.ask or question.ask[-1].when:
        raise ScriptError(say("playbook.last_wording", question=question.id), (*here, "ask"))
    if question.early_before and question.early_before not in ids[: ids.index(question.id)]:
        raise ScriptError(say("playbook.early_before", question=question.id), (*here, "early_before"))
    if bool(question.early_before) != bool(question.early_when):
        raise ScriptError(say("playbook.early_together", question=question.id), here)
    for field, guard in _guards(question):
        _one_of("guard", guard, GUARDS, (*here, field))


def _guards(question: Question) -> Iterator[tuple[str, str]]:
    yield from (("when", guard) for guard in question.when)
    yield from (("early_when", guard) for guard in question.early_when)
    yield from (("ask", guard) for wording in question.ask for guard in wording.when)


def _check_words(question: Question, script: Script, vocabulary: Vocabulary) -> None:
    said: list[tuple[str, str]] = [("ask", wording.key) for wording in question.ask]
    said.append(("why", question.why))
    examples = [f"{question.example}.{trade}" for trade in vocabulary.trades]
    said += [("example", key) for key in (examples if question.by_trade else [question.example])]
    for field, key in said:
        if key not in script.texts and key not in vocabulary.words:
            raise ScriptError(say("playbook.no_text", text=key), ("questions", question.id, field))


def _one_of(what: str, found: str, known: Collection[str], place: Place) -> None:
    if found in known:
        return
    near = get_close_matches(found, known, n=1)
    listed = ", ".join(sorted(name for name in known if name))
    meant = say("playbook.meant", name=near[0]) if near else say("playbook.known", names=listed)
    raise ScriptError(say(f"playbook.unknown_{what}", name=found, meant=meant), place)
