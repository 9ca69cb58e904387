"""A founder who answers without hesitation, to bring an interview to where a test begins."""

from conversations.script.machine import RESTING, WELCOME
from tests.running import RunningBot
from tests.telegram_server import Person

SAID = {
    "name": "Bean Wheels",
    "stage": "Just an idea",
    "promise": "Good coffee in two minutes, for commuters",
    "work": "Make or sell things",
    "before_sale": "talk to 30 commuters, get street permit",
    "weekly": "brew and serve",
    "reach": "post on Instagram, sign by the station",
    "keep": "hand out stamp cards",
    "earn": "sell by the cup",
    "month": "skip",
    "expert": "brew and serve",
    "things": "cart, espresso machine",
    "people": "me and Tom",
    "money": "8,000 € savings",
    "sourcing": "all rented",
    "partners": "Mill Roasters: beans / our orders",
    "halves": "skip",
    "prices": "1 350 a month, 2 80 a month, 3 0.90 a cup",
    "more_costs": "insurance 40 a month",
    "growing": "skip",
    "sale": "3.20 a cup, maybe 1200",
    "currency": "EUR",
}
"""A coffee cart, question by question."""
CART = """\
Bean Wheels
Just an idea
Good coffee in two minutes, for commuters
Make or sell things
talk to 30 commuters, get street permit
brew and serve
post on Instagram, sign by the station
hand out stamp cards
sell by the cup, offer offices a monthly plan
1
2
No date
Brew and serve
cart, espresso machine, grinder, our cold-brew recipe
me and Tom
8,000 € savings
1
2
2
Rest are ours
Mill Roasters: machine, beans / our orders; station: pitch / rent
1 350 a month, 2 free, 3 0.90 a cup, 4 200 a month
Nothing else
Next
3.20 a cup, maybe 1200
"""
"""The same as it is typed in the terminal, a line each."""


async def gets_to(bot: RunningBot, founder: Person, question: str) -> None:
    """Answer the coffee cart's way until that question is open (or `resting`)."""
    if bot.position(founder).state == WELCOME:
        await founder.starts()
        await bot.settled(founder)
    for _ in range(len(SAID) + 1):
        state = bot.position(founder).state
        if state == question:
            return
        assert state != RESTING, f"{question!r} was not asked"
        await founder.says(SAID[state])
        await bot.settled(founder)
    raise AssertionError(f"{question!r} was not reached: {founder.screen()}")
