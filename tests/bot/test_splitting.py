import re
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.splitting import LIMIT, split_html

TAG = re.compile(r"<(/?)([a-z]+)[^<>]*>")


def seen(html: str) -> str:
    return unescape(TAG.sub("", html))


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def is_balanced(html: str) -> bool:
    opened: list[str] = []
    for closing, name in TAG.findall(html):
        if not closing:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_a_short_text_stays_as_it_is() -> None:
    assert split_html("  <b>Hello</b> &amp; welcome ") == ("  <b>Hello</b> &amp; welcome ",)


def test_a_text_of_just_the_limit_stays_whole() -> None:
    text = "<b>" + "x" * LIMIT + "</b>"
    assert split_html(text) == (text,)


def test_a_long_text_is_split_where_a_sentence_ends() -> None:
    sentence = "We bake bread for two streets and deliver it before seven. "
    parts = split_html(sentence * 100)
    assert len(parts) == 2
    assert all(part.endswith("seven.") and part.startswith("We bake") for part in parts)


def test_a_paragraph_is_kept_together_where_there_is_room() -> None:
    first, second = "One sentence. " * 200, "Another sentence. " * 100
    parts = split_html(f"{first.strip()}\n\n{second.strip()}")
    assert parts == (first.strip(), second.strip())


def test_a_sentence_that_ends_in_bold_takes_its_closing_tag_along() -> None:
    parts = split_html("<b>" + "a" * 30 + ".</b> " + "b" * 30, limit=40)
    assert parts == ("<b>" + "a" * 30 + ".</b>", "b" * 30)


def test_open_tags_are_closed_and_opened_again() -> None:
    parts = split_html('<a href="https://example.org/?a=1&amp;b=2"><b>' + "word " * 20 + "</b></a>", limit=60)
    assert len(parts) == 2
    assert all(part.startswith('<a href="https://example.org/?a=1&amp;b=2"><b>word') for part in parts)
    assert all(part.endswith("word</b></a>") for part in parts)


def test_an_entity_is_never_torn() -> None:
    parts = split_html("&amp;" * 25, limit=10)
    assert parts == ("&amp;" * 10, "&amp;" * 10, "&amp;" * 5)


def test_an_emoji_counts_twice_and_is_never_torn() -> None:
    assert split_html("🍞" * 25, limit=21) == ("🍞" * 10, "🍞" * 10, "🍞" * 5)


@pytest.mark.parametrize("family", ["👩‍👩‍👧", "👍🏽", "é", "❤️"])
def test_a_composed_character_is_never_torn(family: str) -> None:
    for limit in range(units(family), units(family) * 3):
        parts = split_html(family * 20, limit=limit)
        assert all(part.replace(family, "") == "" for part in parts)


def test_chinese_is_split_after_its_full_stop() -> None:
    parts = split_html("我们每天早上烤面包。" * 10, limit=45)
    assert all(part.endswith("。") for part in parts)


MARKUP = st.recursive(
    st.text(st.characters(codec="utf-8"), max_size=60).map(escape),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(["b", "i", "code", "blockquote"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)


@given(st.lists(MARKUP, max_size=6).map("".join), st.integers(8, 80))
def test_nothing_is_lost_and_every_part_fits(html: str, limit: int) -> None:
    parts = split_html(html, limit)
    assert squeezed("".join(map(seen, parts))) == squeezed(seen(html))
    for part in parts:
        assert units(seen(part)) <= limit or parts == (html,)
        assert is_balanced(part)
    if units(seen(html)) > limit:
        assert all(units(seen(part)) <= limit for part in parts)
