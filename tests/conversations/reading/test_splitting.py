import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.reading.splitting import dedupe, same_item, split_items
from conversations.reading.text import clean_text
from tests.conversations.reading.list_phrasings import NASTY, PLAIN

FILLERS = {"and", "we", "need"}
WORDS = (
    "van",
    "oven",
    "baker",
    "3,000",
    "flyers",
    "and",
    "brew",
    "serve",
    "Tom",
    "R&D",
    "we need",
    "mostly",
    "咖啡",
    "ofen",
)
MARKS = (", ", "; ", "\n", " ", " and ", " & ", "، ", "、", " / ", ". ", " - ", "(", ")", '"', "\n- ")


@pytest.mark.parametrize(("text", "items"), [*PLAIN, *NASTY])
def test_an_answer_becomes_the_items_meant(text: str, items: str) -> None:
    assert " | ".join(split_items(text)) == items.replace("‖", "|")


def test_the_list_of_answers_is_long_and_nasty_enough_to_mean_something() -> None:
    texts = [text for text, _ in (*PLAIN, *NASTY)]
    assert len(set(texts)) == len(texts) >= 150
    assert len(NASTY) >= 50


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(MARKS)), max_size=12))
def test_no_word_but_a_filler_is_lost_or_made_up(parts: list[tuple[str, str]]) -> None:
    text = "".join(word + mark for word, mark in parts)
    said = re.findall(r"[^\W_]+", text)
    kept = re.findall(r"[^\W_]+", " ".join(split_items(text)))
    assert [word for word in kept if word not in FILLERS] == [word for word in said if word not in FILLERS]


@given(st.text(max_size=120))
def test_items_are_pieces_of_the_answer_in_order(text: str) -> None:
    rest = " ".join(clean_text(text).split())
    for item in split_items(text):
        assert item == item.strip() != ""
        place = rest.find(item)
        assert place >= 0
        rest = rest[place + len(item) :]


@given(st.text(alphabet="abcäж咖ق🚐 ", min_size=1, max_size=60))
def test_an_answer_with_letters_is_never_empty(text: str) -> None:
    assert bool(split_items(text)) is any(char.isalnum() or char == "🚐" for char in text)


def test_an_over_long_entry_is_kept_whole() -> None:
    assert split_items("x" * 400) == ("x" * 400,)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("delivery van", "the van"),
        ("delivery van", "a van"),
        ("Delivery van", "delivery VAN."),
        ("the van", "a van"),
        ("vans", "van"),
        ("our recipe", "Recipe"),
        ("Tom's oven", "Tom oven"),
        ("two bakers", "2 bakers"),
        ("boxes", "box"),
        ("bakery", "bakeries"),
        ("Café", "cafe"),
        ("咖啡机", "咖啡机。"),
    ],
)
def test_the_same_thing_is_recognised(one: str, two: str) -> None:
    assert same_item(one, two)
    assert same_item(two, one)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("cold van", "delivery van"),
        ("two vans", "three vans"),
        ("flyers", "print flyers"),
        ("the flyers", "print flyers"),
        ("rent", "office rent"),
        ("van driver", "the van"),
        ("glass", "glas"),
        ("咖啡机", "咖啡车"),
        ("🚐", "🔥"),
    ],
)
def test_different_things_stay_apart(one: str, two: str) -> None:
    assert not same_item(one, two)
    assert not same_item(two, one)


def test_what_was_said_before_is_set_apart() -> None:
    assert dedupe(["the van", "an oven", "Oven"], ["Delivery van"]) == (("an oven",), ("the van", "Oven"))


def test_the_van_is_new_where_two_vans_could_be_meant() -> None:
    assert dedupe(["the van"], ["delivery van", "cold van"]) == (("the van",), ())
