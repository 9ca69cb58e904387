"""A message taken a clause at a time: what each surely says is written down; doubts are kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.entries import Entry, Partner, Resource
from conversations.interview.noting import Notes, is_clear, known_as, known_thing, may_mean
from conversations.interview.said_changes import change_told, changed_as_told
from conversations.reading.changes_verbs import Action
from conversations.reading.sameness import same_item
from conversations.reading.splitting import split_items
from conversations.reading.statements import read_statements
from conversations.reading.statements_facts import Ally, Had, Paid

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import date

    from conversations.canvas.document import Canvas
    from conversations.reading.changes_said import Said
from conversations.reading.statements_facts import Clause

ASKING = (Action.BROKEN, Action.REPRICED)
"""News after which something has to be asked."""


class Taking:
    """What a message says so far: `notes` on the canvas, `finished` activities, clauses `undecided`.

    `news` is what happened to an entry and leaves something to ask about; `waiting` is what nobody could
    place yet.
    """

    def __init__(self, canvas: Canvas, today: date) -> None:
        self.notes = Notes(canvas)
        self.finished: list[int] = []
        self.undecided: list[str] = []
        self.news: list[tuple[Action, Entry]] = []
        self.waiting: list[str] = []
        self._today = today

    @property
    def anything(self) -> bool:
        """Whether anything was taken."""
        notes = self.notes
        return bool(notes.touched or notes.again or notes.dropped or self.news)

    def hear(self, said: str) -> None:
        """Take a message: what it adds, and what it changes."""
        self._hear(said, self._take)

    def hear_additions(self, said: str) -> None:
        """Take a message that is known to add something, and changes nothing else."""
        self._hear(said, self._note)

    def _hear(self, said: str, take: Callable[[Clause], bool]) -> None:
        unread = [clause.words for clause in read_statements(said) if not take(clause)]
        if self.anything or self.undecided:
            self.waiting += [item for words in unread for item in split_items(words)]
        else:
            self.waiting += split_items(said) or (said,)

    def leave(self, names: Collection[str]) -> None:
        """Leave out what waits under these names: it is on the canvas."""
        self.waiting = [item for item in self.waiting if not any(same_item(item, name) for name in names)]

    def _take(self, clause: Clause) -> bool:
        """Write a clause down, or keep it apart as undecided; False where it says nothing sure."""
        if _is_of_the_known(self.notes.canvas, clause):
            return self._change(clause) or self._note(clause)
        return self._note(clause) or self._change(clause)

    def apply(self, said: Said, entry: Entry) -> bool:
        """Make a change of an entry; False where it doesn't fit."""
        notes = self.notes
        if said.action in (Action.DROP, Action.LEFT):
            notes.drop(entry)
            return True
        if said.action in ASKING:
            self.news.append((said.action, entry))
            return True
        if said.action is Action.COST and isinstance(entry, Resource) and said.amount is not None:
            notes.price(entry.text, said.amount, entry)
            return True
        after = changed_as_told(notes.canvas, entry, said)
        if after is None:
            return False
        notes.change(after)
        if said.action is Action.DONE and after != entry:
            self.finished.append(entry.id)
        return True

    def _note(self, clause: Clause) -> bool:
        if not clause.facts or not is_clear(self.notes.canvas, clause.facts):
            return False
        self.notes.write(clause.facts)
        if all(isinstance(fact, Ally) for fact in clause.facts):
            self._agree(clause)
        return True

    def _agree(self, clause: Clause) -> None:
        """Note that somebody agreed, where a clause that names them says so: "signed with Hertz"."""
        told = change_told(self.notes.canvas, clause.words, self._today)
        if told is not None and told.said.action is Action.AGREED and len(told.entries) == 1:
            entry = self.notes.canvas.entry(told.entries[0])
            if isinstance(entry, Partner):
                self.apply(told.said, entry)

    def _change(self, clause: Clause) -> bool:
        told = change_told(self.notes.canvas, clause.words, self._today)
        if told is None:
            return False
        if len(told.entries) > 1:
            self.undecided.append(clause.words)
            return True
        entry = self.notes.canvas.entry(told.entries[0])
        if entry is None or _is_of_another(clause, entry):
            return False
        return self.apply(told.said, entry)


def _is_of_the_known(canvas: Canvas, clause: Clause) -> bool:
    """Whether a clause may speak of what stands under another name: "the van", "a deal with X"."""
    return any(
        (isinstance(fact, Had) and fact.pointed and known_thing(canvas, fact) is None)
        or isinstance(fact, Paid)
        or (isinstance(fact, Ally) and not fact.gives and known_as(canvas.of(Partner), fact.name) is not None)
        for fact in clause.facts
    )


def _is_of_another(clause: Clause, entry: Entry) -> bool:
    """Whether a clause prices something else that only shares a word with the entry."""
    return any(isinstance(fact, Paid) and not may_mean(fact.name, entry.text) for fact in clause.facts)
