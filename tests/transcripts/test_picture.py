"""The README's picture of a conversation says what the transcript says."""

from __future__ import annotations

from tests.transcripts.picture import SOURCE, bubbles_of, drawn


def test_messages_are_read_with_whose_they_are_and_what_was_tapped() -> None:
    bubbles = bubbles_of(
        "Lena: Bean Wheels\n\n  Backstage:\n    *How far?*\n    [An idea] [Open]\n\nLena taps [Open]\n"
    )

    assert [one["who"] for one in bubbles] == ["founder", "bot"]
    assert bubbles[1]["text"] == [[{"s": "How far?", "b": True, "i": False}]]
    assert bubbles[1]["rows"] == [["An idea", "Open"]]
    assert bubbles[1]["tapped"] == ["Open"]


def test_the_whole_transcript_is_read() -> None:
    bubbles = bubbles_of(SOURCE.read_text("utf-8"))

    assert sum(one["who"] == "bot" for one in bubbles) > 20


def test_the_picture_is_drawn() -> None:
    assert drawn().startswith(b"\x89PNG")
