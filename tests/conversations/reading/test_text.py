import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.reading.text import clean_text, fold, graphemes, shorten, width_of

BREAKING = set("\u202a\u202b\u202d\u202e\u202c\u2066\u2067\u2068\u2069\u200b\ufeff")


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("  Bean Wheels ", "Bean Wheels"),
        ("a\x00b\x07c", "abc"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("one\u2028two", "one\ntwo"),
        ("tab\there", "tab here"),
        ("evil\u202egnp.exe", "evilgnp.exe"),
        ("\u2067cart\u2069", "cart"),
        ("\u200f\u200e", ""),
        ("\ud83d\x00", ""),
        ("Cafe\u0301", "Café"),
        ("soft\u00adhyphen\u200b", "softhyphen"),
        ("👩\u200d🍳 cook", "👩\u200d🍳 cook"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\u200db", "ab"),
        (
            "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
            "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        ),
        ("a\U000e0067b", "ab"),
        ("☕️ cart", "☕️ cart"),
    ],
)
def test_text_is_kept_without_what_would_break_other_text(raw: str, kept: str) -> None:
    assert clean_text(raw) == kept


@given(st.text(alphabet=st.characters(), max_size=80))
def test_cleaning_is_safe_complete_and_done_once(raw: str) -> None:
    cleaned = clean_text(raw)
    assert clean_text(cleaned) == cleaned
    assert not BREAKING & set(cleaned)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert all(char == "\n" or unicodedata.category(char) not in {"Cc", "Cs"} for char in cleaned)
    letters = [char for char in unicodedata.normalize("NFC", raw) if char.isalnum()]
    assert len([char for char in cleaned if char.isalnum()]) >= len(letters) - raw.count(
        "\u200d"
    ) - raw.count("\u200c")


@given(st.text(max_size=60))
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("Espresso machine", 16, "Espresso machine"),
        ("Espresso machine", 13, "Espresso…"),
        ("Espressomachine", 8, "Espress…"),
        ("Talk to commuters", 12, "Talk to…"),
        ("咖啡机和磨豆机", 14, "咖啡机和磨豆机"),
        ("咖啡机和磨豆机", 8, "咖啡机…"),
        ("👩\u200d🍳👩\u200d🍳👩\u200d🍳", 5, "👩\u200d🍳👩\u200d🍳…"),
        ("cart", 1, "…"),
        ("cart", 0, ""),
    ],
)
def test_a_label_is_cut_at_a_word_within_its_width(text: str, width: int, short: str) -> None:
    assert shorten(text, width) == short


@given(st.text(max_size=60), st.integers(min_value=1, max_value=40))
def test_a_label_never_takes_more_than_its_width(text: str, width: int) -> None:
    assert width_of(shorten(text, width)) <= width


def test_a_flag_and_a_family_are_one_character_each() -> None:
    assert list(graphemes("🇩🇪👨\u200d👩\u200d👧e\u0301x")) == ["🇩🇪", "👨\u200d👩\u200d👧", "e\u0301", "x"]
