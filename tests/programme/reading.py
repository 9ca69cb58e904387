"""The programme's transcript as a page: what each person saw and did at the moments worth reading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.telegram_server import Seat
    from tests.telegram_server.chats import Event

HEAD = """# A programme of twelve weeks

Twelve founders and two mentors, from the first invitation to the last digest: what they wrote and tapped, and
what the bot answered, on the tests' Bot API server with its own clock. Everybody here is invented. The page
is made by

```bash
.venv/bin/pytest tests/programme --write-transcripts
```

and compared by the same test without the flag.
"""
_TOKEN = re.compile(r"(/start |start=)[\w-]{16,}")
_ISOLATES = dict.fromkeys((0x2068, 0x2069))


class Page:
    """Gathers chapters of a transcript."""

    def __init__(self) -> None:
        self._parts = [HEAD]
        self._told: dict[int, int] = {}

    def skips(self, *seats: Seat) -> None:
        """Leave out what happened in these chats so far."""
        for seat in seats:
            self._told[seat.room.id] = seat.room.happened

    def tells(self, title: str, seat: Seat) -> None:
        """Tell what happened in a chat since it was last told or skipped."""
        fresh = seat.room.happened - self._told.get(seat.room.id, 0)
        events = list(seat.room.events)[-fresh:] if fresh else []
        self.skips(seat)
        lines = "\n".join(line for event in events for line in _lines(event))
        self._parts.append(f"## {title}\n\n```text\n{_readable(lines)}\n```\n")

    def counts(self, title: str, rows: Iterable[tuple[int, int]]) -> None:
        """Tell how many answered, week by week."""
        table = "\n".join(f"| {week} | {answered} |" for week, answered in rows)
        self._parts.append(f"## {title}\n\n| week | answered |\n|---|---|\n{table}\n")

    def reads(self) -> str:
        """Give the whole page."""
        return "\n".join(self._parts)


def _readable(lines: str) -> str:
    """Give what is the same in every run: tokens are new ones each time."""
    return _TOKEN.sub(r"\1…", lines.translate(_ISOLATES)).rstrip()


def _lines(event: Event) -> list[str]:
    message = event.message
    if event.change == "tapped":
        return [f"{event.person} › [{event.label}]", ""]
    if event.change not in ("sent", "edited"):
        return []
    kind = "" if message.kind == "text" else f"[{message.kind}] "
    author = "" if message.by_bot else f"{message.author} › "
    text = [f"{author}{kind}{message.text}".split("\n")[0], *f"{kind}{message.text}".split("\n")[1:]]
    rows = ["  " + " ".join(f"[{label}]" for label in row) for row in message.rows]
    return [*text, *rows, ""]
