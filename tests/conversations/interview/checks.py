"""What has to hold after every step, whatever happened: checked for each event of each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.canvas.document import decode_canvas, encode_canvas
from conversations.interview.events import Tapped
from conversations.interview.position import decode_conversation, encode_conversation
from conversations.interview.replies import Acknowledge, Redraw, Say
from conversations.interview.requests import Fetch, Purpose, Understand
from conversations.interview.step import BY_FOUNDER
from tests.conversations.interview.losses import check_nothing_lost
from tests.conversations.interview.shown import Screen, words
from tests.telegram_server.entities import from_html, utf16

if TYPE_CHECKING:
    from collections.abc import Iterable

    from conversations.interview.events import Event
    from conversations.interview.replies import Button
    from conversations.interview.snapshot import Outcome, Snapshot
    from conversations.script.model import Script

LONGEST_MESSAGE = 4096
LONGEST_DATA = 64
LONGEST_NOTE = 200


def check(script: Script, snapshot: Snapshot, event: Event, outcome: Outcome) -> None:
    """Assert all that holds of any step."""
    _answered(event, outcome)
    _acknowledged(event, outcome)
    _saveable(outcome)
    _ids_only_grow(snapshot, outcome)
    check_nothing_lost(script, snapshot, event, outcome)
    _one_message_a_prompt(snapshot, outcome)
    _open_prompt_matches_state(outcome)
    _sendable(outcome)


def _answered(event: Event, outcome: Outcome) -> None:
    if isinstance(event, BY_FOUNDER):
        if any(isinstance(asked, Understand) and asked.purpose is Purpose.SORT for asked in outcome.requests):
            return  # the answer is what comes of it
        if any(isinstance(asked, Fetch) for asked in outcome.requests):
            return  # as above
        assert any(_reaches(reply) for reply in outcome.replies), f"{event!r} was met with silence"


def _reaches(reply: object) -> bool:
    """Whether a founder notices it: taking buttons off alone would look like nothing."""
    return type(reply).__name__ not in ("Unbutton", "Unsend")


def _acknowledged(event: Event, outcome: Outcome) -> None:
    taps = [reply.tap for reply in outcome.replies if isinstance(reply, Acknowledge)]
    assert taps == ([event.tap] if isinstance(event, Tapped) else [])


def _saveable(outcome: Outcome) -> None:
    conversation = decode_conversation(encode_conversation(outcome.conversation))
    assert conversation == outcome.conversation
    assert decode_canvas(encode_canvas(outcome.canvas)) == outcome.canvas


def _ids_only_grow(snapshot: Snapshot, outcome: Outcome) -> None:
    ids = [entry.id for entry in outcome.canvas.entries]
    assert len(ids) == len(set(ids))
    assert all(0 < number < outcome.canvas.next_id for number in ids)
    if outcome.venture == snapshot.venture and not outcome.forget:
        assert outcome.canvas.next_id >= snapshot.canvas.next_id
        known = {known.id for known in (*snapshot.canvas.entries, *snapshot.canvas.to_sort)}
        undone = {number for number in ids if number < snapshot.canvas.next_id} - known
        assert not undone or snapshot.revisions, "an id came back without an undo"


def _one_message_a_prompt(snapshot: Snapshot, outcome: Outcome) -> None:
    tokens = [reply.prompt for reply in outcome.replies if isinstance(reply, Say) and reply.prompt]
    assert len(tokens) == len(set(tokens))
    if outcome.forget:
        return
    assert outcome.conversation.prompts - snapshot.conversation.prompts == len(tokens)


def _open_prompt_matches_state(outcome: Outcome) -> None:
    prompt = outcome.conversation.prompt
    if prompt is not None:
        assert prompt.question == outcome.conversation.state


def _sendable(outcome: Outcome) -> None:
    for reply in outcome.replies:
        if isinstance(reply, Acknowledge) and reply.note is not None:
            assert len(words().label(reply.note)) > 0
        if isinstance(reply, Say | Redraw):
            assert all(reply.rows), "a row without buttons"
            _tappable(button for row in reply.rows for button in row)


def _tappable(buttons: Iterable[Button]) -> None:
    for button in buttons:
        assert 0 < len(button.data.encode()) <= LONGEST_DATA, button.data
        assert words().label(button.label).strip(), button.data


def check_shown(screen: Screen) -> None:
    """Assert that what was put on the screen is what Telegram takes."""
    for message in screen.drawn:
        read = from_html(message.html)
        assert read.text.strip(), "an empty message"
        assert utf16(read.text) <= LONGEST_MESSAGE
    for note in screen.notes:
        assert len(note) <= LONGEST_NOTE
