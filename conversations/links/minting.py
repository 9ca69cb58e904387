"""A link made in a step: kept with the turn, its address said in the reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.links.link import NewLink, Terms, digest_of, token_from

if TYPE_CHECKING:
    from conversations.interview.turn import Turn
    from conversations.links.purposes import Purpose


def mint(turn: Turn, purpose: Purpose, terms: Terms) -> str:
    """Give the token of a new link; it is good once the turn is saved."""
    token = token_from(turn.snapshot.fresh_secret, len(turn.links))
    turn.links.append(
        NewLink(
            digest=digest_of(token),
            purpose=purpose,
            expires_at=None if terms.lasting is None else turn.now + terms.lasting,
            uses=terms.uses,
            target=terms.target,
        )
    )
    return token


def address_of(turn: Turn, token: str) -> str:
    """Give what is tapped, or typed in a terminal, to follow a link."""
    return turn.snapshot.start_address + token


def command_of(turn: Turn, token: str) -> str:
    """Give what is sent in a topic to follow a link there, with the bot's name where that is known."""
    page, question, _ = turn.snapshot.start_address.partition("?")
    return f"/start@{page.rpartition('/')[2]} {token}" if question else f"/start {token}"
