"""Grids that are edited in place: this month, what to be good at, what grows with sales."""

from datetime import date

import pytest

from conversations.canvas.entries import Activity, Cost
from conversations.canvas.facets import Behaviour, When
from conversations.interview.forms.activities import month_end
from tests.conversations.interview.carts import lena_at


@pytest.mark.parametrize(
    ("today", "end"),
    [
        (date(2026, 3, 2), date(2026, 3, 31)),
        (date(2026, 3, 21), date(2026, 3, 31)),
        (date(2026, 3, 22), date(2026, 4, 30)),
        (date(2026, 12, 31), date(2027, 1, 31)),
        (date(2028, 1, 31), date(2028, 2, 29)),
    ],
)
def test_a_month_nearly_over_offers_the_next_ones_end(today: date, end: date) -> None:
    assert month_end(today) == end


def test_what_is_tapped_comes_first_and_the_rest_waits_under_later() -> None:
    lena = lena_at("month").taps("Brew and serve", "Get street permit", "2 weeks")
    due = {a.text: (a.when, a.due or None) for a in lena.canvas.of(Activity)}
    assert due["Brew and serve"] == (When.NOW, date(2026, 3, 16))
    assert due["Hand out stamp cards"] == (When.LATER, None)
    assert lena.sees("By 16 Mar: Get street permit · Brew and serve")


def test_taps_redraw_the_same_message_and_mark_what_is_chosen() -> None:
    lena = lena_at("month")
    count = len(lena.screen.messages)
    assert lena.taps("Brew and serve").sees("✅ Brew and serve")
    assert lena.taps("Brew and serve").sees("⬜ Brew and serve")
    assert len(lena.screen.messages) == count


def test_three_are_plenty_for_a_month() -> None:
    lena = lena_at("month")
    lena.taps("Talk to 30 commuters", "Get street permit", "Brew and serve", "Sign by the station")
    assert lena.sees("Three is plenty for a month.")
    assert lena.conversation.prompt is not None
    assert len(lena.conversation.prompt.marks) == 3


def test_a_date_before_any_activity_is_explained() -> None:
    lena = lena_at("month").taps("2 weeks")
    assert lena.sees("Tap what comes first, then the date.")
    assert lena.state == "month"


def test_no_date_is_fine() -> None:
    lena = lena_at("month").taps("Brew and serve", "No date")
    assert lena.sees("First: Brew and serve")
    entry = lena.entry("Brew and serve")
    assert isinstance(entry, Activity)
    assert entry.due is None


def test_activities_named_in_words_are_marked() -> None:
    lena = lena_at("month").says("brew and serve, get street permit")
    assert lena.state == "month"
    assert lena.sees("✅ Brew and serve", "✅ Get street permit", "⬜ Talk to 30 commuters")


@pytest.mark.parametrize(
    ("said", "sees"),
    [
        ("world peace", "The buttons below do this one."),
        ("talk to 30 commuters, get street permit, brew and serve, hand out stamp cards", "Three is plenty"),
    ],
)
def test_words_that_do_not_fit_the_month(said: str, sees: str) -> None:
    assert lena_at("month").says(said).sees(sees)


@pytest.mark.parametrize("said", ["none", "I don't know", "skip"])
def test_nothing_for_this_month_is_fine(said: str) -> None:
    lena = lena_at("month").says(said)
    assert lena.state == "expert"
    assert not any(a.when for a in lena.canvas.of(Activity))


def test_what_was_ticked_is_kept_where_the_date_is_skipped() -> None:
    lena = lena_at("month").taps("Brew and serve", "Skip")
    assert lena.sees("First: Brew and serve")
    assert lena.state == "expert"


def test_a_month_planned_anew_leaves_no_dates_behind() -> None:
    lena = lena_at("month").taps("Brew and serve", "2 weeks")
    lena.taps("Back", "Get street permit", "No date")
    entry = lena.entry("Brew and serve")
    assert isinstance(entry, Activity)
    assert (entry.when, entry.due or None) == (When.LATER, None)


def test_who_trades_goes_on_doing_the_rest() -> None:
    lena = lena_at("month", stage="[Growing]").taps("Brew and serve", "2 weeks")
    later = [a for a in lena.canvas.of(Activity) if a.when is When.LATER]
    assert later == []


def test_who_trades_and_plans_anew_moves_the_date_only() -> None:
    lena = lena_at("month", stage="[Growing]").taps("Brew and serve", "2 weeks")
    lena.taps("Back", "Sell by the cup", "2 weeks")
    dated = [a.text for a in lena.canvas.of(Activity) if a.due]
    assert dated == ["Sell by the cup"]


def test_one_tap_stars_what_to_become_good_at() -> None:
    lena = lena_at("expert").taps("Brew and serve")
    assert lena.sees("⭐ Brew and serve")
    lena.taps("Back")
    assert lena.sees("⭐ Brew and serve")
    lena.taps("Sell by the cup")
    assert [a.text for a in lena.canvas.of(Activity) if a.starred] == ["Sell by the cup"]


def test_what_to_become_good_at_in_words() -> None:
    lena = lena_at("expert").says("selling dreams")
    assert lena.sees("The buttons below do this one.")
    lena.says("brew and serve")
    assert lena.sees("⭐ Brew and serve")


@pytest.mark.parametrize(
    ("said", "starred"),
    [
        ("serving", "Brew and serve"),
        ("the street permit", "Get street permit"),
        ("commuters", "Talk to 30 commuters"),
        ("handing out cards", "Hand out stamp cards"),
    ],
)
def test_what_to_become_good_at_by_what_it_is_known_by(said: str, starred: str) -> None:
    lena = lena_at("expert").says(said)
    assert [a.text for a in lena.canvas.of(Activity) if a.starred] == [starred]


def test_a_list_of_other_things_is_nothing_to_become_good_at() -> None:
    lena = lena_at("expert").says("a cart, stamp cards, milk, a recipe")
    assert lena.state == "expert"
    assert not any(a.starred for a in lena.canvas.of(Activity))


@pytest.mark.parametrize("said", ["none", "I don't know"])
def test_nothing_to_become_good_at(said: str) -> None:
    lena = lena_at("expert").says(said)
    assert lena.state == "things"
    assert not any(a.starred for a in lena.canvas.of(Activity))


@pytest.mark.parametrize("question", ["month", "expert", "growing"])
def test_every_grid_of_twenty_turns_its_pages(question: str) -> None:
    costs = ", ".join(f"cost {n} at {n} a month" for n in range(1, 21))
    activities = ", ".join(f"activity {n}" for n in range(1, 21))
    lena = lena_at(question, before_sale=activities, more_costs=costs, month="skip", expert="skip")
    token = lena.conversation.prompts
    page = next(label for label in lena.labels if "1/" in label)
    assert lena.taps(page).sees("‹ 2/")
    assert lena.conversation.prompts == token
    assert lena.state == question


def test_costs_a_unit_grow_and_the_others_stay_until_tapped() -> None:
    lena = lena_at("growing")
    assert lena.sees("📈 Beans", "⏸ Cart")
    lena.taps("Cart", "Next")
    grow = [c.text for c in lena.canvas.of(Cost) if c.behaviour is Behaviour.VARIABLE]
    assert grow == ["Cart", "Beans"]
    assert lena.sees("Cart · Beans grow when you sell more.")


@pytest.mark.parametrize(
    ("said", "behaviour", "sees"),
    [("none", Behaviour.FIXED, "Nothing grows"), ("I don't know", None, "left it open")],
)
def test_growing_in_words(said: str, behaviour: Behaviour | None, sees: str) -> None:
    lena = lena_at("growing").says(said)
    assert {c.behaviour for c in lena.canvas.of(Cost)} == {behaviour}
    assert lena.sees(sees)


@pytest.mark.parametrize(
    ("said", "grow"),
    [
        ("the beans", ["Beans"]),
        ("beans and the cart", ["Cart", "Beans"]),
        ("beans grow, the cart doesn't", ["Beans"]),
        ("everything but the cart and the pitch", ["Espresso machine", "Beans", "Insurance"]),
        ("ok", ["Beans"]),
        ("👍", ["Beans"]),
        ("next", ["Beans"]),
    ],
)
def test_what_grows_in_words(said: str, grow: list[str]) -> None:
    lena = lena_at("growing", more_costs="insurance 40 a month").says(said)
    assert [c.text for c in lena.canvas.of(Cost) if c.behaviour is Behaviour.VARIABLE] == grow
    assert lena.state == "sale"


def test_what_stays_in_words_is_marked_and_the_rest_asked_on() -> None:
    lena = lena_at("growing").says("beans stay the same")
    assert lena.sees("⏸ Beans", "⏸ Cart")
    assert lena.state == "growing"


def test_growing_needs_taps_otherwise() -> None:
    assert lena_at("growing").says("who can tell").sees("The buttons below do this one.")


def test_saved_marks_are_shown_when_the_grid_comes_back() -> None:
    lena = lena_at("growing").taps("Cart", "Next", "Back")
    assert lena.sees("📈 Cart")


@pytest.mark.parametrize("question", ["month", "expert", "sourcing", "growing", "work", "stage", "name"])
@pytest.mark.parametrize("choice", ["m999", "mx", "p9", "p", "nonsense", "c:EUR"])
def test_a_forged_tap_on_a_form_changes_nothing(question: str, choice: str) -> None:
    lena = lena_at(question)
    before = lena.canvas
    prompt = lena.conversation.prompt
    assert prompt is not None
    lena.taps_data(f"1:{prompt.token}:{choice}", lena.screen.last.id)
    assert lena.state == question
    assert lena.canvas == before
