import pytest

from bot.rehearsal.rendering import printable, rendered


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("Hello, <b>Lena</b>.", "Hello, Lena."),
        ("R&amp;D &lt;3 &gt; 2 &quot;soap&quot;", 'R&D <3 > 2 "soap"'),
        ("one\n\ntwo", "one\n\ntwo"),
        ('see <a href="https://a.example/x?a=1&amp;b=2">here</a>', "see here (https://a.example/x?a=1&b=2)"),
        ('<a href="https://a.example">https://a.example</a>', "https://a.example"),
        ("as you said:\n<blockquote>two\nlines</blockquote>\nso", "as you said:\n│ two\n│ lines\nso"),
        ("so: <blockquote>this</blockquote>", "so: \n│ this"),
        ("<b>bold <i>both</i></b> <unknown>kept</unknown>", "bold both kept"),
        ("</b>never opened, <b>never closed", "never opened, never closed"),
        ("خبز طازج and 咖啡 ☕", "خبز طازج and 咖啡 ☕"),
        ("", ""),
    ],
)
def test_a_message_reads_the_same_without_colours(html: str, plain: str) -> None:
    assert rendered(html).plain == plain


@pytest.mark.parametrize(
    ("tag", "style"),
    [
        ("b", "bold"),
        ("strong", "bold"),
        ("i", "italic"),
        ("u", "underline"),
        ("s", "strike"),
        ("code", "cyan"),
    ],
)
def test_a_tag_becomes_a_style(tag: str, style: str) -> None:
    text = rendered(f"so <{tag}>it</{tag}> is")

    assert [(span.start, span.end, span.style) for span in text.spans] == [(3, 5, style)]


def test_what_somebody_typed_does_not_steer_the_terminal() -> None:
    assert rendered("a\x1b[2Jb\x07c&#27;]0;title\x9bd\x00\re").plain == "a[2Jbc]0;titlede"


def test_half_a_surrogate_is_left_out() -> None:
    assert printable("a\ud83db") == "ab"
