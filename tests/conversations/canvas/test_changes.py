"""What changed between two canvases is told, and can be taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET
from msgspec.structs import replace

from conversations.canvas.changes import WHOLE, Change, Revision, changes_between, redo, undo
from conversations.canvas.document import (
    Answer,
    Canvas,
    FrontStage,
    Unsorted,
    Venture,
    Volume,
    decode_canvas,
    encode_canvas,
)
from conversations.canvas.entries import Activity, Cost, Entry, Partner, Resource, moved
from conversations.canvas.facets import Block, Serves, Sourcing, Stage, When
from conversations.canvas.money import Amount, Period

words = st.text(min_size=1, max_size=12)
amounts = st.builds(
    Amount, st.just(Decimal("0.90")), st.sampled_from([Decimal("0.90"), Decimal(350)]), st.just("EUR")
)
ids = st.integers(0, 30)
entries: st.SearchStrategy[Entry] = st.one_of(
    st.builds(
        Activity,
        id=st.just(0),
        text=words,
        serves=st.lists(st.sampled_from(Serves), unique=True).map(tuple),
        when=st.sampled_from([UNSET, *When]),
        due=st.sampled_from([UNSET, None, date(2025, 12, 31)]),
        done=st.booleans(),
    ),
    st.builds(Resource, id=st.just(0), text=words, sourcing=st.sampled_from([UNSET, None, *Sourcing])),
    st.builds(Partner, id=st.just(0), text=words, gives=st.one_of(st.none(), st.lists(words).map(tuple))),
    st.builds(Cost, id=st.just(0), text=words, amount=st.one_of(st.just(UNSET), st.none(), amounts)),
)
Step: TypeAlias = tuple[str, Any]
steps = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.lists(entries, max_size=3)),
        st.tuples(st.just("drop"), st.sets(ids, max_size=3)),
        st.tuples(st.just("replace"), st.tuples(ids, entries)),
        st.tuples(st.just("move"), st.tuples(ids, st.sampled_from(Block))),
        st.tuples(st.just("link"), st.tuples(ids, ids)),
        st.tuples(st.just("rotate"), st.integers(1, 5)),
        st.tuples(st.just("venture"), st.builds(Venture, name=words, stage=st.sampled_from([UNSET, *Stage]))),
        st.tuples(
            st.just("front"),
            st.builds(FrontStage, customers=st.one_of(st.none(), words), price=st.one_of(st.none(), amounts)),
        ),
        st.tuples(st.just("answer"), st.tuples(st.sampled_from("abc.d"), st.lists(ids, max_size=3))),
        st.tuples(st.just("sort"), words),
        st.tuples(st.just("sorted"), ids),
        st.tuples(st.just("dismiss"), st.sampled_from(["be_specific", "add_people", "runway:3"])),
        st.tuples(st.just("welcome_back"), st.sampled_from(["be_specific", "add_people", "runway:3"])),
    ),
    max_size=8,
)


def after(canvas: Canvas, step: Step) -> Canvas:  # noqa: C901, PLR0911, PLR0912 - one case a kind of change
    match step:
        case "add", list() as new:
            return canvas.with_new(new)
        case "drop", set() as gone:
            return canvas.without(gone)
        case "replace", (int() as number, entry) if canvas.entry(number):
            return canvas.with_changed(msgspec.structs.replace(entry, id=number))
        case "move", (int() as number, Block() as block) if entry := canvas.entry(number):
            return canvas.with_changed(moved(entry, block))
        case "link", (int() as number, int() as other) if canvas.entry(other):
            entry = canvas.entry(number)
            if isinstance(entry, Resource):
                return canvas.with_changed(replace(entry, partner=other, activities=(other,)))
            if isinstance(entry, Cost):
                return canvas.with_changed(replace(entry, about=other))
        case "rotate", int() as places:
            return replace(canvas, entries=canvas.entries[places:] + canvas.entries[:places])
        case "venture", Venture() as venture:
            return replace(canvas, venture=venture)
        case "front", FrontStage() as front_stage:
            return replace(canvas, front_stage=front_stage)
        case "answer", (str() as question, list() as numbers):
            known = tuple(number for number in numbers if canvas.entry(number))
            return canvas.with_answer(question, Answer(words="so", entries=known))
        case "sort", str() as text:
            kept = (*canvas.to_sort, Unsorted(canvas.next_id, text))
            return replace(canvas, to_sort=kept, next_id=canvas.next_id + 1)
        case "sorted", int() as number:
            return replace(canvas, to_sort=tuple(item for item in canvas.to_sort if item.id != number))
        case "dismiss", str() as tag if tag not in canvas.dismissed:
            return replace(canvas, dismissed=(*canvas.dismissed, tag))
        case "welcome_back", str() as tag:
            return replace(canvas, dismissed=tuple(other for other in canvas.dismissed if other != tag))
    return canvas


def revision(before: Canvas, now: Canvas) -> Revision:
    made = Revision(
        version=1,
        author="lena",
        turn="rehearsal/1",
        at=datetime(2025, 1, 1, tzinfo=UTC),
        changes=changes_between(before, now),
    )
    return msgspec.json.decode(msgspec.json.encode(made), type=Revision)


def grown(taken: list[Step], canvas: Canvas | None = None) -> Canvas:
    canvas = canvas or Canvas()
    for step in taken:
        canvas = after(canvas, step)
    return canvas


@given(steps, steps)
def test_undo_right_after_any_change_gives_the_same_canvas(earlier: list[Step], later: list[Step]) -> None:
    before = grown(earlier)
    now = grown(later, before)
    undone, declined = undo(now, revision(before, now))
    assert replace(undone, next_id=before.next_id) == before
    assert undone.next_id == now.next_id
    assert declined == ()


@given(steps, steps, steps)
def test_undo_of_an_older_change_always_gives_a_canvas_without_broken_links(
    earlier: list[Step], later: list[Step], since: list[Step]
) -> None:
    before = grown(earlier)
    now = grown(later, before)
    undone, declined = undo(grown(since, now), revision(before, now))
    assert decode_canvas(encode_canvas(undone)) == undone
    numbers = {entry.id for entry in undone.entries}
    assert numbers.issuperset(number for answer in undone.answers.values() for number in answer.entries)
    assert {change.field for change in declined} <= {change.field for change in changes_between(before, now)}


@given(steps, steps)
def test_changes_made_again_to_the_canvas_they_came_from_give_the_same(
    earlier: list[Step], later: list[Step]
) -> None:
    before = grown(earlier)
    now = grown(later, before)
    again = redo(before, changes_between(before, now))
    assert replace(again, next_id=now.next_id) == now


@given(steps)
def test_nothing_changed_is_no_change(taken: list[Step]) -> None:
    assert changes_between(grown(taken), grown(taken)) == ()


def bakery() -> Canvas:
    return Canvas().with_new(
        [
            Activity(id=0, text="Bake bread"),
            Resource(id=0, text="Oven"),
            Cost(id=0, text="Rent", amount=Amount(Decimal(800), Decimal(800), "EUR", Period.MONTH)),
        ]
    )


def test_changes_are_told_field_by_field() -> None:
    before = bakery()
    oven, rent = before.entry(2), before.entry(3)
    assert isinstance(oven, Resource)
    assert isinstance(rent, Cost)
    now = (
        before.with_changed(replace(oven, sourcing=None))
        .with_changed(replace(rent, text="Shop rent"))
        .without([1])
        .with_new([Partner(id=0, text="Miller")])
    )
    now = replace(
        now, front_stage=FrontStage(volume=Volume(low=Decimal(1200), high=Decimal(1200), hoped=True))
    )
    assert set_of(changes_between(before, now)) == set_of(
        (
            Change(1, WHOLE, before={"block": "activities", "id": 1, "text": "Bake bread"}),
            Change(2, "sourcing", after=None),
            Change(3, "text", before="Rent", after="Shop rent"),
            Change(4, WHOLE, after={"block": "partners", "id": 4, "text": "Miller"}),
            Change(0, "front_stage.volume", after={"low": "1200", "high": "1200", "hoped": True}),
        )
    )


def set_of(changes: tuple[Change, ...]) -> set[bytes]:
    return {msgspec.json.encode(change) for change in changes}


def test_an_entry_deleted_comes_back_to_its_place_with_its_facets_and_links() -> None:
    before = bakery().with_new([Cost(id=0, text="Repairs", about=2)])
    now = before.without([2])
    grown_since = now.with_new([Activity(id=0, text="Sell at the market")])
    undone, declined = undo(grown_since, revision(before, now))
    assert [entry.text for entry in undone.entries] == [
        "Bake bread",
        "Oven",
        "Rent",
        "Repairs",
        "Sell at the market",
    ]
    assert undone.entry(4) == Cost(id=4, text="Repairs", about=2)
    assert declined == ()


def test_what_has_changed_since_is_declined_and_the_rest_taken_back() -> None:
    before = bakery()
    oven, rent = before.entry(2), before.entry(3)
    assert oven is not None
    assert rent is not None
    now = before.with_changed(replace(oven, text="Big oven")).with_changed(replace(rent, text="Shop rent"))
    since = now.with_changed(replace(oven, text="Two ovens"))
    undone, declined = undo(since, revision(before, now))
    assert [entry.text for entry in undone.entries] == ["Bake bread", "Two ovens", "Rent"]
    assert declined == (Change(2, "text", before="Oven", after="Big oven"),)


def test_an_entry_that_was_added_and_then_changed_stays() -> None:
    before = Canvas()
    now = bakery()
    since = now.with_changed(Activity(id=1, text="Bake cakes"))
    undone, declined = undo(since, revision(before, now))
    assert undone.entries == (Activity(id=1, text="Bake cakes"),)
    assert [change.entry for change in declined] == [1]
