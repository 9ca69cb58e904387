import pytest

from conversations.canvas.document import Canvas
from conversations.canvas.entries import Activity, Resource
from conversations.canvas.facets import ResourceKind
from conversations.canvas.linking import needs, with_links


@pytest.mark.parametrize(
    ("resource", "activity"),
    [
        ("Espresso machine", "Make espresso"),
        ("Van", "Deliver to offices"),
        ("Delivery van", "Deliver before dawn"),
        ("Grinder", "Grind coffee every morning"),
        ("Two bakers", "Bake bread"),
        ("Our cold-brew recipe", "Brew and serve"),
        ("Oven", "Bake cakes for cafés"),
        ("Cart", "Sell by the cup"),
        ("Web shop", "Update the web shop"),
        ("Camera", "Film tutorials"),
        ("A driver", "Drive the route"),
        ("Bread slicing machine", "Slice and pack bread"),
        ("Community kitchen", "Clean and cook lunches"),
    ],
)
def test_what_surely_belongs_together_is_linked(resource: str, activity: str) -> None:
    assert needs(Activity(id=1, text=activity), Resource(id=2, text=resource))


@pytest.mark.parametrize(
    ("resource", "activity"),
    [
        ("Coffee cart", "Talk to coffee drinkers"),
        ("Street permit", "Get street permit"),
        ("Van", "Buy a van"),
        ("Laptop", "Prepare accounts"),
        ("Espresso machine", "Post espresso photos on Instagram"),
        ("Oven", "Hand out flyers"),
        ("Our brand", "Sell at the market"),
        ("Station pitch", "Put up a sign by the station"),
    ],
)
def test_what_may_not_belong_together_is_left_alone(resource: str, activity: str) -> None:
    assert not needs(Activity(id=1, text=activity), Resource(id=2, text=resource))


def test_money_is_linked_to_nothing() -> None:
    loan = Resource(id=2, text="Loan for the oven", kind=ResourceKind.FINANCIAL)
    assert not needs(Activity(id=1, text="Clean the oven"), loan)


def test_links_are_added_beside_those_there_are_and_only_once() -> None:
    canvas = Canvas(
        next_id=5,
        entries=(
            Activity(id=1, text="Bake bread"),
            Activity(id=2, text="Keep the books"),
            Resource(id=3, text="Oven", activities=(2,)),
            Resource(id=4, text="Savings"),
        ),
    )
    linked = with_links(canvas)
    assert linked.entry(3) == Resource(id=3, text="Oven", activities=(2, 1))
    assert linked.entry(4) == canvas.entry(4)
    assert with_links(linked) == linked
