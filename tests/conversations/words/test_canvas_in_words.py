"""The canvas as a founder reads it on a phone."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from bot.words import load_catalogue
from conversations.canvas.changes import changes_between
from conversations.canvas.document import Canvas, FrontStage, Venture
from conversations.canvas.entries import Activity, Cost, Entry, Partner, Resource, moved
from conversations.canvas.facets import Behaviour, Block, ResourceKind, Sourcing, Stage, When
from conversations.words.canvas import block_in_words, canvas_in_words
from conversations.words.change_words import describe_changes
from tests.conversations.canvases import MONTH, MONTH_END, canvas_of, coffee_cart, cost, euros, to_do

WORDS = load_catalogue()

CART = """\
🎭 <b>Bean Wheels</b> · just an idea

<b>The show</b>
<i>Promise:</i> Good coffee in two minutes
<i>For:</i> commuters
<i>How they find you:</i> post on Instagram, sign by the station
<i>How you keep them:</i> hand out stamp cards
<i>How money comes in:</i> sell by the cup, offer offices a monthly plan
<i>One sale brings:</i> 3.20 € a cup
<i>Sales a month, hoped for:</i> 1,200

<b>Key activities</b>
• Talk to 30 commuters — by 31 Dec
• Get street permit — by 31 Dec
⭐ Brew and serve
• Post on Instagram — by 31 Dec
<i>Later</i>
◦ Sign by the station
◦ Hand out stamp cards
◦ Sell by the cup
◦ Offer offices a monthly plan

<b>Key resources</b>
• Cart — rented · 350 € a month
• Espresso machine — from Mill Roasters · free
• Grinder — ours
• Our cold-brew recipe — ours
• Lena
• Tom
• 8,000 € savings

<b>Key partners</b>
• Mill Roasters — gives machine, beans · gets our orders
• Station — gives pitch · gets rent

<b>Cost structure</b>
• Cart — 350 € a month
• Espresso machine — free
• Beans — 0.90 € a cup
• Pitch — 200 € a month
<b>Together: 550 € a month, plus 0.90 € a sale</b>"""


def test_the_whole_canvas_is_read_from_the_show_to_the_sum() -> None:
    assert WORDS.html(canvas_in_words(coffee_cart())) == CART


def test_an_empty_canvas_is_all_invitations() -> None:
    shown = WORDS.html(canvas_in_words(Canvas()))
    assert shown.startswith("<b>Your venture</b>\n\n<b>Key activities</b>\n○ ")
    assert shown.count("○") == 6
    assert "The show" not in shown


@pytest.mark.parametrize(
    ("canvas", "block", "line"),
    [
        (
            canvas_of(Resource(id=0, text="Espresso machine", sourcing=Sourcing.PARTNER)),
            Block.RESOURCES,
            "○ <b>Espresso machine</b> comes from a partner: who?",
        ),
        (canvas_of(Resource(id=0, text="Van")), Block.RESOURCES, "○ who does the work?"),
        (
            canvas_of(Resource(id=0, text="Van", sourcing=None)),
            Block.RESOURCES,
            "• Van — ours, rented or from a partner?",
        ),
        (
            canvas_of(Partner(id=0, text="Mill", gives=("flour",), gets=None)),
            Block.PARTNERS,
            "• Mill — gives flour · gets what?",
        ),
        (canvas_of(cost("Rent", None)), Block.COSTS, "• Rent — how much?"),
        (canvas_of(answers={"partners": "none"}), Block.PARTNERS, "none yet, which is fine"),
        (canvas_of(to_do("Register", done=True, due=MONTH_END)), Block.ACTIVITIES, "✅ Register"),
        (
            canvas_of(cost("Rent", euros("800", MONTH)), cost("Ads", euros("90", MONTH)), cost("Tax", None)),
            Block.COSTS,
            "Not in the sum yet, no price: <b>Tax</b>",
        ),
        (
            canvas_of(cost("Beans", euros("300", MONTH), behaviour=Behaviour.VARIABLE)),
            Block.COSTS,
            "• Beans — 300 € a month · more when you sell more",
        ),
    ],
)
def test_a_block_shows_what_is_known_and_invites_what_is_not(canvas: Canvas, block: Block, line: str) -> None:
    assert line in WORDS.html(block_in_words(canvas, block)).splitlines()


@pytest.mark.parametrize(
    ("stage", "asked"), [(Stage.IDEA, True), (Stage.PRE_LAUNCH, True), (Stage.EARLY, False)]
)
def test_money_until_sales_do_is_asked_of_those_who_do_not_sell(stage: Stage, asked: bool) -> None:  # noqa: FBT001 - a row's fact
    people = Resource(id=0, text="Lena", kind=ResourceKind.HUMAN)
    shown = WORDS.html(block_in_words(canvas_of(people, stage=stage), Block.RESOURCES))
    assert ("○ what money carries you until sales do?" in shown) is asked


def test_what_a_founder_typed_is_never_markup() -> None:
    shown = WORDS.html(canvas_in_words(canvas_of(to_do("<b>x</b> & {name}"), cost("<i>", euros("1", MONTH)))))
    assert "• &lt;b&gt;x&lt;/b&gt; &amp; {name}" in shown
    assert "• &lt;i&gt; — 1 € a month" in shown


def changed(before: Canvas, after: Canvas) -> list[str]:
    return [WORDS.html(line) for line in describe_changes(changes_between(before, after), before, after)]


def of_one(entry: Entry, **facets: object) -> list[str]:
    before = canvas_of(entry)
    return changed(before, before.with_changed(replace(before.entries[0], **facets)))


def test_a_receipt_tells_what_came_went_and_changed() -> None:
    before = canvas_of(Activity(id=0, text="Flyers"), cost("Rent", euros("800", MONTH)))
    rent = Cost(id=2, text="Rent", amount=euros("900", MONTH))
    after = before.without([1]).with_changed(rent)
    after = after.with_new([Resource(id=0, text="Oven", sourcing=Sourcing.LEASED), to_do("Bake")])
    assert changed(before, after) == [
        "− <b>Flyers</b>",
        "<b>Rent</b> 800 € a month → 900 € a month",
        "+ <b>Oven</b> (rented)",
        "+ <b>Bake</b>",
    ]


@pytest.mark.parametrize(
    ("entry", "facets", "lines"),
    [
        (to_do("Bake"), {"text": "Bake bread"}, ["Bake → <b>Bake bread</b>"]),
        (to_do("Bake", due=MONTH_END), {"done": True}, ["✅ <b>Bake</b>"]),
        (to_do("Bake"), {"due": MONTH_END, "starred": True}, ["⭐ <b>Bake</b>", "<b>Bake</b>: by 31 Dec"]),
        (to_do("Bake"), {"when": When.LATER}, ["<b>Bake</b>: later"]),
        (Resource(id=0, text="Van"), {"sourcing": Sourcing.OWNED}, ["<b>Van</b>: ours"]),
        (cost("Rent", euros("8", MONTH)), {"amount": None}, ["<b>Rent</b>: how much?"]),
        (cost("Rent", None), {"amount": euros("8", MONTH)}, ["<b>Rent</b>: 8 € a month"]),
        (Partner(id=0, text="Mill", gives=("flour",)), {"gets": ("rent",)}, ["<b>Mill</b>: gets rent"]),
        (to_do("Bake", goal="ten loaves"), {"goal": ""}, ["<b>Bake</b>: left open"]),
        (to_do("Bake"), {"serves": ()}, []),
    ],
)
def test_each_facet_has_its_words(entry: Entry, facets: dict[str, object], lines: list[str]) -> None:
    assert of_one(entry, **facets) == lines


def test_a_move_tells_where_to() -> None:
    before = canvas_of(to_do("Permit", due=MONTH_END))
    after = before.with_changed(moved(before.entries[0], Block.RESOURCES))
    assert changed(before, after) == ["<b>Permit</b> → Key resources"]


def test_the_show_and_the_venture_have_lines_too() -> None:
    before = Canvas(venture=Venture(name="Bean"))
    after = replace(
        before,
        venture=Venture(name="Bean Wheels", stage=Stage.EARLY),
        front_stage=FrontStage(customers="commuters", price=euros("3.20")),
    )
    assert changed(before, after) == [
        "<i>Name:</i> Bean Wheels",
        "<i>How far along:</i> first sales",
        "<i>For:</i> commuters",
        "<i>One sale brings:</i> 3.20 €",
    ]
    currency = replace(before, venture=Venture(name="Bean", currency="EUR"))
    assert changed(before, currency) == ["Noted on your canvas."]
    assert changed(before, replace(before, dismissed=("runway",))) == []
