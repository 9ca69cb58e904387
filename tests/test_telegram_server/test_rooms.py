import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden

from tests.telegram_server import Group, Person, TelegramServer


@pytest.fixture
async def lab(server: TelegramServer, lena: Person) -> Group:
    group = server.group("Lab", [lena], forum=True)
    await group.adds_bot(by=lena)
    return group


async def test_the_bot_learns_that_it_joined(bot: Bot, lab: Group) -> None:
    _, joined, noted = await bot.get_updates()
    assert joined.my_chat_member
    assert joined.my_chat_member.chat.id == lab.id
    assert joined.my_chat_member.old_chat_member.status == "left"
    assert joined.my_chat_member.new_chat_member.status == "member"
    assert noted.message
    assert noted.message.new_chat_members[0].id == bot.id


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("talking among ourselves", False),
        ("/canvas", True),
        ("/canvas@backstage_bot", True),
        ("/canvas@other_bot", False),
        ("ask @backstage_bot about it", True),
    ],
)
async def test_in_groups_the_bot_hears_only_what_is_meant_for_it(
    lena: Person, lab: Group, text: str, *, heard: bool
) -> None:
    said = await lab.seat(lena).says(text)
    assert bool(said.update_id) is heard


async def test_a_reply_to_the_bot_is_heard(bot: Bot, lena: Person, lab: Group) -> None:
    seat = lab.seat(lena)
    await bot.send_message(lab.id, "hello all")
    reply = await seat.replies_to(await seat.sees("hello"), "hello you")
    assert reply.update_id


async def test_without_privacy_the_bot_hears_all(server: TelegramServer, lena: Person, lab: Group) -> None:
    server.world.reads_all_groups = True
    said = await lab.seat(lena).says("talking among ourselves")
    assert said.update_id


async def test_topics_are_kept_apart(bot: Bot, lena: Person, lab: Group) -> None:
    topic = lab.opens_topic("Costs")
    asked = await lab.seat(lena, topic).command("/canvas")
    [update] = await bot.get_updates(offset=asked.update_id)
    assert update.message
    assert update.message.message_thread_id == topic
    await bot.send_message(lab.id, "in the topic", message_thread_id=topic)
    await bot.send_message(lab.id, "in the hall")
    seat = lab.seat(lena, topic)
    assert [message.text for message in seat.chat] == ["/canvas", "in the topic"]


async def test_a_removed_bot_writes_no_more(bot: Bot, lena: Person, lab: Group) -> None:
    removed = await lab.removes_bot(by=lena)
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await bot.send_message(lab.id, "hello?")
    [update] = await bot.get_updates(offset=removed.update_id)
    assert update.my_chat_member
    assert update.my_chat_member.new_chat_member.status == "kicked"


async def test_a_bot_that_left_writes_no_more(bot: Bot, lab: Group) -> None:
    assert await bot.leave_chat(lab.id)
    with pytest.raises(Forbidden, match="bot is not a member of the supergroup chat"):
        await bot.send_message(lab.id, "hello?")


async def test_pinning_needs_rights(bot: Bot, lena: Person, lab: Group) -> None:
    sent = await bot.send_message(lab.id, "canvas")
    with pytest.raises(BadRequest, match="Not enough rights"):
        await bot.pin_chat_message(lab.id, sent.message_id)
    promoted = await lab.makes_bot_administrator(by=lena)
    assert promoted.update_id
    assert await bot.pin_chat_message(lab.id, sent.message_id)
    full = await bot.get_chat(lab.id)
    assert full.pinned_message
    assert full.pinned_message.message_id == sent.message_id
    assert await bot.unpin_chat_message(lab.id)
    assert lab.chat.pinned == []


async def test_channel_posts_have_no_author(server: TelegramServer, bot: Bot, lena: Person) -> None:
    news = server.channel("News", [lena])
    await news.adds_bot(by=lena, administrator=True)
    posted = await news.posts(lena, "we open")
    [update] = await bot.get_updates(offset=posted.update_id)
    assert update.channel_post
    assert update.channel_post.text == "we open"
    assert update.channel_post.from_user is None
