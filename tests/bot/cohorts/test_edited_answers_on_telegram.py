"""Editing one's own message corrects what it answered to a check-in, before and after it is sent."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from conversations.canvas.entries import Activity
from tests.bot.cohorts.acting import (
    digest_of,
    in_a_cohort,
    invites,
    is_in_cohort,
    joins,
    joins_team,
    sees_all,
    starts_cohort,
)
from tests.founders import gets_to

if TYPE_CHECKING:
    from tests.running import RunningBot
    from tests.telegram_server import Person, Seen


async def sees_after_editing(bot: RunningBot, person: Person, said: str, now: str) -> list[Seen]:
    """Edit the last message that said this; give all that comes of it."""
    before = {message.id for message in person.chat}
    said_in = next(m for m in reversed(person.chat) if not m.by_bot and m.text == said)
    await person.edits(said_in, now)
    await bot.settled(person)
    return [message for message in person.chat if message.by_bot and message.id not in before]


def activities(bot: RunningBot, person: Person) -> dict[str, Activity]:
    return {activity.text: activity for activity in bot.canvas(person).of(Activity)}


async def test_what_is_in_the_way_is_corrected_after_sending_and_the_mentor_reads_the_new_words(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    await sees_all(bot, lena, "/checkin", "[Nothing new]", "the oven brok", "[Yes]")
    (receipt,) = await sees_after_editing(bot, lena, "the oven brok", "the oven broke")
    assert receipt.text == "✏️ In your way now: the oven broke"
    await bot.settled(ana)
    assert "Bean Wheels corrected the check-in of 2 Mar: the oven broke" in ana.last.text
    assert "the oven broke" in (await digest_of(bot, ana)).text
    (receipt,) = await sees_after_editing(bot, lena, "the oven broke", "nothing")
    assert receipt.text == "✏️ Nothing in your way any more."
    assert "oven" not in (await digest_of(bot, ana)).text
    assert bot.rows("check_in") == 1


async def test_what_was_kept_private_stays_so_when_it_is_edited_and_nobody_is_told(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    await sees_all(
        bot, lena, "/checkin", "[Nothing new]", "[Keep private]", "my co-founder may leave", "[Yes]"
    )
    heard = len(ana.chat)
    (receipt,) = await sees_after_editing(bot, lena, "my co-founder may leave", "Tom may leave")
    assert "Tom may leave" in receipt.text
    await bot.settled(ana)
    assert len(ana.chat) == heard
    assert "leave" not in (await digest_of(bot, ana)).text


async def test_an_answer_is_corrected_while_the_check_in_is_under_way_and_the_open_question_comes_back(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    heard = len(ana.chat)
    await sees_all(bot, lena, "/checkin", "[Nothing new]", "the oven brok")
    receipt, asked = await sees_after_editing(bot, lena, "the oven brok", "the oven broke")
    assert receipt.text == "✏️ In your way now: the oven broke"
    assert "Still true?" in asked.text
    await sees_all(bot, lena, "[Yes]")
    await bot.settled(ana)
    assert len(ana.chat) == heard, "nothing was sent yet that could be corrected"
    assert "the oven broke" in (await digest_of(bot, ana)).text


async def test_what_comes_next_keeps_its_date_in_its_new_words(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    await sees_all(bot, lena, "/checkin", "[Next ›]", "[Nothing else]", "find a second card", "by Friday")
    await sees_all(bot, lena, "[Nothing]", "[Yes]")
    before = activities(bot, lena)["Find a second card"]
    (receipt,) = await sees_after_editing(
        bot, lena, "find a second card", "find a second cart, call the council"
    )
    assert "Find a second cart" in receipt.text
    assert receipt.labels == ["Undo"]
    after = activities(bot, lena)
    assert "Find a second card" not in after
    assert (after["Find a second cart"].id, after["Find a second cart"].due) == (before.id, date(2026, 3, 6))
    assert after["Call the council"].due == date(2026, 3, 6)
    await bot.settled(ana)
    assert ana.last.text == "✏️ Bean Wheels corrected the check-in of 2 Mar."
    await sees_after_editing(bot, lena, "find a second cart, call the council", "call the council")
    assert "Find a second cart" not in activities(bot, lena)


async def test_a_date_is_corrected(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "resting")
    await sees_all(bot, lena, "/checkin", "[Next ›]", "[Nothing else]", "find a second cart", "by Friday")
    _receipt, asked = await sees_after_editing(bot, lena, "by Friday", "end of March")
    assert "What's in your way?" in asked.text
    assert activities(bot, lena)["Find a second cart"].due == date(2026, 3, 31)
    told, _asked = await sees_after_editing(bot, lena, "end of March", "when the council answers")
    assert "I can't tell which day that is." in told.text
    assert activities(bot, lena)["Find a second cart"].due == date(2026, 3, 31)


async def test_what_else_changed_is_taken_back_and_said_anew(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    await sees_all(bot, lena, "/checkin", "[Next ›]", "finished the street permit")
    await sees_all(bot, lena, "[Nothing new]", "[Nothing]", "[Yes]")
    assert activities(bot, lena)["Get street permit"].done
    (receipt,) = await sees_after_editing(
        bot, lena, "finished the street permit", "finished to talk to 30 commuters"
    )
    assert "Talk to 30 commuters" in receipt.text
    done = {name for name, activity in activities(bot, lena).items() if activity.done}
    assert done == {"Talk to 30 commuters"}
    told = (await digest_of(bot, ana)).text
    assert "Talk to 30 commuters" in told
    assert "street permit" not in told.lower()


async def test_numbers_are_corrected(bot: RunningBot, ana: Person, lena: Person) -> None:
    await starts_cohort(bot, ana)
    await sees_all(bot, ana, "[Numbers]", "Revenue\nCustomers")
    await is_in_cohort(bot, ana, lena)
    await sees_all(bot, lena, "/checkin", "[Nothing new]", "[Nothing]", "1 900, 2 35", "[Yes]")
    (receipt,) = await sees_after_editing(bot, lena, "1 900, 2 35", "1 950, 2 35")
    assert receipt.text == "✏️ Your numbers now:\nRevenue: 950\nCustomers: 35"
    ((document,),) = bot.kept.read("select document from check_in")
    assert '"950"' in document
    assert '"900"' not in document
    (told,) = await sees_after_editing(bot, lena, "1 950, 2 35", "lots")
    assert "which number is which" in told.text


async def test_what_a_doubtful_entry_says_is_corrected(bot: RunningBot, lena: Person) -> None:
    await gets_to(bot, lena, "resting")
    await sees_all(bot, lena, "/checkin", "[Nothing new]", "[Nothing]", "[Changed]", "blue card")
    (receipt,) = await sees_after_editing(bot, lena, "blue card", "blue cart")
    assert "Blue cart" in receipt.text
    names = [entry.text for entry in bot.canvas(lena).entries]
    assert "Blue cart" in names
    assert "Blue card" not in names


async def test_a_number_that_could_not_be_read_is_taken_once_it_is_edited(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await starts_cohort(bot, ana)
    await sees_all(bot, ana, "[Numbers]", "Revenue\nCustomers")
    await is_in_cohort(bot, ana, lena)
    await sees_all(bot, lena, "/checkin", "[Nothing new]", "[Nothing]", "lots")
    (asked,) = await sees_after_editing(bot, lena, "lots", "1 900, 2 35")
    assert "Still true?" in asked.text


async def test_after_a_week_it_stays_as_it_was_and_that_is_said_kindly(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    await sees_all(bot, lena, "/checkin", "[Nothing new]", "the oven broke", "[Yes]")
    await bot.passes(timedelta(days=7))
    told = await sees_after_editing(bot, lena, "the oven broke", "the oven is fine")
    assert told[0].text.startswith("The week of that check-in is closed")
    ((document,),) = bot.kept.read("select document from check_in")
    assert "the oven broke" in document


async def test_a_co_founders_words_stay_when_one_edits_theirs(
    bot: RunningBot, ana: Person, lena: Person, jo: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    await joins_team(bot, lena, jo)
    await joins(bot, jo, await invites(bot, ana))
    await sees_all(bot, lena, "/checkin", "[Nothing new]")
    await sees_all(bot, jo, "/checkin", "[Nothing new]")
    await sees_all(bot, lena, "the oven broke", "[Yes]")
    await sees_all(bot, jo, "cash is short", "[Yes]")
    await sees_after_editing(bot, lena, "the oven broke", "the oven is slow")
    told = (await digest_of(bot, ana)).text
    assert "cash is short" in told
    assert "the oven is slow" in told
    assert "broke" not in told


async def test_words_that_were_answered_anew_since_are_not_put_back(
    bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    await sees_all(bot, lena, "/checkin", "[Nothing new]", "the oven broke", "[Yes]")
    await sees_all(bot, lena, "[Correct it]", "cash is short", "[Yes]")
    (told,) = await sees_after_editing(bot, lena, "the oven broke", "the oven is slow")
    assert "the newer answer stands" in told.text
    assert "cash is short" in (await digest_of(bot, ana)).text
