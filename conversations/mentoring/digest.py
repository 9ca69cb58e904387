"""The digest: all ventures of a cohort in groups, one line each; number buttons open them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.cohorts.authority import Action, allowed
from conversations.cohorts.tap import Tap, button, data, in_rows
from conversations.interview.replies import About, Button, Say
from conversations.interview.taps import is_number
from conversations.mentoring.heading import head
from conversations.mentoring.lines import line
from conversations.mentoring.standing import Group, Standing, standings
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.cohorts.desk import Desk
    from conversations.interview.replies import Rows
    from conversations.interview.turn import Turn

PAGE = 12
"""Ventures in one message."""
ACROSS = 4


def show_digest(turn: Turn, tap: Tap) -> None:
    """Say the digest of a cohort as it stands now, or another page of it."""
    page = int(tap.rest[0]) if tap.rest and is_number(tap.rest[0]) else 0
    say_digest(turn, tap.desk, page)


def say_digest(turn: Turn, desk: Desk, page: int = 0) -> None:
    """Say a page of the digest, as a message that can be replied to."""
    found = standings(desk, turn.now)
    pages = max(1, -(-len(found) // PAGE))
    page %= pages
    shown = found[page * PAGE : (page + 1) * PAGE]
    text = (*head(turn, desk.place.cohort, found), *_groups(shown))
    text = (*text, say("digest.how", number=shown[0].number) if found else nobody(desk))
    about = About(cohort=desk.place.cohort.id, ventures=tuple(one.venture.id for one in found))
    turn.replies.append(Say(text, _rows(desk, shown, page, pages), about=about))


def nobody(desk: Desk) -> Phrase:
    """Say that nobody has joined yet, and how founders are invited to who may."""
    return say("digest.nobody" if allowed(desk.place.roles, Action.INVITE) else "digest.nobody_yet")


def _groups(shown: tuple[Standing, ...]) -> tuple[Phrase, ...]:
    said = []
    for group in Group:
        lines = tuple(line(one) for one in shown if one.group is group)
        if lines:
            said.append(say(f"digest.group.{group.value}", lines=lines))
    return tuple(said)


def _rows(desk: Desk, shown: tuple[Standing, ...], page: int, pages: int) -> Rows:
    this = desk.place.cohort.id
    numbers = [number_button(one.number, "vn", this, one.venture.id) for one in shown]
    last = [button("overview", "ov", this), button("patterns", "pt", this)]
    if pages > 1:
        label = say("cohort.button.next_page", page=page + 1, pages=pages)
        last.append(button(label, "dg", this, (page + 1) % pages))
    return (*in_rows(numbers, ACROSS), tuple(last))


def number_button(number: int, verb: str, cohort: str, venture: str) -> Button:
    """Give a button that shows a number and is about a venture."""
    return Button(say("button.number", number=number), data(verb, cohort, venture, number))
