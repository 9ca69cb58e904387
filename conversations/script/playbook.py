"""A playbook's file as it is written: a whole interview, or what a programme changes of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from conversations.canvas.facets import ResourceKind, Serves
from conversations.coach.tuning import AS_SOURCED, Tuning
from conversations.errors import ScriptError
from conversations.script.model import Guards, Question, Script, Wording
from conversations.script.texts import is_key, question_in_bold
from conversations.words.text import say

if TYPE_CHECKING:
    from typing import Any

NEEDED = ("block", "form", "ask", "why", "example")


class WordingInFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to ask: a message's `key`, or its `text`."""

    key: str = ""
    text: str = ""
    when: Guards = ()


class QuestionInFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question of the file's own, or what it changes of the base's question with this id.

    `after` and `before` name the question that it stands next to; `ask`, `why` and `example` are keys of
    messages or words.
    """

    id: str
    after: str = ""
    before: str = ""
    block: str | UnsetType = UNSET
    form: str | UnsetType = UNSET
    ask: str | tuple[WordingInFile, ...] | UnsetType = UNSET
    why: str | UnsetType = UNSET
    example: str | UnsetType = UNSET
    by_trade: bool | UnsetType = UNSET
    when: Guards | UnsetType = UNSET
    early_when: Guards | UnsetType = UNSET
    early_before: str | UnsetType = UNSET
    skip: bool | UnsetType = UNSET
    counted: bool | UnsetType = UNSET
    serves: Serves | UnsetType = UNSET
    front: str | UnsetType = UNSET
    kind: ResourceKind | UnsetType = UNSET
    preparation: bool | UnsetType = UNSET


class PlaybookFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A playbook's file. With `based_on`, its questions are added to those of that interview."""

    id: str
    version: int
    title: str = ""
    based_on: str = ""
    language: str = ""
    leave_out: tuple[str, ...] = ()
    questions: tuple[QuestionInFile, ...] = ()
    renamed: dict[str, str] = {}
    texts: dict[str, str] = {}
    coach: Tuning = AS_SOURCED


def script_of(file: PlaybookFile, base: Script | None) -> Script:
    """Give the script that a file comes to; `base` is the interview that `based_on` may name.

    Raises ScriptError with the place of the mistake.
    """
    questions: list[Question] = []
    if file.based_on:
        if base is None or file.based_on != base.id:
            known = base.id if base else ""
            raise ScriptError(say("playbook.base", name=file.based_on, known=known), ("based_on",))
        questions = _kept(file, base)
    texts: dict[str, str] = {}
    seen: set[str] = set()
    for index, own in enumerate(file.questions):
        if own.id in seen:
            raise ScriptError(say("playbook.twice", question=own.id), ("questions", index, "id"))
        seen.add(own.id)
        _take(questions, own, ("questions", index), texts)
    return Script(
        id=file.id,
        version=file.version,
        questions=tuple(_in_time(questions) if file.based_on else questions),
        renamed={**(base.renamed if base and file.based_on else {}), **file.renamed},
        texts={**texts, **file.texts},
        title=file.title,
        language=file.language,
        coach=file.coach,
    )


def _kept(file: PlaybookFile, base: Script) -> list[Question]:
    for index, unwanted in enumerate(file.leave_out):
        if not base.has(unwanted):
            raise ScriptError(say("playbook.no_question", name=unwanted), ("leave_out", index))
    kept = [question for question in base.questions if question.id not in file.leave_out]
    fixed = next((q for q in base.questions if not q.skip and q not in kept), None)
    if fixed is not None:
        raise ScriptError(say("playbook.needed_question", question=fixed.id), ("leave_out",))
    return kept


def _take(
    questions: list[Question], own: QuestionInFile, place: tuple[str | int, ...], texts: dict[str, str]
) -> None:
    """Put a question of the file among the others, in its place; its own words are added to `texts`."""
    given = _given(own, texts)
    index = next((i for i, known in enumerate(questions) if known.id == own.id), None)
    if index is None:
        missing = next((name for name in NEEDED if name not in given), None)
        if missing is not None:
            raise ScriptError(say("playbook.missing", field=missing), place)
        question, index = Question(id=own.id, **given), len(questions)
    else:
        question = replace(questions.pop(index), **given)
    beside = own.after or own.before
    if beside:
        index = next((i for i, known in enumerate(questions) if known.id == beside), -1)
        if index < 0:
            field = "after" if own.after else "before"
            raise ScriptError(say("playbook.no_question", name=beside), (*place, field))
        index += 1 if own.after else 0
    questions.insert(index, question)


def _given(own: QuestionInFile, texts: dict[str, str]) -> dict[str, Any]:
    """Give the fields that a question sets, words of its own replaced by the keys they get."""
    given: dict[str, Any] = {
        name: value
        for name in own.__struct_fields__
        if name not in ("id", "after", "before") and (value := getattr(own, name)) is not UNSET
    }
    for name in ("why", "example"):
        if name in given:
            given[name] = _key_for(given[name], f"playbook.{own.id}.{name}", texts)
    if "example" in given:
        given.setdefault("by_trade", False)
    if isinstance(own.ask, str):
        given["ask"] = (Wording(_key_for(question_in_bold(own.ask), f"playbook.{own.id}.ask", texts)),)
    elif "ask" in given:
        given["ask"] = tuple(
            Wording(
                _key_for(question_in_bold(one.text), f"playbook.{own.id}.ask.{n}", texts)
                if one.text
                else one.key,
                one.when,
            )
            for n, one in enumerate(given["ask"], start=1)
        )
    return given


def _key_for(words: str, key: str, texts: dict[str, str]) -> str:
    if is_key(words):
        return words
    texts[key] = words
    return key


def _in_time(questions: list[Question]) -> list[Question]:
    """Give the questions, those that came early in the base only where that still makes sense."""
    ids = [question.id for question in questions]
    return [
        replace(question, early_before="", early_when=())
        if question.early_before and question.early_before not in ids[: ids.index(question.id)]
        else question
        for question in questions
    ]
