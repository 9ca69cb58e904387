"""Deletes everything that is stored of a person, but for the address that the last words go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select, update

from bot.storage.cohorts.leaving import forget_in_cohorts, forget_ventures
from bot.storage.links import forget_links
from bot.storage.schema import (
    conversation,
    intent,
    membership,
    message,
    outgoing,
    person,
    request,
    revision,
    upload,
    venture,
)

if TYPE_CHECKING:
    from bot.storage.places import Place
    from bot.storage.unit import Unit


def forget(unit: Unit, place: Place) -> None:
    """Delete a person: ventures that nobody else is a member of, conversations, queues, maps, the person.

    A shared venture stays with its other members, without their name on its revisions. The conversation of
    this turn keeps its address until its lane is empty; the turns' keys stay, which say nothing of anybody.
    """
    unit.flush()
    owner = place.person
    theirs = select(conversation.c.id).where(conversation.c.person == owner)
    for table in (outgoing, message, intent, request):
        unit.connection.execute(delete(table).where(table.c.conversation.in_(theirs)))
    unit.connection.execute(
        delete(conversation).where(conversation.c.person == owner, conversation.c.id != place.id)
    )
    unit.connection.execute(
        update(conversation)
        .where(conversation.c.person == owner)
        .values(person=None, venture=None, document=None, erase_when_delivered=True)
    )
    forget_in_cohorts(unit, owner or 0)
    _forget_ventures(unit, owner or 0)
    forget_links(unit, owner or 0)
    unit.connection.execute(delete(person).where(person.c.id == owner))
    unit.scrub = True


def _forget_ventures(unit: Unit, owner: int) -> None:
    connection = unit.connection
    theirs = (
        connection.execute(select(membership.c.venture).where(membership.c.person == owner)).scalars().all()
    )
    connection.execute(delete(membership).where(membership.c.person == owner))
    connection.execute(
        update(revision)
        .where(revision.c.venture.in_(theirs), revision.c.author == str(owner))
        .values(author="")
    )
    shared = connection.execute(
        select(membership.c.venture).where(membership.c.venture.in_(theirs))
    ).scalars()
    alone = set(theirs) - set(shared)
    connection.execute(update(conversation).where(conversation.c.venture.in_(alone)).values(venture=None))
    for table in (revision, upload):
        connection.execute(delete(table).where(table.c.venture.in_(alone)))
    forget_ventures(unit, alone)
    connection.execute(delete(venture).where(venture.c.id.in_(alone)))
