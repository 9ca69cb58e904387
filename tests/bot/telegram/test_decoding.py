import json
from typing import Any

import pytest

from bot.telegram.decoding import Decoder
from bot.turns import Address, Arrival
from conversations.interview.events import (
    Addressed,
    Command,
    Edited,
    Reach,
    Reached,
    Said,
    Tapped,
    Unreadable,
)
from conversations.interview.snapshot import Person

BOT = 7_000_000_001
LENA = {"id": 6_000_000_000_123, "is_bot": False, "first_name": "Lena", "language_code": "pt-BR"}
PRIVATE = {"id": LENA["id"], "type": "private"}
GROUP = {"id": -1_002_000_000_000_001, "type": "supergroup", "title": "Founders"}
US = {"id": BOT, "is_bot": True, "first_name": "Backstage", "username": "Backstage_Bot"}

Json = dict[str, Any]


@pytest.fixture
def decoder() -> Decoder:
    return Decoder(BOT, "Backstage_Bot")


def decoded(decoder: Decoder, **kinds: object) -> Arrival | None:
    return decoder.decode(json.dumps({"update_id": 9_000_000_000, **kinds}).encode())


def message(**fields: object) -> Json:
    return {"message_id": 42, "date": 1, "chat": PRIVATE, "from": LENA, **fields}


def in_group(**fields: object) -> Json:
    return message(chat=GROUP, **fields)


def mention(text: str, called: str = "@backstage_bot") -> Json:
    offset = len(text[: text.index(called)].encode("utf-16-le")) // 2
    return {"text": text, "entities": [{"type": "mention", "offset": offset, "length": len(called)}]}


def test_an_arrival_tells_where_who_and_under_which_key(decoder: Decoder) -> None:
    arrival = decoded(decoder, message=message(text="two vans"))
    assert arrival == Arrival(
        key="telegram/7000000001/9000000000",
        address=Address("telegram", BOT, 6_000_000_000_123),
        person=6_000_000_000_123,
        facts=Person("Lena", "pt-BR"),
        event=Said("two vans", 42),
        message=42,
    )


@pytest.mark.parametrize(
    ("fields", "event"),
    [
        ({"text": "hi", "reply_to_message": message(message_id=40)}, Said("hi", 42, 40)),
        ({"text": "/start"}, Command("start", "", 42)),
        ({"text": "/START@backstage_BOT  a-Payload_1 "}, Command("start", "a-Payload_1", 42)),
        ({"text": "/edit rent is 900\na month"}, Command("edit", "rent is 900\na month", 42)),
        ({"text": "/start@other_bot"}, Said("/start@other_bot", 42)),
        ({"text": "see /help"}, Said("see /help", 42)),
        ({"text": "/"}, Said("/", 42)),
        ({"text": "/ 2 hours"}, Said("/ 2 hours", 42)),
        ({"text": "/2 hours"}, Said("/2 hours", 42)),
        ({"text": "5/month"}, Said("5/month", 42)),
        ({"text": ""}, Said("", 42)),
        ({"text": "a\x00b"}, Said("a\x00b", 42)),
        ({"voice": {"duration": 3}}, Unreadable("voice", "", 42)),
        ({"audio": {}, "caption": "our jingle"}, Unreadable("voice", "our jingle", 42)),
        ({"photo": [{}, {}], "caption": "our van"}, Unreadable("photo", "our van", 42)),
        ({"animation": {}, "document": {}}, Unreadable("video", "", 42)),
        ({"video_note": {}}, Unreadable("video", "", 42)),
        ({"venue": {}, "location": {}}, Unreadable("location", "", 42)),
        ({"sticker": {}}, Unreadable("sticker", "", 42)),
        ({"contact": {}}, Unreadable("contact", "", 42)),
        ({"document": {}}, Unreadable("document", "", 42)),
        ({"dice": {}}, Unreadable("other", "", 42)),
        ({"poll": {}}, Unreadable("other", "", 42)),
    ],
)
def test_what_a_person_sends_in_private(decoder: Decoder, fields: Json, event: object) -> None:
    arrival = decoded(decoder, message=message(**fields))
    assert arrival is not None
    assert arrival.event == event


@pytest.mark.parametrize(
    "fields",
    [
        {"pinned_message": message()},
        {"message_auto_delete_timer_changed": {}},
        {},
        {"text": "found it", "via_bot": US},
        {"text": "beep", "from": {**US, "id": 1}},
    ],
    ids=lambda fields: next(iter(fields), "nothing"),
)
def test_what_in_private_is_nobodys_turn(decoder: Decoder, fields: Json) -> None:
    assert decoded(decoder, message=message(**fields)) is None
    assert decoder.skipped == 0


def test_an_edited_message_is_a_turn_in_private_only(decoder: Decoder) -> None:
    arrival = decoded(decoder, edited_message=message(text="three vans", edit_date=2))
    assert arrival is not None
    assert arrival.event == Edited("three vans", 42)
    assert decoded(decoder, edited_message=message(location={}, edit_date=2)) is None
    assert decoded(decoder, edited_message=in_group(**mention("@backstage_bot hi"))) is None


@pytest.mark.parametrize(
    "fields",
    [
        mention("@backstage_bot hi"),
        mention("🍞🍞 @BACKSTAGE_BOT hi", "@BACKSTAGE_BOT"),
        {
            "caption": "@backstage_bot",
            "photo": [{}],
            "caption_entities": [{"type": "mention", "offset": 0, "length": 14}],
        },
        {"text": "the bot", "entities": [{"type": "text_mention", "offset": 0, "length": 7, "user": US}]},
        {
            "text": "/start@Backstage_Bot x",
            "entities": [{"type": "bot_command", "offset": 0, "length": 20}],
        },
        {"text": "why?", "reply_to_message": in_group(message_id=40, **{"from": US})},
        {"sticker": {}, "reply_to_message": in_group(message_id=40, **{"from": US})},
    ],
)
def test_in_a_group_who_speaks_to_the_bot_is_heard(decoder: Decoder, fields: Json) -> None:
    arrival = decoded(decoder, message=in_group(**fields))
    assert arrival is not None
    assert isinstance(arrival.event, Addressed)
    assert arrival.event.message == 42
    assert arrival.event.token == ("x" if fields.get("text") == "/start@Backstage_Bot x" else "")
    assert arrival.address.chat == GROUP["id"]
    assert arrival.person == LENA["id"]


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "good morning"},
        mention("@backstage_bot2 hi", "@backstage_bot2"),
        {"text": "@backstage_bot in code", "entities": [{"type": "code", "offset": 0, "length": 14}]},
        {"text": "/start", "entities": [{"type": "bot_command", "offset": 0, "length": 6}]},
        {"text": "/start@a_bot", "entities": [{"type": "bot_command", "offset": 0, "length": 12}]},
        {"text": "why?", "reply_to_message": in_group(message_id=40)},
        {"new_chat_members": [US]},
        {
            "text": "in a topic the bot opened",
            "is_topic_message": True,
            "message_thread_id": 7,
            "reply_to_message": in_group(message_id=7, **{"from": US}),
        },
    ],
)
def test_in_a_group_others_are_left_alone(decoder: Decoder, fields: Json) -> None:
    assert decoded(decoder, message=in_group(**fields)) is None


def test_an_anonymous_administrator_is_heard_as_the_group(decoder: Decoder) -> None:
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    arrival = decoded(
        decoder, message=in_group(**{"from": anonymous}, sender_chat=GROUP, **mention("@backstage_bot"))
    )
    assert arrival is not None
    assert arrival.person == GROUP["id"]
    assert arrival.facts == Person()


def test_a_topic_is_kept_and_a_mere_thread_is_not(decoder: Decoder) -> None:
    asked = mention("@backstage_bot hi")
    topic = decoded(decoder, message=in_group(message_thread_id=7, is_topic_message=True, **asked))
    thread = decoded(decoder, message=in_group(message_thread_id=7, **asked))
    assert topic is not None
    assert thread is not None
    assert (topic.address.topic, thread.address.topic) == (7, 0)


@pytest.mark.parametrize(
    "under",
    [message(text="Begin?", **{"from": US}), {"message_id": 42, "chat": PRIVATE, "date": 0}],
    ids=["a message", "a message too old to be shown"],
)
def test_a_tap_tells_its_button_and_message(decoder: Decoder, under: Json) -> None:
    query = {
        "id": "4382bfdwdsb323b2d9",
        "from": LENA,
        "message": under,
        "chat_instance": "1",
        "data": "1:p:x",
    }
    arrival = decoded(decoder, callback_query=query)
    assert arrival is not None
    assert arrival.event == Tapped("1:p:x", "4382bfdwdsb323b2d9", 42)
    assert (arrival.person, arrival.address.chat) == (LENA["id"], PRIVATE["id"])
    assert arrival.message == 0


def test_a_tap_without_message_or_data_is_answered_too(decoder: Decoder) -> None:
    arrival = decoded(decoder, callback_query={"id": "1", "from": LENA, "chat_instance": "1"})
    assert arrival is not None
    assert arrival.event == Tapped("", "1", 0)
    assert arrival.address.chat == LENA["id"]


@pytest.mark.parametrize(
    ("chat", "old", "new", "reach"),
    [
        (PRIVATE, "member", "kicked", Reach.BLOCKED),
        (PRIVATE, "kicked", "member", Reach.UNBLOCKED),
        (GROUP, "left", "member", Reach.ADDED),
        (GROUP, "left", "administrator", Reach.ADDED),
        (GROUP, "member", "kicked", Reach.REMOVED),
        (GROUP, "administrator", "left", Reach.REMOVED),
        (GROUP, "member", "administrator", None),
        ({"id": -100, "type": "channel"}, "left", "administrator", None),
    ],
)
def test_the_bots_own_standing(decoder: Decoder, chat: Json, old: str, new: str, reach: Reach | None) -> None:
    change = {
        "chat": chat,
        "from": LENA,
        "old_chat_member": {"status": old},
        "new_chat_member": {"status": new},
    }
    arrival = decoded(decoder, my_chat_member=change)
    assert (arrival.event if arrival else None) == (Reached(reach) if reach else None)


@pytest.mark.parametrize(
    "kinds",
    [
        {"channel_post": message(chat={"id": -100, "type": "channel"}, text="news")},
        {"inline_query": {"id": "1", "from": LENA, "query": "", "offset": ""}},
        {"something_new": {"a": 1}},
        {},
    ],
    ids=lambda kinds: next(iter(kinds), "nothing"),
)
def test_other_updates_are_nobodys_turn(decoder: Decoder, kinds: Json) -> None:
    assert decoded(decoder, **kinds) is None
    assert decoder.skipped == 0


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b"\xff\xfe",
        b'{"update_id": "one"}',
        b'{"update_id": 1, "message": null}',
        b'{"update_id": 1, "message": 5}',
        b'{"update_id": 1, "message": {"text": "no chat"}}',
        b'{"update_id": 1, "message": {"message_id": 1, "chat": {"id": 1}, "text": 5}}',
        b'{"update_id": 1, "callback_query": {"id": 5}}',
        b'{"update_id": 1, "message": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"update_id": 1, "message": {"message_id": 1, "chat": {"id": 1}, "text": "\\ud83d"}}',
    ],
    ids=lambda raw: raw[:40].decode(errors="replace"),
)
def test_a_strange_shape_is_skipped_and_counted(decoder: Decoder, raw: bytes) -> None:
    assert decoder.decode(raw) is None
    assert decoder.skipped == 1


def test_numbers_are_read_where_nothing_else_can_be(decoder: Decoder) -> None:
    assert decoder.update_id(b'{"update_id": 9000000000, "message": 5}') == 9_000_000_000
    assert decoder.update_id(b'{"message": 5}') is None
    assert decoder.update_id(b"garbage") is None
