"""Who is in a cohort, and how that ends: taken out, handed over, left, over for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from conversations.cohorts.authority import Action, allowed
from conversations.cohorts.cohort import Member, Role
from conversations.cohorts.home import is_orphaned, show_cohort, show_places
from conversations.cohorts.records import CohortSaved, HandedOver, Left
from conversations.cohorts.tap import Tap, button, in_rows
from conversations.interview.taps import is_number
from conversations.reading.text import shorten
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.interview.replies import Button, Rows
    from conversations.interview.turn import Turn

PAGE = 8
WIDE = 20


def show_members(turn: Turn, tap: Tap) -> None:
    """Show who is in the cohort: those who accompany it, then the founders, a page at a time."""
    page = int(tap.rest[0]) if tap.rest and is_number(tap.rest[0]) else 0
    members = sorted(tap.desk.members, key=lambda member: list(Role).index(member.role))
    pages = max(1, -(-len(members) // PAGE))
    page = min(page, pages - 1)
    shown = members[page * PAGE : (page + 1) * PAGE]
    lines = tuple(_line(member) for member in shown)
    opened = [_member_button(tap, member) for member in shown if member.role is not Role.OWNER]
    # Whoever may not take anybody out finds nothing behind a name.
    rows = [*in_rows(opened, 2)] if allowed(tap.place.roles, Action.REMOVE_MEMBER) else []
    if pages > 1:
        label = say("cohort.button.next_page", page=page + 1, pages=pages)
        rows.append((button(label, "mb", tap.cohort.id, (page + 1) % pages),))
    rows.append((button("back", "at", tap.cohort.id),))
    turn.redraw(tap.message, say("cohort.members", name=tap.cohort.name, lines=lines), rows=tuple(rows))


def _line(member: Member) -> Phrase:
    if member.role is not Role.FOUNDER:
        return say(f"cohort.member.{member.role.value}", name=member.name)
    return say("cohort.member.finished" if member.finished else "cohort.member.under_way", name=member.name)


def _member_button(tap: Tap, member: Member) -> Button:
    label = say("cohort.named", name=shorten(member.name, WIDE))
    return button(label, "mem", tap.cohort.id, member.role.value, member.person)


def find_member(tap: Tap) -> Member | None:
    """Give the member that a tap names by role and person."""
    role, person = (*tap.rest, "", "")[:2]
    return next((m for m in tap.desk.members if (m.role.value, str(m.person)) == (role, person)), None)


def show_member(turn: Turn, tap: Tap) -> Phrase | None:
    """Show what can be done with a member."""
    member = find_member(tap)
    if member is None:
        return say("cohort.member_gone")
    this, who = tap.cohort.id, (member.role.value, member.person)
    rows = [button("remove", "rm", this, *who)]
    if member.role is Role.MENTOR:
        rows.append(button("hand_over", "ho", this, *who))
    since = say("cohort.since", day=member.since.date())
    turn.redraw(tap.message, _line(member), since, rows=(tuple(rows), (button("back", "mb", this),)))
    return None


def remove(turn: Turn, tap: Tap) -> Phrase | None:
    """Take a member out, asked twice; nobody takes the owner out."""
    member = find_member(tap)
    if member is None or member.role is Role.OWNER:
        return say("cohort.member_gone")
    who = (member.role.value, member.person)
    if tap.rest[-1] != "sure":
        rows = (
            (button("remove_sure", "rm", tap.cohort.id, *who, "sure"), button("back", "mb", tap.cohort.id)),
        )
        turn.redraw(tap.message, say("cohort.remove_ask", name=member.name), rows=rows)
        return None
    turn.records.append(Left(cohort=tap.cohort.id, role=member.role, person=member.person))
    back = ((button("back", "mb", tap.cohort.id),),)
    turn.redraw(tap.message, say("cohort.removed", name=member.name), rows=back)
    return None


def hand_over(turn: Turn, tap: Tap) -> Phrase | None:
    """Hand the cohort over to a mentor, asked twice; the owner before stays as a mentor."""
    member = find_member(tap)
    if member is None or member.role is not Role.MENTOR:
        return say("cohort.member_gone")
    who = (member.role.value, member.person)
    if tap.rest[-1] != "sure":
        rows = (
            (button("hand_over", "ho", tap.cohort.id, *who, "sure"), button("back", "mb", tap.cohort.id)),
        )
        turn.redraw(
            tap.message, say("cohort.hand_over_ask", name=member.name, cohort=tap.cohort.name), rows=rows
        )
        return None
    turn.records.append(HandedOver(cohort=tap.cohort.id, person=member.person))
    turn.redraw(tap.message, say("cohort.handed_over", name=member.name, cohort=tap.cohort.name))
    return None


def take_over(turn: Turn, tap: Tap) -> Phrase | None:
    """Make a mentor the owner of a cohort whose owner has been gone for 30 days."""
    if not is_orphaned(turn, tap.place):
        return say("cohort.has_owner")
    turn.records.append(HandedOver(cohort=tap.cohort.id))
    turn.redraw(tap.message, say("cohort.taken_over", cohort=tap.cohort.name))
    return None


def leave(turn: Turn, tap: Tap) -> Phrase | None:
    """Leave a cohort, asked twice. An owner hands over or ends it first: the last one can't vanish."""
    this = tap.cohort.id
    if Role.OWNER in tap.place.roles and not tap.cohort.ended:
        rows: Rows = (
            (button("members", "mb", this), button("end", "end", this)),
            (button("back", "at", this),),
        )
        turn.redraw(tap.message, say("cohort.owner_stays"), rows=rows)
        return None
    founder = Role.FOUNDER in tap.place.roles
    if tap.rest[-1:] != ("sure",):
        text = say("cohort.leave_founder" if founder else "cohort.leave_ask", cohort=tap.cohort.name)
        rows = ((button("leave_sure", "lv", this, "sure"), button("back", "at", this)),)
        turn.redraw(tap.message, text, rows=rows)
        return None
    turn.records += [Left(cohort=this, role=role) for role in tap.place.roles]
    turn.redraw(tap.message, say("cohort.left", cohort=tap.cohort.name))
    return None


def end(turn: Turn, tap: Tap) -> Phrase | None:
    """End a cohort for all, asked twice: no more check-ins, and what was shared is seen by nobody new."""
    if tap.cohort.ended:
        show_places(turn, tap.message)
        return None
    if tap.rest[-1:] != ("sure",):
        rows = ((button("end_sure", "end", tap.cohort.id, "sure"), button("back", "at", tap.cohort.id)),)
        turn.redraw(tap.message, say("cohort.end_ask", cohort=tap.cohort.name), rows=rows)
        return None
    ended = replace(tap.cohort, ended=True)
    turn.records.append(CohortSaved(ended))
    turn.revoked += [link.id for link in turn.snapshot.links]
    show_cohort(turn, tap._replace(desk=replace(tap.desk, place=replace(tap.place, cohort=ended))))
    return None
