"""Where a turn's time goes: the bot is looked at while it works, and each sample put to its part."""

from __future__ import annotations

import asyncio
import re
import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.bots import BACKSTAGE
from benchmarks.runs import Plan, running, until

if TYPE_CHECKING:
    from collections.abc import Iterable

SECONDS = 10
A_SECOND = 200
PARTS = (
    ("drawing", "bot/drawing|bot/press"),
    ("understanding", "understanding/"),
    ("calls to Telegram", "telegram/connections|telegram/transport|telegram/sending|telegram/parameters"),
    ("metrics", "prometheus|bot/watching"),
    ("the interview's step", "interview/step.py"),
    ("words", "bot/rendering"),
    ("documents to objects and back", "storage/stepping"),
    ("the database", "bot/storage"),
    ("delivery", "bot/delivery"),
    ("the webhook", "bot/serving|telegram/webhook|telegram/intake|telegram/decoding"),
    ("the event loop", "asyncio/|uvloop/"),
)
"""Parts by what stands anywhere in a sample's stack; the first that fits counts."""


async def profile(folder: Path) -> list[tuple[str, float]]:
    """Give each part's share of the samples in which Python ran, greatest first; none without py-spy."""
    spy = shutil.which("py-spy") or shutil.which("py-spy", path=str(Path(sys.executable).parent))
    if spy is None:
        return []
    stacks = folder / "stacks.txt"
    async with running(BACKSTAGE, Plan(), folder) as (process, _, crowd):
        crowd.begin()
        await until(crowd, Plan().warm_up, Plan().seconds)
        how = ("--gil", "-d", str(SECONDS), "-r", str(A_SECOND), "-f", "raw", "-o", str(stacks))
        watching = await asyncio.create_subprocess_exec(
            spy, "record", *how, "-p", str(process.pid), stdout=asyncio.subprocess.DEVNULL
        )
        await watching.wait()
    return shares(stacks.read_text().splitlines())


def shares(lines: Iterable[str]) -> list[tuple[str, float]]:
    """Give each part's share of stacks, as py-spy writes them: frames with `;` between, and a count."""
    counted: Counter[str] = Counter()
    for line in lines:
        stack, _, count = line.rpartition(" ")
        part = next((name for name, pattern in PARTS if re.search(pattern, stack)), "everything else")
        counted[part] += int(count)
    return [(part, count / counted.total()) for part, count in counted.most_common()]
