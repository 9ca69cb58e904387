"""The script of questions: what a playbook comes to once it is read."""

from __future__ import annotations

from functools import cached_property
from typing import TypeAlias

import msgspec

from conversations.canvas.facets import ResourceKind, Serves
from conversations.coach.tuning import AS_SOURCED, Tuning

Guards: TypeAlias = tuple[str, ...]


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


class Script(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """A playbook: its id and version, its questions in order, and what became of questions it once had.

    `renamed` maps old ids to new ones. `texts` lie over the catalogue, by message key, in `language` (empty:
    whatever the founder's is). `title` is what the programme calls it; `coach` what it sets of the coach.
    """

    id: str
    version: int
    questions: tuple[Question, ...]
    renamed: dict[str, str] = {}
    texts: dict[str, str] = {}
    title: str = ""
    language: str = ""
    coach: Tuning = AS_SOURCED

    def question(self, question_id: str) -> Question:
        """Give the question with this id; KeyError where the script has none."""
        return self._by_id[question_id]

    def has(self, question_id: str) -> bool:
        """Whether the script has a question with this id."""
        return question_id in self._by_id

    @cached_property
    def _by_id(self) -> dict[str, Question]:
        # Asked several times a turn.
        return {question.id: question for question in self.questions}

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
