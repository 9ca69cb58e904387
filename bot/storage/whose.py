"""Whose conversation a row is about: the columns that tell, and the values they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.storage.schema import conversation, person
from bot.turns import Address
from conversations.interview.snapshot import Person

if TYPE_CHECKING:
    from sqlalchemy import Row

WHOSE = (
    conversation.c.carrier,
    conversation.c.bot,
    conversation.c.chat,
    conversation.c.topic,
    person.c.carrier_id,
    person.c.first_name,
    person.c.language,
    person.c.last_name,
)
"""To be selected from a conversation joined with its person."""


def address_in(row: Row[*tuple[Any, ...]]) -> Address:
    """Give the conversation's address in a row that has `WHOSE`."""
    return Address(row.carrier, row.bot, row.chat, row.topic)


def person_in(row: Row[*tuple[Any, ...]]) -> Person:
    """Give what is known of the person in a row that has `WHOSE`."""
    return Person(row.first_name, row.language, row.last_name)
