import pytest

from tests.telegram_server.entities import from_html, typed
from tests.telegram_server.errors import BotApiError


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("plain", "plain", []),
        ("<b>bold</b>", "bold", [("bold", 0, 4)]),
        ("<STRONG>a</STRONG>", "a", [("bold", 0, 1)]),
        ("a <i>b<u>c</u></i>", "a bc", [("italic", 2, 2), ("underline", 3, 1)]),
        ("😀<code>x</code>", "😀x", [("code", 2, 1)]),
        ("&lt;b&gt; &amp; &quot;&#39;&#x27;", "<b> & \"''", []),
        ("2 > 1", "2 > 1", []),
        ('<a href="https://a.example/?x=1&amp;y=2">here</a>', "here", [("text_link", 0, 4)]),
        ('<span class="tg-spoiler">hush</span>', "hush", [("spoiler", 0, 4)]),
        ("<blockquote expandable>long</blockquote>", "long", [("expandable_blockquote", 0, 4)]),
        ("  <b>x </b> ", "x", [("bold", 0, 1)]),
        ("<b></b>x", "x", []),
        ("<s>a</s><del>b</del><strike>c</strike><ins>d</ins><em>e</em>", "abcde", [
            ("strikethrough", 0, 1), ("strikethrough", 1, 1), ("strikethrough", 2, 1),
            ("underline", 3, 1), ("italic", 4, 1)]),
        ("a\x07b\r\n\u202ec", "a b\nc", []),
    ],
)  # fmt: skip
def test_html_as_a_person_sees_it(html: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    read = from_html(html)
    assert read.text == text
    assert [(entity.type, entity.offset, entity.length) for entity in read.entities] == entities


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>x</i>", 'Unmatched end tag, expected "</b>", found "</i>" at byte offset 4'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 0'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("é <3", 'Unsupported start tag "3" at byte offset 3'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("R&D", "Unescaped ampersand at byte offset 1"),
        ("a&nbsp;b", "Unescaped ampersand at byte offset 1"),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
    ],
)
def test_html_that_telegram_cannot_parse(html: str, why: str) -> None:
    with pytest.raises(BotApiError) as refused:
        from_html(html)
    assert refused.value.description == f"Bad Request: can't parse entities: {why}"


def test_a_link_keeps_its_address() -> None:
    [link] = from_html('<a href="https://a.example/?x=1&amp;y=2">here</a>').entities
    assert link.url == "https://a.example/?x=1&y=2"


def test_what_people_type_has_its_commands_found() -> None:
    found = [
        (entity.type, entity.offset, entity.length)
        for entity in typed("😀 /start@x_bot @lena_k a/b").entities
    ]
    assert found == [("bot_command", 3, 12), ("mention", 16, 7)]
