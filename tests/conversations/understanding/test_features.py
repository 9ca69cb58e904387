from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.understanding.cues import CUES
from conversations.understanding.features import MEASURES, WIDTH, folded, head, lexical


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("software development costs", "costs"),
        ("foundation that manages the money", "foundation"),
        ("our skilled bakers", "bakers"),
        ("cash of $12 billion", "cash"),
        ("founder with ten years in farming", "founder"),
        ("rider wages (variable)", "wages"),
        ("lieferant für mehl", "lieferant"),
        ("proveedor de harina", "proveedor"),
        ("a", "a"),
        ("", ""),
    ],
)
def test_the_word_a_phrase_is_about(text: str, word: str) -> None:
    assert head(text) == word


@pytest.mark.parametrize(
    ("family", "text"),
    [
        ("cost", "Personalkosten"),
        ("cost", "design costs"),
        ("rent", "loyer de l'atelier"),
        ("pay", "سندفع رواتب"),
        ("money", "5000 €"),
        ("supply", "面粉供应商"),
        ("person", "volunteers"),
        ("rival", "a competitor"),
        ("joint", "joint venture"),
        ("mind", "патент patents"),
    ],
)
def test_a_family_of_words_is_found(family: str, text: str) -> None:
    assert CUES[family].search(folded(text))


@pytest.mark.parametrize(("family", "text"), [("rent", "parents"), ("act", "maker"), ("fee", "coffee")])
def test_a_word_within_another_is_none(family: str, text: str) -> None:
    assert not CUES[family].search(folded(text))


def test_case_and_blanks_tell_nothing_of_the_words() -> None:
    plain, loud = lexical(["delivery van", "DELIVERY   VAN"])

    assert (plain[MEASURES:] == loud[MEASURES:]).all()


@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_text_gives_a_row_of_finite_numbers(texts: list[str]) -> None:
    rows = lexical(texts)

    assert rows.shape == (len(texts), WIDTH)
    assert np.isfinite(rows).all()
    assert (np.abs(rows) <= 2).all()
