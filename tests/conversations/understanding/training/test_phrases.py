from __future__ import annotations

import pytest

from conversations.canvas.facets import Block
from conversations.understanding.training.patterns import read_patterns
from conversations.understanding.training.phrases import Labelled, UnreadablePhrases, read_phrases

SOURCE = """\
# A remark.

@ Soap by the sea
production: Mix soap | Cut bars
support: Do the books
physical: Pots, pans
partners: Landlord
variable?: Oils |
@ Another
fixed: Rent
"""
FORMS = """\
$goods: soap | bread | boats
@ makers
production * 5: Make {goods} | bake {goods}
costs? * 1: {goods}
"""


def test_a_file_gives_its_phrases_with_company_block_and_kind() -> None:
    assert list(read_phrases(SOURCE)) == [
        Labelled("Mix soap", Block.ACTIVITIES, "production", "Soap by the sea"),
        Labelled("Cut bars", Block.ACTIVITIES, "production", "Soap by the sea"),
        Labelled("Do the books", Block.ACTIVITIES, "none", "Soap by the sea"),
        Labelled("Pots, pans", Block.RESOURCES, "physical", "Soap by the sea"),
        Labelled("Landlord", Block.PARTNERS, None, "Soap by the sea"),
        Labelled("Oils", Block.COSTS, "variable", "Soap by the sea", sure_block=False),
        Labelled("Rent", Block.COSTS, "fixed", "Another"),
    ]


@pytest.mark.parametrize("line", ["vehicles: Van", "Van", "physical: Van", "physical"])
def test_a_line_that_is_no_phrases_is_told_by_its_number(line: str) -> None:
    source = f"# first\n{line}" if line == "physical: Van" else f"@ Cart\n{line}"

    with pytest.raises(UnreadablePhrases, match="line 2"):
        list(read_phrases(source))


def test_forms_give_as_many_different_phrases_as_asked_for() -> None:
    made = list(read_patterns(FORMS))
    texts = [phrase.text for phrase in made if phrase.kind == "production"]

    assert len(texts) == len(set(texts)) == 5
    assert all(text.split()[0] in {"Make", "Bake"} for text in texts)
    assert [phrase.sure_block for phrase in made] == [True] * 5 + [False]


def test_forms_that_have_no_more_to_say_stop() -> None:
    made = list(read_patterns("$goods: soap\n@ makers\nproduction * 50: Make {goods}"))

    assert [phrase.text for phrase in made] == ["Make soap"]


def test_forms_give_the_same_phrases_each_time() -> None:
    assert list(read_patterns(FORMS)) == list(read_patterns(FORMS))


@pytest.mark.parametrize("line", ["production: Make soap", "vans * 3: Van", "physical * many: Van"])
def test_a_form_that_is_none_is_told_by_its_number(line: str) -> None:
    with pytest.raises(UnreadablePhrases, match="line 2"):
        list(read_patterns(f"@ Cart\n{line}"))
