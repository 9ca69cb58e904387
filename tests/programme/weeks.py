"""What twelve founders answer in twelve weeks. A week that isn't told: nothing new, nothing in the way."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Week:
    """One check-in: what is tapped as finished, told as changed, written as next, and in the way."""

    finished: str = ""
    changed: str = ""
    ahead: str = ""
    hindrance: str = ""


STUCK = Week(hindrance="the street permit waits at the council")
WEEKS: dict[str, dict[int, Week]] = {
    "Lena": {
        1: Week("Talk to 30 commuters", "the cart is 380 now", "Taste five blends"),
        2: STUCK,
        3: STUCK,
        4: Week("Get street permit", "", "Open at the station"),
        6: Week("", "we hired Ana's cousin as barista"),
        9: Week("Open at the station", "", "Offer offices a monthly plan"),
        12: Week("", "we rent a second cart from Hertz"),
    },
    "Omar": {
        1: Week("", "", "", "no workshop under 500"),
        2: Week("", "", "", "no workshop under 500"),
        3: Week("Find a workshop", "the workshop is 380 now"),
        7: Week("Test three finishes"),
    },
    "Mei": {
        2: Week("Register with the chamber"),
        5: Week("", "the van lease is 340 now"),
        8: Week(hindrance="two vets want the same nights"),
    },
    "Paul": {
        1: Week("Bake a test batch"),
        4: Week("Sign ten offices"),
        5: Week("", "flour is 0.95 a loaf now"),
        10: Week(hindrance="the oven is too small"),
    },
    "Sara": {3: Week("Write twenty lessons"), 6: Week("Try them with five families")},
    "Tomas": {2: Week("Measure ten stairwells"), 7: Week("", "bought the van")},
    "Aisha": {
        2: Week("Sew samples"),
        4: Week(hindrance="schools decide in May"),
        5: Week(hindrance="schools decide in May"),
        8: Week("Show them at two schools"),
    },
    "Ben": {1: Week("Ask fifty cyclists"), 6: Week("", "hired a second mechanic")},
    "Clara": {
        3: Week("Find a room"),
        4: Week("", "the rent is 850 now"),
        6: Week("Furnish it"),
        7: Week("Open the door"),
    },
    "Dani": {5: Week("Restore the press"), 9: Week("Print three samples")},
    "Eva": {1: Week("Sign eight gardens"), 11: Week(hindrance="slugs")},
    "Finn": {1: Week("Collect wood")},
}
SILENT: dict[str, range] = {"Finn": range(2, 13), "Dani": range(1, 5), "Eva": range(6, 9)}
"""Weeks in which nobody answers."""


def answers(name: str, week: int) -> tuple[str, ...]:
    """Give what a founder says and taps in a week, in order; none where they are silent."""
    if week in SILENT.get(name, ()):
        return ()
    told = WEEKS[name].get(week, Week())
    steps: list[str] = []
    if told == Week() or told == Week(hindrance=told.hindrance):
        steps.append("[Nothing new]")
    else:
        steps += [f"[⬜ {told.finished[:14]}]"] if told.finished else []
        steps += ["[Next ›]", told.changed or "[Nothing else]"]
        steps += [told.ahead, "[2 weeks]"] if told.ahead else ["[Nothing new]"]
    return (*steps, told.hindrance or "[Nothing]", "[Yes]")
