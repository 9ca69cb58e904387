"""One shared state machine, compiled once from a script: a state per question, guards that choose the next.

Building a `transitions` machine costs milliseconds, firing it microseconds: so there is one for everybody
(`model=None`), and it is fired on a small object that carries one conversation's state and canvas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, cast

from transitions import EventData, Machine, Transition

from conversations.script.guards import Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conversations.canvas.document import Canvas
    from conversations.script.model import Guards, Question, Script
    from conversations.script.vocabulary import Vocabulary

    Condition: TypeAlias = Callable[[EventData], bool]

WELCOME = "welcome"
PAUSED = "paused"
RESTING = "resting"


class _Cursor:
    """What the machine is fired on."""

    def __init__(self, state: str, canvas: Canvas, again: tuple[str, ...]) -> None:
        self.state = state
        self.canvas = canvas
        self.again = again
        self.standing = Standing(canvas)

    def is_open(self, question_id: str) -> bool:
        """Whether a question waits for an answer: none yet, or it is to be asked again."""
        return question_id in self.again or question_id not in self.canvas.answers


class _Tried(Transition):
    """A transition that is left at once where its conditions don't hold: most are, at every turn."""

    def execute(self, event_data: EventData) -> bool:
        """Go, where the conditions hold; tell whether it went."""
        for one in self.conditions:
            if not cast("Condition", one.func)(event_data):
                return False
        return bool(super().execute(event_data))


class _Machine(Machine):
    transition_cls = _Tried


class Flow:
    """A script and its machine. Immutable after construction; shared by all conversations."""

    def __init__(self, script: Script, vocabulary: Vocabulary | None = None) -> None:
        self.script = script
        self.vocabulary = vocabulary
        """What playbooks may use that are sent to the bot, None where none are taken."""
        self.candidates = tuple(candidates(script))
        questions = [question.id for question in script.questions]
        self._machine = _Machine(
            model=None,
            states=[WELCOME, *questions, PAUSED, RESTING],
            initial=WELCOME,
            auto_transitions=False,
            send_event=True,
        )
        for question, guards in self.candidates:
            self._machine.add_transition(
                "next", "*", question.id, conditions=_may_be_asked(question.id, guards)
            )
        self._machine.add_transition("next", "*", RESTING)
        self._machine.add_transition("pause", "*", PAUSED)
        for question_id in questions:
            self._machine.add_transition(_go(question_id), "*", question_id)

    def next(self, state: str, canvas: Canvas, again: tuple[str, ...] = ()) -> str:
        """Give the state that follows: the first open question whose guards hold, else `resting`."""
        return self._fire("next", _Cursor(state, canvas, again))

    def pause(self, state: str, canvas: Canvas) -> str:
        """Give the state of a conversation that takes a break."""
        return self._fire("pause", _Cursor(state, canvas, ()))

    def go(self, state: str, question_id: str, canvas: Canvas) -> str:
        """Give the state of a conversation that goes to a question; KeyError where the script has none."""
        self.script.question(question_id)
        return self._fire(_go(question_id), _Cursor(state, canvas, ()))

    def knows(self, state: str) -> bool:
        """Whether this version of the script has the state."""
        return state in self._machine.states

    def _fire(self, trigger: str, cursor: _Cursor) -> str:
        self._machine.events[trigger].trigger(cursor)
        return cursor.state


def candidates(script: Script) -> Iterator[tuple[Question, Guards]]:
    """Give the questions in the order in which the machine tries them, each with its guards.

    A question that may come early stands twice; once answered it is not open any more.
    """
    for question in script.questions:
        for guest in script.questions:
            if guest.early_before == question.id:
                yield guest, (*guest.when, *guest.early_when)
        yield question, question.when


def _go(question_id: str) -> str:
    return f"go_{question_id}"


def _may_be_asked(question_id: str, guards: Guards) -> Callable[[Any], bool]:
    def may_be_asked(event: Any) -> bool:  # noqa: ANN401 - transitions gives its callbacks no types
        cursor: _Cursor = event.model
        return cursor.is_open(question_id) and cursor.standing.holds(guards)

    return may_be_asked
