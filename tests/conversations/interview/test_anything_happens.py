"""Founders who do anything at all, in any order. What has to hold is in `checks.py` and `losses.py`."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace

from conversations.canvas.document import Canvas, encode_canvas
from conversations.canvas.facets import Block
from conversations.interview.commands import COMMANDS
from conversations.interview.events import Addressed, Document, Due, Fetched, Reach, Understood
from conversations.interview.requests import Fetch, Sense
from conversations.links.purposes import Handover
from conversations.script.machine import PAUSED, RESTING, WELCOME
from tests.conversations.canvases import coffee_cart
from tests.conversations.interview.bench import Founder
from tests.conversations.interview.effort import CAMPAIGN, effort
from tests.conversations.interview.nasty import forged, typed

KINDS = ("voice", "sticker", "photo", "video", "location", "contact", "document", "poll", "")
FEELS = ("", "none", "production", "human", "supplier", "variable", "nonsense")
WILLING = (
    ("name", "Bean Wheels"),
    ("promise", "Good coffee in two minutes, for commuters"),
    ("work", "[Make or sell things]"),
    ("before_sale", "talk to 30 commuters, get street permit"),
    ("weekly", "brew and serve"),
    ("reach", "post on Instagram, sign by the station"),
    ("things", "cart, espresso machine, grinder, recipe, van, shed, sign, website"),
    ("people", "me and Tom"),
    ("partners", "Mill Roasters: beans / our orders; station: pitch"),
    ("more_costs", "rent 300 a month, insurance 40 a month"),
    ("sale", "3.20 a cup, maybe 1200"),
)
FILES = (None, b"", b"{}", encode_canvas(coffee_cart()), b'{"activities": ["press juice"]}')
NEARLY_ALL = 60
"""So many skips lead from anywhere to rest."""


class AnyFounder(RuleBasedStateMachine):
    """Somebody who says, taps, edits, waits and leaves without any plan."""

    def __init__(self) -> None:
        super().__init__()
        self.founder = Founder()
        self.founder.at_once = False
        self.seen_data: list[str] = []
        self.before: Canvas = self.founder.canvas

    @initialize(answered=st.integers(0, len(WILLING)))
    def has_come_so_far(self, answered: int) -> None:
        for question, answer in WILLING[:answered]:
            self.founder.answers(**{question: answer})

    @rule(text=typed)
    def says(self, text: str) -> None:
        self.founder.says(text)

    @rule(which=st.integers(0, 30))
    def taps_on_the_newest_message(self, which: int) -> None:
        messages = self.founder.screen.messages
        labels = [label for row in messages[-1].rows for label in row] if messages else []
        if labels:
            self.founder.taps_data(labels[which % len(labels)].data, messages[-1].id)

    @rule(which=st.integers(0, 200))
    def taps_on_something_on_the_screen(self, which: int) -> None:
        buttons = list(self.founder.screen.buttons())
        if buttons:
            message, label = buttons[which % len(buttons)]
            self.founder.taps_data(label.data, message.id)

    @rule(which=st.integers(0, 2000))
    def taps_on_something_from_long_ago(self, which: int) -> None:
        if self.seen_data:
            self.founder.taps_data(self.seen_data[which % len(self.seen_data)], 0)

    @rule(data=st.data())
    def forges_a_button(self, data: st.DataObject) -> None:
        prompt = self.founder.conversation.prompt
        token = prompt.token if prompt else "1"
        self.founder.taps_data(data.draw(forged(self.founder.venture, token)), 5001)

    @rule(name=st.sampled_from((*COMMANDS, "nonsense", "")))
    def commands(self, name: str) -> None:
        self.founder.commands(name)

    @rule(back=st.integers(0, 30), text=typed)
    def edits_an_earlier_message(self, back: int, text: str) -> None:
        self.founder.edits(text, max(1, self.founder.sent - back))

    @rule(kind=st.sampled_from(KINDS), caption=st.one_of(st.just(""), st.just(" "), typed))
    def sends_something_unreadable(self, kind: str, caption: str) -> None:
        self.founder.sends(kind, caption)

    @rule(name=st.sampled_from(("mine.json", "plan.pdf", "")), content=st.sampled_from(FILES), caption=typed)
    def sends_a_file(self, name: str, content: bytes | None, caption: str) -> None:
        self.founder.does(Document("f1", name, len(content or b""), caption, message=self.founder.sent))
        asked = self.founder.last_outcome.requests if self.founder.last_outcome else ()
        for request in asked:
            if isinstance(request, Fetch):
                self.founder.does(Fetched(request, content))

    @rule(known=st.booleans(), canvas=st.sampled_from((Canvas(), coffee_cart())))
    def follows_a_link(self, known: bool, canvas: Canvas) -> None:  # noqa: FBT001 - hypothesis passes it by name
        self.founder.commands("start", self.founder.is_given(Handover(canvas)) if known else "forged")

    @rule(hours=st.sampled_from((0.01, 0.1, 13, 25, 24 * 8, 24 * 40)))
    def waits(self, hours: float) -> None:
        self.founder.waits(hours=hours)

    @rule(early=st.booleans())
    def a_reminder_comes_due(self, early: bool) -> None:  # noqa: FBT001 - hypothesis passes it by name
        if self.founder.remind_at is not None and not early:
            self.founder.is_reminded()
        else:
            self.founder.does(Due("unfinished"))

    @rule(
        senses=st.lists(st.builds(Sense, block=st.sampled_from((None, *Block)), kind=st.sampled_from(FEELS)))
    )
    def something_is_understood(self, senses: list[Sense]) -> None:
        if self.founder.wanted:
            request = self.founder.wanted.pop(0)
            self.founder.does(Understood(request, tuple(senses)))

    @rule(reach=st.sampled_from(Reach))
    def is_reached(self, reach: Reach) -> None:
        self.founder.is_reached(reach)

    @rule()
    def is_addressed_in_a_group(self) -> None:
        self.founder.does(Addressed(message=1))

    @precondition(lambda self: self.founder.state not in (WELCOME, PAUSED, RESTING))
    @rule(text=st.one_of(st.none(), typed))
    def goes_on_and_back(self, text: str | None) -> None:
        founder = self.founder
        here, trail = founder.state, founder.conversation.trail
        if text is None:
            founder.commands("skip")
        else:
            founder.says(text)
        if len(founder.conversation.trail) > len(trail):
            canvas = founder.canvas
            founder.commands("back")
            assert founder.state == here
            assert founder.conversation.trail == trail
            assert founder.canvas == canvas

    @precondition(lambda self: self.founder.sees_button("Undo") and self.founder.canvas != self.before)
    @rule()
    def undoes_what_was_just_changed(self) -> None:
        before = self.before
        self.founder.taps("Undo")
        assert replace(self.founder.canvas, next_id=0) == replace(before, next_id=0)

    @invariant()
    def remembers_what_was_shown(self) -> None:
        self.before = self.founder.canvas_before
        for message in self.founder.screen.drawn:
            self.seen_data += [label.data for row in message.rows for label in row]

    def teardown(self) -> None:
        """Whatever happened, a founder who skips the rest gets to the end."""
        comes_to_rest(self.founder)


def comes_to_rest(founder: Founder) -> None:
    """Skip and tap as a willing founder would until the interview rests."""
    for _ in range(NEARLY_ALL):
        match founder.state:
            case state if state == RESTING:
                return
            case state if state in (WELCOME, PAUSED):
                founder.commands("continue")
            case "stage":
                founder.commands("continue")
                if founder.state == "stage":
                    founder.taps("Just an idea")
            case _:
                founder.commands("skip")
    pytest.fail(f"stuck at {founder.state}: {founder!r}")


TestAnyFounder = AnyFounder.TestCase
TestAnyFounder.settings = effort(60, steps=50)
if CAMPAIGN:
    TestAnyFounder = pytest.mark.timeout(0)(TestAnyFounder)
