"""What a rule finds, and the advice that it becomes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

import msgspec

from conversations.canvas.document import Canvas
from conversations.canvas.facets import Block, Stage
from conversations.coach.actions import Action
from conversations.coach.tuning import AS_SOURCED, Tuning
from conversations.words.text import Param, Phrase


class Found(msgspec.Struct, frozen=True):
    """What a rule found: the entries it is about, which wording fits, and what to fill in.

    `block`, `weight` and `rests_on` stand where they differ from the rule's own. Wordings are given the first
    entries' texts as `entries` and their number as `n`.
    """

    entries: tuple[int, ...] = ()
    wording: str = "text"
    params: dict[str, Param] = {}
    block: Block | None = None
    weight: float | None = None
    rests_on: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of advice: what to do next and why, the name of its source, and the entries it is about.

    The weightier (0 to 100), the earlier it is said. `block` is where it belongs, None for the front stage;
    `rests_on` are the questions whose answers it reads, `actions` what its buttons would do, best first.
    """

    tag: str
    text: Phrase
    why: Phrase
    source: Phrase
    entries: tuple[int, ...] = ()
    weight: float
    block: Block | None = None
    rests_on: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()


Speak: TypeAlias = Callable[[Canvas], Iterable[Found]]


class tuned:  # noqa: N801 - a decorator
    """The function of a rule with a limit that programmes may set; called with a canvas alone, as sourced."""

    def __init__(self, under: Callable[[Canvas, Tuning], Iterable[Found]]) -> None:
        self.under = under
        self.__doc__ = under.__doc__

    def __call__(self, canvas: Canvas) -> Iterable[Found]:
        """Give what the rule finds with the limit that its sources give."""
        return self.under(canvas, AS_SOURCED)


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One thing the coach knows.

    `source` has the keys of the pages it comes from, most telling first. `weight` is that of what it finds,
    unless it says otherwise there, and `at_most` the most it says. In the stages `quiet` it never
    speaks, nor, where there are any, while the stage isn't known. `rests_on` are the questions whose answers
    it reads: it is silent until one of them was put. A canvas without any answers is read as it is.
    """

    tag: str
    source: tuple[str, ...]
    weight: float
    at_most: float
    block: Block | None
    quiet: frozenset[Stage] = frozenset()
    rests_on: tuple[str, ...] = ()
    speak: Speak

    def found(self, canvas: Canvas, tuning: Tuning) -> Iterable[Found]:
        """Give what it has to say of a canvas, nothing where a programme has switched it off."""
        if self.tag in tuning.off:
            return ()
        return self.speak.under(canvas, tuning) if isinstance(self.speak, tuned) else self.speak(canvas)


def rule(  # noqa: PLR0913 - a rule's card has seven facts, each given by name
    tag: str,
    *,
    source: str,
    weight: float,
    at_most: float = 0.0,
    block: Block | None,
    quiet: Iterable[Stage] = (),
    rests_on: Iterable[str] = (),
) -> Callable[[Speak], Rule]:
    """Make a rule of a function that looks at a canvas. `source` lists keys, such as "Seed, ACE".

    `at_most` is given where something it finds may be heavier than `weight`.
    """

    def made(speak: Speak) -> Rule:
        return Rule(
            tag=tag,
            source=tuple(source.split(", ")),
            weight=weight,
            at_most=max(weight, at_most),
            block=block,
            quiet=frozenset(quiet),
            rests_on=tuple(rests_on),
            speak=speak,
        )

    return made
