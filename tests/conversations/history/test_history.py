"""/history: versions by day and by name, in words; compared, restored, and taken back one by one."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from conversations.canvas.changes import Revision
from conversations.canvas.entries import Cost, Resource
from conversations.canvas.facets import Sourcing
from conversations.history.versions import versions_of
from tests.conversations.interview.bench import Founder
from tests.conversations.interview.carts import lena_at, lena_at_rest
from tests.conversations.interview.stored import MORNING


def pitch(lena: Founder) -> int:
    (cost,) = [cost for cost in lena.canvas.of(Cost) if cost.text == "Pitch"]
    assert cost.amount
    return int(cost.amount.low)


def busy() -> Founder:
    """Lena, who changed things on two more days."""
    lena = lena_at_rest().waits(days=1).says("pitch is 900 now").says("we rent the grinder now")
    return lena.waits(days=1).says("drop Station").says("pitch is 950 now")


def test_a_days_changes_are_one_version_and_the_interview_has_a_name() -> None:
    lena = busy().commands("history")
    assert lena.sees(
        "Your canvas over time",
        "4 Mar\n− Station\nPitch 900 € a month → 950 € a month",
        "3 Mar\nGrinder: rented\nPitch 200 € a month → 900 € a month",
        "2 Mar · interview finished\n+ Talk to 30 commuters",
        "more",
    )
    assert lena.labels == ["4 Mar", "3 Mar", "2 Mar 🏁", "Undo a change"]


def test_nothing_yet_is_said_kindly() -> None:
    assert Founder().commands("history").sees("Nothing has changed yet")
    assert Founder().commands("undo").sees("nothing of yours to take back")


def test_a_version_is_opened_compared_with_now_and_drawn() -> None:
    lena = busy().commands("history").taps("3 Mar")
    assert lena.sees("3 Mar\nGrinder: rented", "Bring this back")
    lena.taps("Compare with now")
    assert lena.sees("3 Mar → 4 Mar\n− Station\nPitch 900 € a month → 950 € a month")
    lena.taps("As a picture")
    drawing = lena.pictures[-1]
    assert drawing.since is not None
    assert "Station" in [entry.text for entry in drawing.since.entries]
    assert drawing.since_on == date(2026, 3, 3)
    assert drawing.canvas == lena.canvas


def test_any_two_are_compared_older_first_and_back_leads_up() -> None:
    lena = busy().commands("history").taps("4 Mar", "Compare with …")
    assert lena.labels == ["3 Mar", "2 Mar 🏁", "‹ Back"]
    lena.taps("2 Mar")
    assert lena.sees("interview finished → 4 Mar", "Grinder: rented", "− Station", "200 € a month → 950 €")
    lena.taps("Back").taps("Back")
    assert lena.sees("Your canvas over time")


def test_a_version_is_restored_which_is_a_change_itself() -> None:
    lena = busy()
    before = lena.canvas
    lena.commands("history").taps("2 Mar", "Bring this back")
    assert lena.sees("Your canvas is back as it was: 2 Mar · interview finished", "Undo")
    assert pitch(lena) == 200
    grinder = lena.entry("Grinder")
    assert isinstance(grinder, Resource)
    assert grinder.sourcing is Sourcing.OWNED
    assert "Station" in lena.texts
    lena.commands("history")
    assert lena.sees("4 Mar · back to 2 Mar")
    lena.taps_data(f"o:undo:{lena.venture}:{lena.kept.version}")
    assert lena.canvas.entries == before.entries


def test_what_waits_to_be_sorted_goes_on_waiting_when_a_version_is_restored() -> None:
    lena = busy().says("a blue umbrella").commands("history").taps("2 Mar", "Bring this back")
    assert [waiting.text for waiting in lena.canvas.to_sort] == ["A blue umbrella"]


def test_restoring_what_is_so_already_is_said() -> None:
    lena = busy()
    newest = lena.kept.revisions[-1].version
    lena.taps_data(f"o:ver:{lena.venture}:r:{newest}")
    assert lena.sees("It is so already.")


def test_many_days_are_paged_in_place() -> None:
    lena = lena_at_rest()
    for day in range(12):
        lena.waits(days=1).says(f"pitch is {300 + day} now")
    lena.commands("history")
    count = len(lena.screen.messages)
    assert lena.sees("14 Mar", "10 Mar")
    lena.taps("1/3", "2/3")
    assert lena.sees("2 Mar · interview finished", "3/3")
    lena.taps("3/3")
    assert lena.sees("14 Mar")
    assert len(lena.screen.messages) == count


def test_the_last_ten_changes_are_each_taken_back_with_a_tap() -> None:
    lena = busy().commands("undo")
    assert lena.sees("Which change shall I take back?", "1  Pitch 900 € a month → 950 €", "2  − Station")
    assert [label for label in lena.labels if label.isdigit()] == [str(n) for n in range(1, 11)]
    lena.taps("2")
    assert lena.sees("Undone.")
    assert "Station" in lena.texts
    assert pitch(lena) == 950
    lena.commands("undo").taps("5")
    assert lena.sees("That has changed since, so I left it as it is.")
    assert pitch(lena) == 950


def test_what_does_not_show_takes_no_place_among_the_last_ten() -> None:
    lena = busy().says("a blue umbrella").taps_data(f"o:not:{busy().venture}:some_advice").commands("undo")
    assert lena.sees("1  Pitch 900 € a month → 950 €")
    assert not lena.sees("Only small things")


def test_what_somebody_else_changed_is_not_theirs_to_undo() -> None:
    lena = busy()
    theirs = lena.kept.revisions[-1]
    lena.kept.revisions[-1] = Revision(
        version=theirs.version, author="2", turn=theirs.turn, at=theirs.at, changes=theirs.changes
    )
    lena.commands("undo")
    assert not lena.sees("950")
    lena.taps_data(f"o:undo:{lena.venture}:{theirs.version}")
    assert lena.sees("Somebody else made that change")
    assert pitch(lena) == 950


@pytest.mark.parametrize(
    "rest",
    ["", "p", "p:x", "p:٣", "v:9999", "c:1", "c:1:9999", "d:9999:1", "r:9999", "r:0", "zzz:1", "w:9999:0"],
)
def test_buttons_from_nowhere_are_answered_and_change_nothing(rest: str) -> None:
    lena = busy()
    before = lena.canvas
    lena.taps_data(f"o:ver:{lena.venture}:{rest}")
    assert lena.screen.notes[-1]
    assert lena.canvas == before


def test_in_the_middle_of_the_interview_the_question_comes_back() -> None:
    lena = lena_at("keep")
    question = lena.screen.last.text.splitlines()[-1]
    assert lena.commands("history").sees("2 Mar", question)


def test_long_notes_never_push_the_list_over_a_message() -> None:
    lena = lena_at_rest()
    for day in range(5):
        words = ", ".join(f"{'very ' * 55}long note {day} {n}" for n in range(8))
        lena.waits(days=1).commands("add", f"activities {words}")
    lena.commands("history")
    assert lena.sees("7 Mar", "3 Mar", "… and 4 more")
    assert len(lena.screen.last.text) < 4096


def test_another_year_is_named() -> None:
    lena = busy().waits(days=400).says("pitch is 1000 now").commands("history")
    assert lena.sees("2 Mar 2026 · interview finished", "Pitch 950 € a month → 1,000 € a month")


def test_versions_are_cut_at_midnight_and_at_names() -> None:
    def made(version: int, hours: int, name: str = "") -> Revision:
        at = MORNING.replace(day=2 + hours // 24, hour=hours % 24)
        return Revision(version=version, author="1", turn=str(version), at=at, changes=(), name=name)

    versions = versions_of([made(1, 1), made(2, 2, "finished"), made(4, 3), made(5, 30), made(6, 31)])
    assert [(one.first, one.last, one.name) for one in versions] == [
        (5, 6, ""),
        (4, 4, ""),
        (1, 2, "finished"),
    ]


def test_days_begin_where_the_founder_lives() -> None:
    late = MORNING.replace(hour=23)
    made = [Revision(version=1, author="1", turn="1", at=late, changes=())]
    assert versions_of(made)[0].day == date(2026, 3, 2)
    assert versions_of(made, ZoneInfo("Asia/Tokyo"))[0].day == date(2026, 3, 3)
