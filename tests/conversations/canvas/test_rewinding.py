"""A canvas at any of its versions is rebuilt exactly: from now, and from the snapshot that follows it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from msgspec import json
from msgspec.structs import replace

from conversations.canvas.changes import Change, Revision, changes_between, undo
from conversations.canvas.document import Answer, Canvas, Unsorted, decode_canvas, encode_canvas
from conversations.canvas.entries import CLASSES, Activity, Entry, Resource, moved
from conversations.canvas.facets import Block, Evidence, Stage
from conversations.canvas.rewinding import Rewinding
from conversations.history.versions import canvases_at

if TYPE_CHECKING:
    from collections.abc import Callable

MOMENT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
Step = tuple[str, int, int]


def waiting(canvas: Canvas, two: int) -> Canvas:
    one = Unsorted(canvas.next_id, f"waits {two}")
    return replace(canvas, to_sort=(*canvas.to_sort, one), next_id=canvas.next_id + 1)


def placed(canvas: Canvas) -> Canvas:
    if not canvas.to_sort:
        return canvas
    first, *rest = canvas.to_sort
    return replace(canvas, to_sort=tuple(rest)).with_placed(Activity(id=first.id, text=first.text))


def linked(canvas: Canvas, entry: Entry, two: int) -> Canvas:
    if not isinstance(entry, Resource):
        return canvas
    activities = tuple(one.id for one in canvas.of(Activity)[: two % 3])
    return canvas.with_changed(replace(entry, activities=activities))


CHANGES: dict[str, Callable[[Canvas, int, int], Canvas]] = {
    "add": lambda c, one, two: c.with_new([CLASSES[list(Block)[one % 4]](id=0, text=f"note {two}")]),
    "name": lambda c, _, two: replace(c, venture=replace(c.venture, name="Crust" if two % 2 else "")),
    "stage": lambda c, _, two: replace(c, venture=replace(c.venture, stage=list(Stage)[two % 5])),
    "answer": lambda c, one, two: c.with_answer(
        f"q{one % 3}", Answer(words=f"said {two}", entries=tuple(e.id for e in c.entries[: two % 3]))
    ),
    "wait": lambda c, _, two: waiting(c, two),
    "place": lambda c, _, __: placed(c),
    "dismiss": lambda c, one, _: replace(c, dismissed=tuple(dict.fromkeys((*c.dismissed, f"rule_{one}")))),
    "hear again": lambda c, _, __: replace(c, dismissed=c.dismissed[1:]),
    "turn round": lambda c, _, __: replace(c, entries=tuple(reversed(c.entries))),
}
CHANGES_OF_ONE: dict[str, Callable[[Canvas, Entry, int], Canvas]] = {
    "drop": lambda c, entry, _: c.without([entry.id]),
    "move": lambda c, entry, two: c.with_changed(moved(entry, list(Block)[two % 4])),
    "sure": lambda c, entry, two: c.with_changed(replace(entry, evidence=[None, *Evidence][two % 5])),
    "words": lambda c, entry, two: c.with_changed(replace(entry, text=f"other words {two}")),
    "link": linked,
}
STEPS = st.lists(
    st.tuples(st.sampled_from([*CHANGES, *CHANGES_OF_ONE, "undo"]), st.integers(0, 9), st.integers(0, 9)),
    max_size=40,
)


def after(canvas: Canvas, step: Step, revisions: list[Revision]) -> Canvas:
    """Give the canvas after one change of the kind."""
    what, one, two = step
    if what == "undo":
        return undo(canvas, revisions[one % len(revisions)])[0] if revisions else canvas
    if what in CHANGES:
        return CHANGES[what](canvas, one, two)
    return (
        CHANGES_OF_ONE[what](canvas, canvas.entries[one % len(canvas.entries)], two)
        if canvas.entries
        else canvas
    )


def stored(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Give changes as they come back from a store."""
    return json.decode(json.encode(changes), type=tuple[Change, ...])


@given(STEPS)
def test_every_version_is_rebuilt_exactly(steps: list[Step]) -> None:
    canvas, revisions = Canvas(), list[Revision]()
    was = {0: canvas}
    for step in steps:
        following = after(canvas, step, revisions)
        changes = changes_between(canvas, following)
        if changes:
            version = len(revisions) + 1
            revisions.append(
                Revision(version=version, author="1", turn=str(version), at=MOMENT, changes=stored(changes))
            )
            was[version] = following
        canvas = following
    now = decode_canvas(encode_canvas(canvas))
    rebuilt = canvases_at(now, revisions, was)
    assert rebuilt == {number: replace(one, next_id=now.next_id) for number, one in was.items()}
    for number, one in was.items():
        snapshot = min((n for n in was if n >= number and n % 20 == 0), default=max(was))
        rewinding = Rewinding(was[snapshot])
        for revision in reversed(revisions):
            if number < revision.version <= snapshot:
                rewinding.back(revision)
        assert rewinding.canvas == replace(one, next_id=was[snapshot].next_id)
