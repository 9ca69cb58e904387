"""What people of a programme do, step by step, as the tests need it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.founders import gets_to

if TYPE_CHECKING:
    from datetime import datetime

    from tests.running import RunningBot
    from tests.telegram_server import Person, Seen

LINK = re.compile(r"\?start=([\w-]+)")
OPENS_DIGEST = ("/cohort", "[Harbour Lab]", "[📬 Digest]")


async def sees_all(bot: RunningBot, person: Person, *does: str) -> list[Seen]:
    """Say a text or tap a label in brackets, one after the other; give all that comes of the last."""
    found: list[Seen] = []
    for what in does:
        before = {(message.id, message.text) for message in person.chat}
        if what.startswith("["):
            await person.taps(what.strip("[]"))
        else:
            await person.says(what)
        await bot.settled(person)
        found = [m for m in person.chat if m.by_bot and (m.id, m.text) not in before]
    return found


async def starts_cohort(bot: RunningBot, owner: Person, name: str = "Harbour Lab") -> None:
    """Start a cohort on Madrid's clock."""
    await sees_all(bot, owner, "/cohort", "[＋ New cohort]", name, "Madrid")


async def invites(bot: RunningBot, owner: Person, whom: str = "founders", limit: str = "No limit") -> str:
    """Make an invitation from the cohort's screen, and give what its link carries."""
    seen = await sees_all(
        bot, owner, "/cohort", "[Harbour Lab]", "[✉️ Invite]", f"[Invite {whom}]", f"[{limit}]"
    )
    found = [match[1] for message in seen for match in LINK.finditer(message.text)]
    assert len(found) == 1, owner.screen()
    return found[0]


async def is_in_cohort(bot: RunningBot, owner: Person, founder: Person) -> None:
    """Finish the coffee cart's interview, join the cohort and share all of it but the numbers."""
    await gets_to(bot, founder, "resting")
    await joins(bot, founder, await invites(bot, owner))
    await sees_all(bot, founder, "[Share all four]", "[Check-ins, too]")


async def in_a_cohort(bot: RunningBot, owner: Person, founder: Person) -> None:
    """Start a cohort, and have a founder join it who finishes and shares the coffee cart's canvas."""
    await starts_cohort(bot, owner)
    await is_in_cohort(bot, owner, founder)


async def joins_team(bot: RunningBot, founder: Person, other: Person) -> None:
    """Make somebody a co-founder of the founder's venture."""
    seen = await sees_all(bot, founder, "/team", "[Invite a co-founder]")
    (token,) = [match[1] for message in seen for match in LINK.finditer(message.text)]
    await joins(bot, other, token)


async def digest_of(bot: RunningBot, mentor: Person) -> Seen:
    """Give the digest that a mentor asks for: one message."""
    (digest,) = await sees_all(bot, mentor, *OPENS_DIGEST)
    return digest


async def joins(bot: RunningBot, person: Person, token: str) -> None:
    """Follow an invitation and accept it."""
    await person.starts(token)
    await bot.settled(person)
    await sees_all(bot, person, "[Join]")


async def it_gets(bot: RunningBot, moment: datetime, person: Person) -> list[Seen]:
    """Let time pass, and give what the person sees that was new."""
    before = {message.id for message in person.chat}
    await bot.passes(moment - bot.clock())
    return [message for message in person.chat if message.by_bot and message.id not in before]
