"""Invitations: a link for founders, another for mentors, with a picture of it; listed, and taken back."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import segno

from conversations.cohorts.cohort import Role
from conversations.cohorts.tap import Tap, button
from conversations.cohorts.wanting import target_of
from conversations.interview.replies import Picture
from conversations.interview.taps import is_number
from conversations.links.link import Terms
from conversations.links.minting import address_of, mint
from conversations.links.purposes import Invitation
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.interview.replies import Button
    from conversations.interview.turn import Turn
    from conversations.links.link import MadeLink

LASTING = timedelta(days=30)
LIMITS = (1, 10, 50, 0)
"""How often a link can be used, as offered; 0 for without a limit."""
SCALE = 8
"""Pixels of a module in the picture: easily read from a slide."""
SHOWN = 8


def show_invitations(turn: Turn, tap: Tap) -> None:
    """Show the open invitations, a button each that takes it back, and the ways to a new one."""
    this = tap.cohort.id
    every = [link for link in turn.snapshot.links if isinstance(link.purpose, Invitation)]
    personal = [link for link in every if isinstance(link.purpose, Invitation) and link.purpose.whom]
    known = [link for link in every if link not in personal][:SHOWN]
    lines = tuple(_line(number, link) for number, link in enumerate(known, start=1))
    if personal:
        lines = (*lines, say("invite.personal", n=len(personal)))
    name = tap.cohort.name
    text = say("invite.list", name=name, lines=lines) if lines else say("invite.none", name=name)
    new = (button("invite_founders", "nw", this, "founder"), button("invite_mentors", "nw", this, "mentor"))
    back: list[Button] = [
        button(say("invite.take_back", number=number), "rv", this, link.id)
        for number, link in enumerate(known, start=1)
    ]
    listed = [button("from_list", "li", this), *([button("list_back", "lx", this)] if personal else [])]
    rows = [new, tuple(listed), *(tuple(back[start : start + 4]) for start in range(0, len(back), 4))]
    turn.redraw(tap.message, text, rows=(*rows, (button("back", "at", this),)))


def _line(number: int, link: MadeLink) -> Phrase:
    purpose = link.purpose
    role = purpose.role.value if isinstance(purpose, Invitation) else ""
    left = say("invite.left", n=link.uses_left) if link.uses_left is not None else say("invite.no_limit")
    until = link.expires_at.date() if link.expires_at else None
    ends = say("invite.until", day=until) if until else say("invite.no_end")
    return say(
        "invite.line", number=number, who=say(f"invite.who.{role}"), used=link.uses, left=left, ends=ends
    )


def ask_limit(turn: Turn, tap: Tap) -> Phrase | None:
    """Ask how many may use the new link, or make it once that is told."""
    role, limit = (*tap.rest, "", "")[:2]
    if role not in (Role.FOUNDER.value, Role.MENTOR.value):
        return say("note.unknown_button")
    if is_number(limit) and int(limit) in LIMITS:
        _make(turn, tap, Role(role), int(limit))
        return None
    buttons = tuple(
        button(
            say("invite.limit", n=limit) if limit else say("invite.no_limit"),
            "nw",
            tap.cohort.id,
            role,
            limit,
        )
        for limit in LIMITS
    )
    turn.redraw(
        tap.message,
        say(f"invite.limit_ask.{role}"),
        rows=(buttons[:2], buttons[2:], (button("back", "in", tap.cohort.id),)),
    )
    return None


def _make(turn: Turn, tap: Tap, role: Role, limit: int) -> None:
    """Make an invitation, and show it ready to forward, with a picture of the link."""
    cohort = tap.cohort
    purpose = Invitation(cohort=cohort.id, role=role, name=cohort.name, by=turn.person.name)
    token = mint(turn, purpose, Terms(lasting=LASTING, uses=limit or None, target=target_of(cohort.id)))
    address = address_of(turn, token)
    until = (turn.now + LASTING).date()
    key = "invite.made_once" if limit == 1 else "invite.made"
    turn.say(say(key, who=say(f"invite.who.{role.value}"), day=until))
    turn.say(say(f"invite.forward.{role.value}", name=cohort.name, by=turn.person.name, link=address))
    if address.startswith("https:"):
        caption = (say("invite.picture", name=cohort.name),)
        picture = Picture(
            name=say("handing.name.invitation"), suffix=".png", content=as_picture(address), caption=caption
        )
        turn.replies.append(picture)


def as_picture(address: str) -> bytes:
    """Give a QR code of an address as PNG."""
    drawn = BytesIO()
    segno.make(address, micro=False).save(drawn, kind="png", scale=SCALE, border=4)
    return drawn.getvalue()


def take_back(turn: Turn, tap: Tap) -> Phrase | None:
    """Let an invitation lead nowhere from now on."""
    number = tap.rest[0] if tap.rest else ""
    theirs = {link.id for link in turn.snapshot.links if isinstance(link.purpose, Invitation)}
    if not is_number(number) or int(number) not in theirs:
        return say("invite.gone")
    turn.revoked.append(int(number))
    turn.redraw(tap.message, say("invite.taken_back"), rows=((button("back", "in", tap.cohort.id),),))
    return None
