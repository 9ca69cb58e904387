from __future__ import annotations

import pytest

from conversations.canvas.facets import Block
from conversations.understanding.lines import Entry, ToSort, UnreadableLine, answer, read_entry, read_to_sort
from conversations.understanding.sorter import Sorted


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Delivery van\n", ToSort("Delivery van")),
        ('"quoted" soap', ToSort('"quoted" soap')),
        ("12", ToSort("12")),
        ('{"text": " van "}', ToSort("van")),
        ('{"text": "van", "block": "resources"}', ToSort("van", Block.RESOURCES)),
        ('{"text": "van", "block": null, "id": 3}', ToSort("van")),
    ],
)
def test_a_phrase_is_a_line_or_an_object(line: str, read: ToSort) -> None:
    assert read_to_sort(line) == read


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('{"text": "van"', "json"),
        ("{van}", "json"),
        ("{}", "text"),
        ('{"text": 3}', "text"),
        ('{"text": ""}', "text"),
        ("\ufffd\ufffd van", "text"),
        ('{"text": "van", "block": "vans"}', "block"),
    ],
)
def test_a_line_that_is_none_says_what_is_wrong(line: str, key: str) -> None:
    with pytest.raises(UnreadableLine, match=rf"^{key}$"):
        read_to_sort(line)


def test_a_labelled_entry_may_leave_its_kind_open() -> None:
    line = '{"text": "Rent", "block": "costs", "kind": null, "company": "Cart", "source": "here"}'

    assert read_entry(line) == Entry("Rent", Block.COSTS, None, "Cart")


def test_a_kind_of_another_block_is_refused() -> None:
    with pytest.raises(UnreadableLine, match=r"^kind$"):
        read_entry('{"text": "Rent", "block": "costs", "kind": "human"}')


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (
            Sorted("Oven", Block.RESOURCES, 0.98765, "physical", 0.5),
            '{"text":"Oven","block":"resources","block_confidence":0.988,"kind":"physical","kind_confidence":0.5}',
        ),
        (
            Sorted("?", None, 0.0, None, 0.0),
            '{"text":"?","block":null,"block_confidence":0.0,"kind":null,"kind_confidence":0.0}',
        ),
    ],
)
def test_an_answer_is_a_line_of_json(found: Sorted, line: str) -> None:
    assert answer(found) == line
