"""The founder's choice of what mentors see: asked after the summary, changed and taken back at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.cohorts.consent import ALL_FOUR, NOTHING, Consent, Part
from conversations.cohorts.records import Consented
from conversations.cohorts.seen_words import parts_in_words, preview
from conversations.cohorts.tap import Tap, button, in_rows
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.interview.replies import Rows
    from conversations.interview.turn import Turn


def ask_consent(turn: Turn, cohort: str, name: str) -> None:
    """Ask what a cohort's mentors may see, with a preview of exactly that."""
    rows = (
        (button("share_four", "co", cohort, "four"),),
        (button("choose", "co", cohort, "choose"), button("not_now", "co", cohort, "none")),
    )
    turn.say(say("consent.ask", cohort=name), *preview(turn.canvas, ALL_FOUR), rows=rows)


def ask_waiting(turn: Turn) -> None:
    """Ask for the cohorts that this venture joined before its interview was finished."""
    here = turn.conversation
    others = {cohort: of for cohort, of in here.joined_with.items() if of != turn.venture}
    for cohort, name in here.joined.items():
        if cohort not in others:
            ask_consent(turn, cohort, name)
    turn.place(
        joined={cohort: name for cohort, name in here.joined.items() if cohort in others}, joined_with=others
    )


def choose(turn: Turn, tap: Tap) -> Phrase | None:
    """Do what a button of consent says: share the four blocks, one part more or less, nothing, or show it."""
    what = tap.rest[0] if tap.rest else ""
    if turn.venture != tap.place.venture and what == "see":
        return say("consent.other_venture")
    match what:
        case "four":
            _give(turn, tap, tap.place.consent | ALL_FOUR)
        case "none":
            _give(turn, tap, NOTHING)
        case "see":
            turn.say(say("consent.preview"), *preview(turn.canvas, tap.place.consent))
        case "choose" | "":
            _show_toggles(turn, tap, tap.place.consent)
        case _ if what in {part.value for part in Part}:
            _toggle(turn, tap, Part(what))
        case _:
            return say("note.unknown_button")
    return None


def _toggle(turn: Turn, tap: Tap, part: Part) -> None:
    changed = tap.place.consent ^ {part}
    _keep(turn, tap, changed)
    if tap.rest[-1] == "more":
        _tell(turn, tap, changed)
    else:
        _show_toggles(turn, tap, changed)


def _give(turn: Turn, tap: Tap, consent: Consent) -> None:
    _keep(turn, tap, consent)
    _tell(turn, tap, consent)


def _keep(turn: Turn, tap: Tap, consent: Consent) -> None:
    if consent != tap.place.consent:
        turn.records.append(Consented(cohort=tap.cohort.id, venture=tap.place.venture, consent=consent))


def _tell(turn: Turn, tap: Tap, consent: Consent) -> None:
    """Say what mentors see from now on, with the way to more and back."""
    this = tap.cohort.id
    if not consent:
        text = (say("consent.private", cohort=tap.cohort.name),)
        turn.redraw(tap.message, *text, rows=((button("choose", "co", this, "choose"),),))
        return
    more = () if Part.CHECK_INS in consent else (button("also_check_ins", "co", this, "check_ins", "more"),)
    rows: Rows = (
        (button("see_it", "co", this, "see"), *more),
        (button("change", "co", this, "choose"), button("take_back", "co", this, "none")),
    )
    mentors, shared = tap.place.mentors, parts_in_words(consent)
    private = parts_in_words(frozenset(Part) - consent)
    turn.redraw(
        tap.message,
        say("consent.given", n=len(mentors), mentors=mentors, shared=shared, private=private),
        rows=rows,
    )


def _show_toggles(turn: Turn, tap: Tap, consent: Consent) -> None:
    """Show each part with its mark; a tap shares it or takes it back."""
    this = tap.cohort.id
    toggles = [
        button(
            say(
                "cohort.chosen" if part in consent else "cohort.not_chosen",
                name=say(f"consent.part.{part.value}"),
            ),
            "co",
            this,
            part.value,
        )
        for part in Part
    ]
    last = (button("see_it", "co", this, "see"), button("done", "at", this))
    turn.redraw(
        tap.message, say("consent.toggles", mentors=tap.place.mentors), rows=(*in_rows(toggles, 2), last)
    )
