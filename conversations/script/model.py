"""The script of questions, validated: bytes of a TOML file in, structs out."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from conversations.canvas.facets import ResourceKind, Serves
from conversations.errors import ScriptError
from conversations.script.guards import GUARDS

if TYPE_CHECKING:
    from collections.abc import Iterable

BLOCKS = ("setup", "activities", "resources", "partners", "costs")
RESERVED = ("welcome", "paused", "resting", "end")
"""States that every script has, and a word that ends a box in its diagram."""
FRONT_LINES = ("", "channels", "relationships", "revenue")
"""Lines of the front stage that an answer in several items can be, verbatim."""
Guards: TypeAlias = tuple[str, ...]
_NAME = re.compile(r"[a-z][a-z0-9_]*")


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to ask: the message key, used where all guards in `when` hold."""

    key: str
    when: Guards = ()


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question: a state of the machine.

    `form` names how it is asked and read; `ask` is tried in order, the last wording holds always; `by_trade`
    tells that there is an example for each trade. `when` are the guards that let it be asked; `early_when`
    those that let it come before the question `early_before`; `counted` is off for those that come up only
    now and then. `serves`, `front`, `kind` and `preparation` are what the entries of an answer are given.
    """

    id: str
    block: str
    form: str
    ask: tuple[Wording, ...]
    why: str
    example: str
    by_trade: bool = False
    when: Guards = ()
    early_when: Guards = ()
    early_before: str = ""
    skip: bool = True
    counted: bool = True
    serves: Serves | None = None
    front: str = ""
    kind: ResourceKind | None = None
    preparation: bool = False


class Script(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A playbook: its id and version, its questions in order, and what became of questions it once had.

    `renamed` maps old ids to new ones. `texts` lie over the catalogue, by message key.
    """

    id: str
    version: int
    questions: tuple[Question, ...]
    renamed: dict[str, str] = {}
    texts: dict[str, str] = {}

    def question(self, question_id: str) -> Question:
        """Give the question with this id; KeyError where the script has none."""
        for question in self.questions:
            if question.id == question_id:
                return question
        raise KeyError(question_id)

    def has(self, question_id: str) -> bool:
        """Whether the script has a question with this id."""
        return any(question.id == question_id for question in self.questions)

    def in_block(self, block: str) -> tuple[Question, ...]:
        """Give a block's questions, in order."""
        return tuple(question for question in self.questions if question.block == block)

    def current(self, question_id: str) -> str:
        """Follow the rename map to today's id of a question."""
        seen: set[str] = set()
        while question_id in self.renamed and question_id not in seen:
            seen.add(question_id)
            question_id = self.renamed[question_id]
        return question_id


def read_script(document: bytes, forms: frozenset[str]) -> Script:
    """Give the script in a TOML document. `forms` are the names of the forms there are.

    Raises ScriptError, which names the place and what was expected.
    """
    try:
        script = msgspec.toml.decode(document, type=Script)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        raise ScriptError(str(problem)) from None
    _check(script, forms)
    return script


def _check(script: Script, forms: frozenset[str]) -> None:
    ids = [question.id for question in script.questions]
    repeated = [question_id for question_id, times in Counter(ids).items() if times > 1]
    if repeated:
        raise ScriptError(f"question {repeated[0]!r} stands twice")
    if not ids:
        raise ScriptError("a script needs at least one question")
    for question in script.questions:
        _check_question(question, ids, forms)
    for old, new in script.renamed.items():
        if old in ids:
            raise ScriptError(f"renamed: {old!r} is still a question")
        if script.current(old) not in ids:
            raise ScriptError(f"renamed: {old!r} leads to {new!r}, which is no question")


def _check_question(question: Question, ids: list[str], forms: frozenset[str]) -> None:
    place = f"question {question.id!r}"
    if not _NAME.fullmatch(question.id) or question.id in RESERVED:
        raise ScriptError(f"{place}: an id is lower case letters, digits, _ and none of {_listed(RESERVED)}")
    if question.front not in FRONT_LINES:
        raise ScriptError(f"{place}: front {question.front!r} is none of {_listed(FRONT_LINES)}")
    if question.block not in BLOCKS:
        raise ScriptError(f"{place}: block {question.block!r} is none of {_listed(BLOCKS)}")
    if question.form not in forms:
        raise ScriptError(f"{place}: form {question.form!r} is none of {_listed(sorted(forms))}")
    if not question.ask or question.ask[-1].when:
        raise ScriptError(f"{place}: the last wording under `ask` must hold always (no `when`)")
    if question.early_before and question.early_before not in ids[: ids.index(question.id)]:
        raise ScriptError(f"{place}: early_before names no question that stands before it")
    if bool(question.early_before) != bool(question.early_when):
        raise ScriptError(f"{place}: early_before and early_when go together")
    for guard in (*question.when, *question.early_when, *(g for w in question.ask for g in w.when)):
        if guard not in GUARDS:
            raise ScriptError(f"{place}: guard {guard!r} is none of {_listed(sorted(GUARDS))}")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(name for name in names if name)
