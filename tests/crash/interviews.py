"""What the founders of the crash tests do, step by step: answers, taps, edits, and several at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from tests.transcripts.steps import Edits, Says, Sends, Taps


@dataclass(frozen=True)
class AtOnce:
    """Messages sent one after the other without waiting for an answer."""

    texts: tuple[str, ...]


Step: TypeAlias = Says | Taps | Edits | Sends | AtOnce


@dataclass(frozen=True)
class Role:
    name: str
    steps: tuple[Step, ...]


COFFEE = Role(
    "Lena",
    (
        Says("/start"),
        Says("Bean Wheels"),
        Taps("Example"),
        Taps("Just an idea"),
        Says("Good coffee in two minutes, for commuters"),
        Taps("Make or sell things"),
        AtOnce(("talk to 30 commuters, get street permit", "brew and serve")),
        Says("post on Instagram, sign by the station"),
        Taps("Back"),
        Says("post on Instagram, sign by the station, a whistle"),
        Says("/canvas"),
        AtOnce(("hand out stamp cards", "sell by the cup, offer offices a monthly plan")),
        Taps("Talk to 30 commuters"),
        Taps("Get street permit"),
        Taps("2 weeks"),
        Taps("Skip"),
        Says("cart, espresso machine, grinder"),
        Says("me and Tom"),
        Says("8,000 € savings"),
        Taps("❔ Cart"),
        Taps("Rest are ours"),
    ),
)
BOOKS = Role(
    "Omar",
    (
        Says("/start"),
        AtOnce(("Quiet Ledger", "what do you mean?")),
        Taps("First sales"),
        Taps("Why?"),
        Says("Books in order by the 5th, for small studios"),
        Taps("Solve problems"),
        Says("sort receipts, file VAT, call clients"),
        Edits("sort receipts", "sort receipts, file VAT, visit clients"),
        Sends("sticker"),
        AtOnce(("word of mouth, a monthly letter", "a call every quarter", "invoice on the 1st")),
        Says("/help"),
        Taps("Skip"),
        Taps("Skip"),
        Says("a laptop, bookkeeping software, our checklist"),
        Taps("Just me"),
        Says("lol"),
        Taps("Back"),
        Says("me and Rania"),
    ),
)
SHELTER = Role(
    "Noor",
    (
        Says("/start"),
        Says("Warm Hall"),
        Taps("Established"),
        AtOnce(("A warm bed tonight, for people without a home", "/canvas")),
        Taps("Solve problems"),
        Says("cook 80 dinners, make beds, listen"),
        Taps("Fix last"),
        Says("/pause"),
        Says("/continue"),
        Says("street rounds, churches"),
        Taps("Why?"),
        Says("a letter to donors every month"),
        Says("donations, a city grant"),
        Taps("Skip"),
        Sends("voice message"),
        Taps("Skip"),
        AtOnce(("the hall, 60 beds, a kitchen", "two cooks; 14 volunteers", "12,000 a month from the city")),
    ),
)
CHOIR = Role(  # has answered everything with Skip, and then just writes
    "Zoe",
    (
        Says("/start"),
        Says("Night Choir"),
        Taps("Growing"),
        AtOnce(("/skip",) * 5),
        AtOnce(("/skip",) * 7),
        Says("qwx"),  # no sorter is sure where that belongs
        Taps("Resources"),
        Says("zub, wob"),
        Taps("Resources"),
        Taps("Activities"),
        Says("/coach"),
        Says("/ventures"),
        Says("blorp"),
        Taps("Not for the canvas"),
    ),
)
LEAVER = Role(  # takes everything along, has it deleted, and comes back once more
    "Ben",
    (
        Says("/start"),
        Says("Bike Post"),
        Taps("First sales"),
        AtOnce(("Letters by noon, for law firms", "/skip", "sort, ride, hand over")),
        Says("/privacy"),
        Says("/export"),
        Taps("Take my data"),
        Says("/delete"),
        Taps("Delete everything"),
        Says("/start"),
        Says("Bike Post again"),
    ),
)
ROLES = (COFFEE, CHOIR, LEAVER, BOOKS, SHELTER)
