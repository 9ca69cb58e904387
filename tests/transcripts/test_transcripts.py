"""Whole interviews, each replayed by polling and behind a webhook.

A changed wording fails here; `pytest tests/transcripts --write-transcripts` writes the files anew, and the
change is reviewed there, as a founder would read it.
"""

from difflib import unified_diff
from pathlib import Path

import pytest

from conversations.canvas.facets import Block
from conversations.reading.text import width_of
from tests.running import MODES, MONDAY_MORNING, Mode, running_bot
from tests.telegram_server import Person, TelegramServer
from tests.transcripts.replay import Replay, filled_blocks
from tests.transcripts.steps import Transcript, read

FILES = sorted(Path(__file__).parent.glob("*.txt"))
MOST_ACTIONS = 30
FEWEST_ENTRIES = 15
LABEL, ALONE = 20, 28
"""Characters of a button beside others, and of one that has the row to itself; wide ones count two."""


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def transcript(request: pytest.FixtureRequest) -> Transcript:
    return read(request.param)


@pytest.mark.parametrize("mode", MODES)
async def test_an_interview_reads_as_written(
    transcript: Transcript, mode: Mode, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    async with TelegramServer() as server:
        server.clock.stop(MONDAY_MORNING)
        founder = server.person(transcript.founder, language=transcript.language)
        async with running_bot(server, tmp_path / "bot.sqlite3", mode) as bot:
            replay = Replay(bot, founder)
            reads = await replay.plays(transcript)
            if transcript.whole:
                assert founder.actions <= MOST_ACTIONS
                assert len(bot.canvas(founder).entries) >= FEWEST_ENTRIES
                assert filled_blocks(bot.canvas(founder)) == set(Block)
                assert bot.position(founder).state == "resting"
        assert_accepted(server)
        assert_clean(founder)
        assert_labels_fit(founder)
    if mode == "polling" and request.config.getoption("--write-transcripts"):
        transcript.path.write_text(reads, encoding="utf-8")
    else:
        changed = unified_diff(transcript.text.splitlines(), reads.splitlines(), "written", "reads", n=6)
        assert reads == transcript.text, "\n".join(changed)


def assert_accepted(server: TelegramServer) -> None:
    """Telegram refused nothing."""
    assert [call.line() for call in server.calls.all if call.description or call.fault] == []


def assert_clean(founder: Person) -> None:
    """Only the open question, if there is one, still has its buttons."""
    asked = [
        message
        for message in founder.chat
        if any(
            not (button.callback_data or "").startswith(("o:", "c:"))
            for row in message.buttons
            for button in row
        )
    ]
    assert asked in ([], [founder.last])


def assert_labels_fit(founder: Person) -> None:
    """A phone shows every label whole; what stands alone in its row has room for more."""
    rows = [row for event in founder.room.events for row in event.message.rows]
    too_long = {
        label for row in rows for label in row if width_of(label) > (LABEL if len(row) > 1 else ALONE)
    }
    assert too_long == set()
