"""Whether a block is empty is looked up at all questions that fill it."""

from __future__ import annotations

import pytest

from conversations.canvas.facets import Block
from conversations.coach.blocks import FILLING
from tests.conversations.script.scripts import built_in, read

FORMS = {"items", "people", "partners", "prices", "costs"}
"""Answered with notes; the others ask about what is there."""


@pytest.mark.parametrize("block", Block)
def test_every_question_that_fills_a_block_is_known_to_the_coach(block: Block) -> None:
    questions = read(built_in()).in_block(block.value)
    assert tuple(question.id for question in questions if question.form in FORMS) == FILLING[block]
