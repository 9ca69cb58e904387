"""Each rule: a canvas on which it speaks, and canvases on which it has to be silent."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from msgspec import UNSET
from msgspec.structs import replace

from bot.words import load_catalogue
from conversations.canvas.document import Canvas, FrontStage, Volume
from conversations.canvas.entries import Activity, Partner, Resource
from conversations.canvas.facets import (
    Behaviour,
    Evidence,
    PartnerKind,
    ResourceKind,
    Serves,
    Sourcing,
    Stage,
    When,
)
from conversations.coach.advising import advise
from conversations.coach.rulebook import RULES
from tests.conversations.canvases import (
    MONTH,
    MONTH_END,
    ONCE,
    UNIT,
    canvas_of,
    coffee_cart,
    cost,
    euros,
    things,
    to_do,
)

WORDS = load_catalogue()
IDEA, PRE_LAUNCH, EARLY, GROWTH = Stage.IDEA, Stage.PRE_LAUNCH, Stage.EARLY, Stage.GROWTH
VALUE, CHANNELS = Serves.VALUE_PROPOSITION, Serves.CHANNELS
LEASED, OWNED, FROM_PARTNER = Sourcing.LEASED, Sourcing.OWNED, Sourcing.PARTNER
GUESS, AGREED = Evidence.GUESS, Evidence.AGREED
HUMAN = ResourceKind.HUMAN
LENA = Resource(id=0, text="Lena", kind=HUMAN)


def van(sourcing: Sourcing | None = LEASED, partner: int | None = None) -> Resource:
    return Resource(id=0, text="Van", kind=ResourceKind.PHYSICAL, sourcing=sourcing, partner=partner)


def partner(
    text: str = "Mill", gives: tuple[str, ...] | None = (), gets: tuple[str, ...] | None = ()
) -> Partner:
    return Partner(id=0, text=text, gives=gives, gets=gets)


def named(text: str) -> Partner:
    return Partner(id=0, text=text)


def hopes(number: int, *, hoped: bool = True) -> Volume:
    return Volume(low=Decimal(number), high=Decimal(number), hoped=hoped)


BREAD = FrontStage(value_proposition="Fresh bread")
WEEKLY = {"weekly": "said"}
SAVINGS = Resource(id=0, text="2,000 € savings", kind=ResourceKind.FINANCIAL)
TOO_MUCH = tuple(to_do(f"Bake cake {number}") for number in range(8))
RENT = cost("Rent", euros("800", MONTH), behaviour=Behaviour.FIXED)
GUESSED_RENT = replace(RENT, evidence=GUESS)
BEANS = cost("Beans", euros("0.90", UNIT, "cup"))

SPEAKS = [
    ("fill_empty_block", canvas_of(to_do("Bake")), ()),
    ("fill_empty_block", canvas_of(*things("Oven"), answers={"weekly": "unknown"}), ()),
    ("fill_empty_block", canvas_of(answers={"things": "none"}), ()),
    ("prioritise_few", canvas_of(*TOO_MUCH), tuple(range(1, 9))),
    ("be_specific", canvas_of(to_do("The marketing."), to_do("Post twice a week")), (1,)),
    ("be_specific", canvas_of(partner("Suppliers"), partner("Mill Roasters")), (1,)),
    ("simplify_activity", canvas_of(to_do("Build our own online shop")), (1,)),
    ("simplify_activity", canvas_of(to_do("Bake", VALUE), answers={"month": "none"}), (1,)),
    ("add_early_research", canvas_of(to_do("Sew bags"), stage=IDEA), ()),
    ("add_licence_permit", canvas_of(to_do("Sew bags"), stage=PRE_LAUNCH), ()),
    (
        "link_to_vp",
        canvas_of(to_do("Bake", VALUE), to_do("Sell", CHANNELS), to_do("Dance"), answers=WEEKLY),
        (3,),
    ),
    ("link_to_vp", canvas_of(to_do("Post", CHANNELS), front=BREAD, answers=WEEKLY), ()),
    ("link_to_vp", canvas_of(to_do("Post flyers"), to_do("File taxes"), front=BREAD, stage=EARLY), ()),
    ("link_to_vp", canvas_of(to_do("Bake"), to_do("Trade crypto")), (2,)),
    ("add_reach_market", canvas_of(to_do("Sew bags"), answers={"reach": "unknown"}), ()),
    ("add_relationship", canvas_of(to_do("Sew bags"), to_do("Sell bags")), ()),
    ("add_earn_revenue", canvas_of(to_do("Feed cats"), to_do("Post pictures")), ()),
    ("praise_progress", canvas_of(to_do("Register", done=True)), (1,)),
    ("own_lease_partner", canvas_of(van(None)), (1,)),
    ("own_lease_partner", canvas_of(van(), *things("Oven")), (2,)),
    ("lease_first", canvas_of(van(OWNED), cost("Van", euros("9000", ONCE), about=1), stage=IDEA), (2,)),
    ("lease_first", canvas_of(cost("Oven", euros("9000", ONCE)), stage=PRE_LAUNCH), (1,)),
    ("rent_briefly", canvas_of(van(), stage=IDEA), (1,)),
    ("add_people", canvas_of(*things("Oven", "Shop")), ()),
    ("add_funding", canvas_of(LENA, van(), stage=PRE_LAUNCH), ()),
    ("protect_ip", canvas_of(Resource(id=0, text="Our granola recipe")), (1,)),
    ("name_partner", canvas_of(van(FROM_PARTNER)), (1,)),
    ("partner_role", canvas_of(partner(gives=None, gets=("rent",)), answers={"partners": "said"}), (1,)),
    ("partner_role", canvas_of(Partner(id=0, text="Town hall"), stage=IDEA), (1,)),
    ("partner_role", canvas_of(partner(gives=("flour",), gets=("rent",)), Partner(id=0, text="Town")), (2,)),
    ("single_dependency", canvas_of(partner("Only chip maker in town")), (1,)),
    (
        "single_dependency",
        canvas_of(partner(gives=("van", "fuel"), gets=("rent",)), van(FROM_PARTNER, partner=1)),
        (1,),
    ),
    ("coopetition_terms", canvas_of(replace(partner("Rival"), kind=PartnerKind.COOPETITION)), (1,)),
    (
        "test_next",
        canvas_of(to_do("Bake", starred=True, evidence=GUESS), replace(RENT, evidence=GUESS)),
        (1,),
    ),
    ("test_next", canvas_of(replace(named("Mill"), evidence=GUESS)), (1,)),
    ("test_next", canvas_of(BEANS, GUESSED_RENT, cost("Power", euros("90", MONTH))), (2,)),
    ("test_next", canvas_of(front=FrontStage(volume=hopes(1200)), stage=IDEA), ()),
    ("cost_people", canvas_of(LENA, RENT), (1,)),
    ("cost_people", canvas_of(Resource(id=0, text="Two bakers and a driver"), RENT), (1,)),
    ("cost_missing", canvas_of(van(), *things("Oven"), cost("Gas", euros("9", MONTH), about=2)), (1,)),
    ("quantify_costs", canvas_of(cost("Rent"), cost("Flour")), (1, 2)),
    ("mark_fixed_variable", canvas_of(RENT, cost("Power", euros("90", MONTH))), (2,)),
    (
        "revenue_over_cost",
        canvas_of(RENT, front=FrontStage(monthly_revenue=euros("700", MONTH))),
        (1,),
    ),
    (
        "revenue_over_cost",
        canvas_of(RENT, front=FrontStage(price=euros("4"), volume=hopes(100))),
        (1,),
    ),
    ("unit_margin_break_even", canvas_of(BEANS, front=FrontStage(price=euros("0.80"))), (1,)),
    (
        "unit_margin_break_even",
        canvas_of(RENT, BEANS, front=FrontStage(price=euros("3.20", UNIT, "cup"))),
        (1, 2),
    ),
    ("ask_frontstage", canvas_of(front=FrontStage(value_proposition=None)), ()),
    ("ask_frontstage", canvas_of(front=FrontStage(value_proposition="Bread", revenue=None)), ()),
    ("split_item", canvas_of(to_do("Bake bread, keep the books and clean the shop")), (1,)),
    ("split_item", canvas_of(*things("Van, oven and mixer")), (1,)),
    ("move_item", canvas_of(to_do("Our delivery van")), (1,)),
    ("move_item", canvas_of(*things("Photograph the sheep")), (1,)),
    ("goal_to_action", canvas_of(to_do("Be number one in town")), (1,)),
    ("goal_to_action", canvas_of(to_do("Reach 500 members by May"), to_do("Bake")), (1,)),
    ("goal_to_action", canvas_of(to_do("Increase sales by 20%")), (1,)),
    ("now_vs_later", canvas_of(to_do("Someday open a shop in Paris"), to_do("Bake")), (1,)),
    ("two_sided_growth", canvas_of(to_do("Sign up sitters"), stage=EARLY, platform=True), (1,)),
    ("two_sided_growth", canvas_of(to_do("Build the website"), stage=IDEA, platform=True), ()),
    ("activity_needs_resource", canvas_of(to_do("Drive to farms"), LENA, stage=EARLY), (1,)),
    ("activity_needs_resource", canvas_of(to_do("Treat skin with a laser"), LENA, stage=EARLY), (1,)),
    ("orphan_resource", canvas_of(to_do("Bake bread"), *things("Fishing boat"), stage=EARLY), (2,)),
    ("customer_not_partner", canvas_of(partner("Hotels", gives=("buy our soap weekly",), gets=None)), (1,)),
    ("customer_not_partner", canvas_of(Partner(id=0, text="Our office customers")), (1,)),
    (
        "few_partners_early",
        canvas_of(*map(named, ("Google", "UNICEF", "Siemens", "DHL")), stage=IDEA),
        (1, 2, 3, 4),
    ),
    (
        "keep_core_inhouse",
        canvas_of(partner("Factory", gives=("bakes the bread",), gets=("money",)), front=BREAD, stage=EARLY),
        (1,),
    ),
    (
        "keep_core_inhouse",
        canvas_of(
            to_do("Design lamps", starred=True), partner("Studio", gives=("designs the lamps",)), stage=EARLY
        ),
        (2,),
    ),
    ("coopetition_terms", canvas_of(named("A rival bakery that lends its oven")), (1,)),
    ("coopetition_terms", canvas_of(named("Joint venture with Alpine Dairy")), (1,)),
    ("cost_missing", canvas_of(van(), cost("Flour"), stage=EARLY), (1,)),
    (
        "cost_missing",
        canvas_of(partner("Hotels", gives=("guests",), gets=("10% of sales",)), cost("Flour")),
        (1,),
    ),
    ("lease_first", canvas_of(to_do("Purchase twelve sewing machines"), stage=IDEA), (1,)),
    (
        "low_fixed_early",
        canvas_of(cost("Rent", euros("7000", MONTH), behaviour=Behaviour.FIXED), stage=IDEA),
        (1,),
    ),
    (
        "low_fixed_early",
        canvas_of(cost("Ten-year lease downtown", behaviour=Behaviour.FIXED), stage=IDEA),
        (1,),
    ),
    (
        "cost_vp_align",
        canvas_of(cost("Marble lobby"), front=FrontStage(value_proposition="Cheap beds")),
        (1,),
    ),
    (
        "cost_vp_align",
        canvas_of(cost("Cheapest oils"), front=FrontStage(value_proposition="Luxury soap")),
        (1,),
    ),
    ("runway", canvas_of(RENT, SAVINGS, front=FrontStage(monthly_revenue=euros("100", MONTH))), (2, 1)),
    ("quantify_costs", canvas_of(replace(cost("Rent"), amount=UNSET), stage=EARLY), (1,)),
]

SILENT = [
    ("test_next", canvas_of(to_do("Bake", starred=True), named("Mill"), RENT)),
    (
        "test_next",
        canvas_of(to_do("Bake", starred=True, evidence=Evidence.AGREED), to_do("Mow", evidence=GUESS)),
    ),
    ("test_next", canvas_of(replace(named("Mill"), evidence=GUESS), named("Town hall"))),
    ("test_next", canvas_of(RENT, cost("Power", euros("90", MONTH), evidence=GUESS))),
    ("test_next", canvas_of(replace(BEANS, evidence=GUESS))),
    ("test_next", canvas_of(front=FrontStage(volume=hopes(1200)), stage=EARLY)),
    ("test_next", canvas_of(front=FrontStage(volume=hopes(1200, hoped=False)), stage=IDEA)),
    ("fill_empty_block", canvas_of(to_do("Bake"), *things("Oven"), RENT, answers={"partners": "none"})),
    ("fill_empty_block", canvas_of(to_do("Bake"), answers={"weekly": "said"})),
    ("prioritise_few", canvas_of(*TOO_MUCH[:7])),
    ("prioritise_few", canvas_of(*(replace(one, when=When.LATER) for one in TOO_MUCH))),
    ("prioritise_few", canvas_of(*TOO_MUCH[:6], *(replace(one, done=True) for one in TOO_MUCH[6:]))),
    ("be_specific", canvas_of(to_do("Marketing to dentists"), cost("Salaries"), *things("Two ovens"))),
    ("simplify_activity", canvas_of(to_do("Build our own online shop", due=MONTH_END))),
    ("simplify_activity", canvas_of(to_do("Bake"), answers={"month": "skipped"})),
    ("simplify_activity", canvas_of(to_do("Bake"))),
    ("add_early_research", canvas_of(to_do("Talk to 30 commuters"), stage=IDEA)),
    ("add_early_research", canvas_of(to_do("Sew bags"), stage=EARLY)),
    ("add_early_research", canvas_of(to_do("Sew bags"))),
    ("add_early_research", canvas_of(to_do("Coser bolsas para el barrio y la calle"), stage=IDEA)),
    ("add_early_research", canvas_of(to_do("أخبز الخبز"), stage=IDEA)),
    ("add_early_research", canvas_of(to_do("Sew bags"), stage=IDEA, answers={"weekly": "said"})),
    ("add_licence_permit", canvas_of(to_do("Sew"), *things("Food licence"), stage=PRE_LAUNCH)),
    ("add_licence_permit", canvas_of(to_do("Sew bags"), stage=GROWTH)),
    ("link_to_vp", canvas_of(to_do("Bake"), to_do("Dance"))),
    ("link_to_vp", canvas_of(to_do("Bake", VALUE), to_do("Get permit", preparation=True))),
    ("add_reach_market", canvas_of(to_do("Sew bags", CHANNELS))),
    ("add_reach_market", canvas_of(to_do("Sell bags"))),
    ("add_relationship", canvas_of(to_do("Reply to customers within a day"))),
    ("add_earn_revenue", canvas_of(to_do("Invoice farms each month"))),
    ("praise_progress", canvas_of(to_do("Register"))),
    ("own_lease_partner", canvas_of(*things("Oven", "Van"))),
    ("own_lease_partner", canvas_of(van(), LENA)),
    ("lease_first", canvas_of(van(), cost("Van", euros("9000", ONCE), about=1), stage=IDEA)),
    ("lease_first", canvas_of(cost("Oven", euros("90", ONCE)), stage=IDEA)),
    ("lease_first", canvas_of(cost("Oven", euros("9000", ONCE)), stage=EARLY)),
    ("lease_first", canvas_of(cost("Lawyer", euros("9000", ONCE)), stage=IDEA)),
    ("rent_briefly", canvas_of(van(), stage=PRE_LAUNCH)),
    ("add_people", canvas_of(LENA, *things("Oven"))),
    ("add_people", canvas_of(Resource(id=0, text="My own programming skills"))),
    ("add_people", canvas_of(*things("Oven"), answers={"things": "said"})),
    ("add_funding", canvas_of(LENA, Resource(id=0, text="$5,000 savings"), stage=IDEA)),
    ("add_funding", canvas_of(LENA, partner("An angel investor"), stage=IDEA)),
    ("add_funding", canvas_of(LENA, stage=EARLY)),
    ("protect_ip", canvas_of(*things("Design team"), Resource(id=0, text="Design skills"))),
    ("protect_ip", canvas_of(Resource(id=0, text="Our recipe"), to_do("Register the trademark"))),
    ("name_partner", canvas_of(partner(), van(FROM_PARTNER, partner=1))),
    ("partner_role", canvas_of(Partner(id=0, text="Mill"), Partner(id=0, text="Town"))),
    ("partner_role", canvas_of(partner(gives=("flour",), gets=("rent",)))),
    ("single_dependency", canvas_of(partner(gives=("flour", "salt"), gets=("orders",)))),
    ("coopetition_terms", canvas_of(replace(partner(), kind=PartnerKind.SUPPLIER))),
    ("cost_people", canvas_of(LENA, RENT, cost("Founder pay"))),
    ("cost_people", canvas_of(LENA, cost("Lena"))),
    ("cost_people", canvas_of(LENA)),
    ("cost_people", canvas_of(Resource(id=0, text="Volunteers"), RENT)),
    ("cost_people", canvas_of(Resource(id=0, text="Developer laptops"), RENT)),
    ("cost_missing", canvas_of(van(), cost("Van lease", euros("9", MONTH)))),
    ("quantify_costs", canvas_of(cost("Flour"), RENT)),
    ("quantify_costs", canvas_of(replace(cost("Rent"), amount=UNSET))),
    ("mark_fixed_variable", canvas_of(cost("Rent"), cost("Flour"))),
    ("mark_fixed_variable", canvas_of(RENT, BEANS)),
    ("revenue_over_cost", canvas_of(RENT, front=FrontStage(monthly_revenue=euros("900", MONTH)))),
    ("revenue_over_cost", canvas_of(RENT, front=FrontStage(monthly_revenue=euros("700", MONTH, high="900")))),
    ("revenue_over_cost", canvas_of(RENT)),
    ("unit_margin_break_even", canvas_of(BEANS, front=FrontStage(price=euros("3.20")))),
    ("unit_margin_break_even", canvas_of(RENT, BEANS)),
    (
        "unit_margin_break_even",
        canvas_of(
            RENT,
            BEANS,
            front=FrontStage(price=euros("3.20"), volume=hopes(2000, hoped=False)),
            answers={"sale": "said"},
        ),
    ),
    ("ask_frontstage", canvas_of(to_do("Bake"))),
    ("ask_frontstage", canvas_of(front=FrontStage(channels=None))),
    (
        "split_item",
        canvas_of(to_do("Buy, clean and grade records"), cost("Beans, milk and cups", euros("1", UNIT))),
    ),
    ("split_item", canvas_of(*things("Van and oven"))),
    ("move_item", canvas_of(to_do("Repair tools"), to_do("Web shop", CHANNELS), *things("Cleaning machine"))),
    (
        "goal_to_action",
        canvas_of(to_do("Reach customers through flyers"), to_do("Become a member", done=True)),
    ),
    ("now_vs_later", canvas_of(to_do("Someday open a shop in Paris", when=When.LATER))),
    ("two_sided_growth", canvas_of(to_do("Sign up sitters and owners"), stage=EARLY, platform=True)),
    ("two_sided_growth", canvas_of(to_do("Sign up sitters"), stage=EARLY)),
    ("activity_needs_resource", canvas_of(to_do("Drive to farms"), LENA, van(), stage=EARLY)),
    ("activity_needs_resource", canvas_of(to_do("Drive to farms"), LENA, cost("Fuel"), stage=EARLY)),
    ("orphan_resource", canvas_of(to_do("Catch fish"), *things("Fishing boat"), stage=EARLY)),
    ("customer_not_partner", canvas_of(partner("Mill", gives=("sells us flour", "we buy 3 bags weekly")))),
    ("few_partners_early", canvas_of(named("Google"), named("The baker next door"), stage=IDEA)),
    ("few_partners_early", canvas_of(*map(named, ("Google", "UNICEF", "Siemens", "DHL")), stage=EARLY)),
    (
        "keep_core_inhouse",
        canvas_of(partner("Mill", gives=("flour for the bread",)), front=BREAD, stage=EARLY),
    ),
    (
        "keep_core_inhouse",
        canvas_of(
            to_do("Bake the bread"), partner("Factory", gives=("bakes the bread at Easter",)), front=BREAD
        ),
    ),
    ("low_fixed_early", canvas_of(RENT, stage=IDEA)),
    (
        "low_fixed_early",
        canvas_of(cost("Rent", euros("7000", MONTH), behaviour=Behaviour.FIXED), stage=EARLY),
    ),
    ("cost_vp_align", canvas_of(cost("Marble lobby"), front=FrontStage(value_proposition="Luxury beds"))),
    ("runway", canvas_of(RENT, SAVINGS, front=FrontStage(monthly_revenue=euros("700", MONTH)))),
    ("runway", canvas_of(RENT, SAVINGS)),
    ("quantify_costs", canvas_of(replace(cost("Rent"), amount=UNSET), stage=GROWTH)),
]


@pytest.mark.parametrize(("tag", "canvas", "entries"), SPEAKS)
def test_a_rule_speaks_about_its_entries(tag: str, canvas: Canvas, entries: tuple[int, ...]) -> None:
    found = [piece for piece in advise(canvas) if piece.tag == tag]
    assert entries in [piece.entries for piece in found]
    for piece in found:
        text = WORDS.html(piece.text)
        assert len(text) < 400
        assert WORDS.html(piece.why)
        assert WORDS.html(piece.source)


@pytest.mark.parametrize(("tag", "canvas"), SILENT)
def test_a_rule_is_silent_where_it_cannot_be_sure(tag: str, canvas: Canvas) -> None:
    said = [WORDS.html(piece.text) for piece in advise(canvas) if piece.tag == tag]
    assert [text for text in said if tag != "fill_empty_block" or "partners" in text.lower()] == []


def test_every_rule_is_in_both_tables() -> None:
    tags = {one.tag for one in RULES}
    assert {tag for tag, *_ in SPEAKS} == tags
    assert {tag for tag, *_ in SILENT} == tags


def test_every_rule_has_a_tag_of_its_own_and_words() -> None:
    tags = [one.tag for one in RULES]
    assert len(set(tags)) == len(tags)
    reasons = (key.split(".") for key in WORDS.keys)
    families = {parts[1] for parts in reasons if parts[0] == "coach" and parts[2:] == ["why"]}
    assert families == set(tags)
    assert {f"coach.source.{one.source[0]}" for one in RULES} <= WORDS.keys


@pytest.mark.parametrize(
    "word", ["entry", "entries", "facet", "coopetition", "variable cost", "value proposition"]
)
def test_founders_never_meet_the_field_s_own_words(word: str) -> None:
    keys = [key for key in WORDS.keys if key.startswith(("coach.", "canvas."))]
    said = {key: re.sub(r"\{\w+\}", "", WORDS.worded(key, 2)) for key in keys}
    assert [key for key, text in said.items() if word in text.lower()] == []


def test_an_activity_that_is_long_is_quoted_short() -> None:
    text = "Walk " + "around the block " * 20
    (piece,) = [one for one in advise(canvas_of(Activity(id=0, text=text))) if one.tag == "simplify_activity"]
    shown = WORDS.html(piece.text)
    assert "Walk around the block" in shown
    assert "…" in shown
    assert len(shown) < 200


def test_the_coffee_cart_gets_what_a_coach_would_say() -> None:
    assert [WORDS.html(piece.text) for piece in advise(coffee_cart())][:3] == [
        "<b>Lena</b> · <b>Tom</b>: no pay in the costs yet. Add what they need to live, your own included.",
        "<b>Mill Roasters</b>: machine, beans; who else could? Find a second source before you need it.",
        "550 € a month takes about 240 cups, before pay.",
    ]
