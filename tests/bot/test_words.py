from __future__ import annotations

import pytest

from bot.words import load_catalogue


@pytest.mark.parametrize("language", ["", "en", "en-GB", "xx", "xx-YY", "../en", "a b"])
def test_english_is_read_once_for_all_who_are_spoken_to_in_it(language: str) -> None:
    assert load_catalogue(language) is load_catalogue("en")
