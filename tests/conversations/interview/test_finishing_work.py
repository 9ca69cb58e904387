"""Work that founders say is finished: told by name, with what comes of it."""

from conversations.canvas.entries import Activity, Resource
from conversations.canvas.facets import Sourcing, When
from tests.conversations.interview.carts import lena_at, lena_at_rest


def test_finished_work_is_celebrated_and_what_comes_next_is_asked() -> None:
    lena = lena_at_rest().says("finished the street permit")
    permit = lena.entry("Get street permit")
    assert isinstance(permit, Activity)
    assert permit.done
    assert lena.sees("🎉 Done: Get street permit", "What comes next?", "Undo")
    assert lena.sees_button("Post on Instagram")
    lena.taps("Post on Instagram")
    post = lena.entry("Post on Instagram")
    assert isinstance(post, Activity)
    assert post.when is When.NOW
    lena.taps_again()
    assert lena.sees("It is so already.")


def test_a_permit_that_was_got_is_offered_as_a_resource_once() -> None:
    lena = lena_at_rest().says("finished the street permit")
    assert lena.sees("Street permit: you have it now.")
    lena.taps("Add to resources")
    permit = lena.entry("Street permit")
    assert isinstance(permit, Resource)
    assert permit.sourcing is Sourcing.OWNED
    lena.taps_again()
    assert lena.texts.count("Street permit") == 1


def test_other_finished_work_brings_no_permit() -> None:
    lena = lena_at_rest().says("finished talking to commuters")
    assert lena.sees("🎉 Done")
    assert not lena.sees_button("Add to resources")


def test_a_finish_can_be_undone() -> None:
    lena = lena_at_rest().says("finished the street permit").taps("Undo")
    permit = lena.entry("Get street permit")
    assert isinstance(permit, Activity)
    assert not permit.done


def test_what_is_done_already_is_not_celebrated_again() -> None:
    lena = lena_at_rest().says("finished the street permit").says("finished the street permit")
    assert lena.sees("I have that already")
    assert not lena.sees("🎉")


def test_finished_by_tap_is_celebrated_too() -> None:
    lena = lena_at_rest()
    number = lena.entry("Get street permit").id
    lena.taps_data(f"o:n:{lena.venture}:{number}").taps("✅ Done")
    assert lena.sees("🎉 Done: Get street permit", "What comes next?")


def test_while_a_question_is_open_only_the_done_is_said() -> None:
    lena = lena_at("keep").says("finished the street permit").taps("Change canvas")
    assert lena.sees("🎉 Done: Get street permit", "What will you do so they come back?")
    assert not lena.sees("What comes next?")
