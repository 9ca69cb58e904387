from __future__ import annotations

from conversations.canvas.facets import Block
from conversations.understanding.lines import Entry
from conversations.understanding.scoring import (
    ASKED,
    Choice,
    Score,
    confusion,
    gathered,
    labels,
    right,
    score,
    surest,
)
from conversations.understanding.sorter import Sorted, Sorter
from tests.conversations.understanding.stand_in import Letters, phrases, small_model


def test_only_what_is_labelled_and_certain_is_scored() -> None:
    entries = [
        Entry("Oven", Block.RESOURCES, "physical"),
        Entry("Bake bread", Block.ACTIVITIES, None),
        Entry("Card fees", Block.COSTS, "variable", block_ambiguous=True),
    ]
    scores = score(Sorter(small_model(), Letters()), entries)

    assert [choice.truth for choice in scores.block] == ["resources", "activities"]
    assert [choice.truth for choice in scores.all_kinds] == ["physical", "variable"]


def test_what_was_taught_scores_full_marks() -> None:
    entries = [Entry(phrase.text, phrase.block, phrase.kind) for phrase in phrases()]
    scores = score(Sorter(small_model(), Letters()), entries)

    assert right(scores.block) == Score(len(entries), len(entries))
    assert right(scores.all_kinds).share == 1


def test_asking_counts_as_wrong() -> None:
    entry = Entry("Oven", Block.RESOURCES, "physical")
    asked = Sorted("Oven", None, 0.3, None, 0.3)
    scores = gathered([(entry, asked)], [(entry, asked)])

    assert scores.block == (Choice("resources", ASKED, 0.3),)
    assert right(scores.block) == Score(0, 1)


def test_the_surest_are_four_fifths_rounded_up() -> None:
    choices = [Choice("a", "a" if place else "b", place / 10) for place in range(6)]

    assert [choice.confidence for choice in surest(choices)] == [0.5, 0.4, 0.3, 0.2, 0.1]
    assert right(surest(choices)).share == 1


def test_a_confusion_counts_what_was_taken_for_what() -> None:
    choices = [Choice("a", "b", 1), Choice("a", "b", 1), Choice("b", "b", 1)]

    assert confusion(choices) == {("a", "b"): 2, ("b", "b"): 1}


def test_nothing_scored_is_no_division_by_zero() -> None:
    assert right([]).share == 0
    assert surest([]) == ()


def test_asking_stands_last_among_the_answers() -> None:
    assert labels(None) == ("activities", "resources", "partners", "costs", ASKED)
    assert labels(Block.COSTS) == ("fixed", "variable", ASKED)
