"""Results as a page: tables in Markdown, and a plot beside them."""

from __future__ import annotations

import platform
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from benchmarks.results import Results
    from benchmarks.runs import Measured

NOTHING = "–"


def page(results: Results) -> str:
    """Give the page's tables."""
    return "\n".join(_lines(results)) + "\n"


def _lines(results: Results) -> Iterator[str]:
    yield f"Measured on {results.date} on {results.machine}, Python {platform.python_version()}."
    yield ""
    if results.saturated:
        yield from _saturated(results.saturated)
    if results.paced:
        yield from _paced(results.paced)
    if results.crowds:
        yield from _crowds(results.crowds)
    if results.stored:
        yield from _stored(results)
    if results.profile:
        yield "Where the time of a turn goes (share of samples in which Python ran, webhook, 200 founders):"
        yield ""
        yield from _table(("part", "share"), [(part, f"{share:.0%}") for part, share in results.profile])


def _saturated(runs: Sequence[Measured]) -> Iterator[str]:
    yield "200 founders at once, each as fast as they are asked; the bot on one core:"
    yield ""
    ours = {mode: _of(runs, bots(runs)[0], mode) for mode in ("webhook", "polling")}
    rows = []
    for bot in bots(runs):
        webhook, polling = _of(runs, bot, "webhook"), _of(runs, bot, "polling")
        rows.append(
            (
                bot,
                _median(webhook, "turns_a_second", ".0f"),
                _median(polling, "turns_a_second", ".0f"),
                _ratio(ours["webhook"], webhook),
                _median(webhook, "cpu_a_turn", ".2f"),
                _median(polling, "cpu_a_turn", ".2f"),
                _median(webhook, "loop_a_turn", ".2f"),
                _median(webhook, "p50", ".0f"),
                _median(webhook, "p99", ".0f"),
                _median(webhook, "memory", ".0f"),
            )
        )
    yield from _table(
        (
            "bot",
            "turns/s, webhook",
            "turns/s, polling",
            "Backstage is so many times as fast",
            "CPU a turn, webhook (ms)",
            "polling (ms)",
            "of it in the event loop, webhook (ms)",
            "p50 (ms)",
            "p99 (ms)",
            "memory (MiB)",
        ),
        rows,
    )


def _paced(runs: Sequence[Measured]) -> Iterator[str]:
    yield "30 turns a second, 50 ms to Telegram and back; from an update to its reply, less the way:"
    yield ""
    rows = [
        (bot, _median(of, "turns_a_second", ".1f"), _median(of, "p50", ".1f"), _median(of, "p99", ".1f"))
        for bot in bots(runs)
        for of in [_of(runs, bot, "webhook")]
    ]
    yield from _table(("bot", "turns/s", "p50 (ms)", "p99 (ms)"), rows)


def _crowds(runs: Sequence[Measured]) -> Iterator[str]:
    yield "Backstage with few and with many founders at once, webhook:"
    yield ""
    sizes = sorted({run.plan.founders for run in runs})
    rows = [
        (str(size), _median(of, "turns_a_second", ".0f"), _median(of, "cpu_a_turn", ".2f"))
        for size in sizes
        for of in [[run for run in runs if run.plan.founders == size]]
    ]
    yield from _table(("founders at once", "turns/s", "CPU a turn (ms)"), rows)


def _stored(results: Results) -> Iterator[str]:
    yield "Backstage with so many founders stored, webhook, 200 at once:"
    yield ""
    rows = [
        (
            f"{stored.founders:,}",
            f"{stored.run.turns_a_second:.0f}",
            f"{stored.run.cpu_a_turn:.2f}",
            f"{stored.run.memory:.0f}",
            f"{stored.first_reply:.1f}",
        )
        for stored in results.stored
    ]
    yield from _table(
        ("stored", "turns/s", "CPU a turn (ms)", "memory (MiB)", "first reply after a start (s)"), rows
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def bots(runs: Sequence[Measured]) -> list[str]:
    """Give the names of the bots that ran, ours first."""
    return list(dict.fromkeys(run.bot for run in runs))


def _of(runs: Sequence[Measured], bot: str, mode: str) -> list[Measured]:
    return [run for run in runs if (run.bot, run.plan.mode) == (bot, mode)]


def _median(runs: Sequence[Measured], what: str, form: str) -> str:
    return format(median(getattr(run, what) for run in runs), form) if runs else NOTHING


def _ratio(ours: Sequence[Measured], theirs: Sequence[Measured]) -> str:
    if not ours or not theirs:
        return NOTHING
    return f"{median(o.turns_a_second for o in ours) / median(t.turns_a_second for t in theirs):.1f}"


def plot(results: Results, file: Path) -> None:
    """Draw turns a second of all bots, by webhook and by polling, each round a dot."""
    from matplotlib import pyplot as plt  # noqa: PLC0415 - of the extra, and slow to load

    figure, axes = plt.subplots(figsize=(9, 4), layout="constrained")
    names = bots(results.saturated)[::-1]
    for shift, mode in ((0.2, "webhook"), (-0.2, "polling")):
        rounds = [[r.turns_a_second for r in _of(results.saturated, name, mode)] or [0.0] for name in names]
        places = [place + shift for place in range(len(names))]
        bars = axes.barh(places, [median(values) for values in rounds], height=0.36, label=mode)
        axes.bar_label(bars, fmt="%.0f", padding=4)
        for place, values in zip(places, rounds, strict=True):
            axes.plot(values, [place] * len(values), "k.", markersize=4)
    axes.set_yticks(range(len(names)), names)
    axes.set_xlabel("turns a second on one core, 200 founders at once")
    axes.set_title(f"{results.machine}, {results.date}", fontsize=9)
    axes.legend(loc="lower right")
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(file, metadata={"Date": None})
