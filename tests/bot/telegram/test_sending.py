import pytest

from bot.delivery import AskedToWait, NotSent, OutcomeUnknown, Refused, SendError, Unreachable
from bot.telegram.client import Client
from bot.telegram.sending import TelegramMessenger
from bot.turns import (
    Address,
    AnswerTap,
    EditText,
    Label,
    Outgoing,
    SendFile,
    SendText,
    Sent,
    TakeButtons,
    Unsend,
)
from tests.telegram_server import Person, TelegramServer, faults

ROWS = ((Label("Yes", "1:p:yes"), Label("No", "1:p:no")), (Label("Read", url="https://example.org/"),))


@pytest.fixture
async def lena(server: TelegramServer) -> Person:
    person = server.person("Lena")
    await person.starts()
    return person


@pytest.fixture
def messenger(client: Client) -> TelegramMessenger:
    return TelegramMessenger(client)


def home(person: Person) -> Address:
    return Address("telegram", 1, person.id)


async def test_a_message_arrives_with_its_markup_and_buttons(
    server: TelegramServer, messenger: TelegramMessenger, lena: Person
) -> None:
    sent = await messenger.send(home(lena), SendText(html="<b>Rent</b> &amp; heat", rows=ROWS, silent=True))
    seen = await lena.sees("Rent & heat")
    assert Sent(seen.id) == sent
    assert seen.rows == [["Yes", "No"], ["Read"]]
    asked = server.calls.of("sendMessage")[0].parameters
    assert asked["disable_notification"] is True
    assert asked["link_preview_options"] == {"is_disabled": True}


async def test_an_edit_changes_the_message_and_its_buttons(
    messenger: TelegramMessenger, lena: Person
) -> None:
    sent = (await messenger.send(home(lena), SendText(html="one", rows=ROWS))).message
    assert await messenger.send(home(lena), EditText(html="two"), sent) == Sent(sent)
    seen = await lena.sees("two")
    assert (seen.id, seen.rows) == (sent, [])


async def test_an_edit_that_changes_nothing_is_as_good(messenger: TelegramMessenger, lena: Person) -> None:
    sent = (await messenger.send(home(lena), SendText(html="one", rows=ROWS))).message
    assert await messenger.send(home(lena), EditText(html="one", rows=ROWS, message=sent)) == Sent(sent)


async def test_what_cannot_be_edited_any_more_is_sent_anew(
    messenger: TelegramMessenger, lena: Person
) -> None:
    sent = (await messenger.send(home(lena), SendText(html="one"))).message
    await lena.deletes(lena.last)
    anew = await messenger.send(home(lena), EditText(html="two", rows=ROWS), sent)
    assert anew.message > sent
    assert (await lena.sees("two")).rows == [["Yes", "No"], ["Read"]]


async def test_an_edit_of_nothing_known_is_sent_anew(messenger: TelegramMessenger, lena: Person) -> None:
    assert (await messenger.send(home(lena), EditText(html="two", prompt="p9"))).message > 0
    await lena.sees("two")


async def test_buttons_come_off(messenger: TelegramMessenger, lena: Person) -> None:
    sent = (await messenger.send(home(lena), SendText(html="one", rows=ROWS))).message
    assert await messenger.send(home(lena), TakeButtons(), sent) == Sent()
    assert (lena.last.text, lena.last.rows) == ("one", [])


@pytest.mark.parametrize(
    "outgoing",
    [
        TakeButtons(message=99_999),
        TakeButtons(prompt="unknown"),
        AnswerTap(tap="long ago"),
        Unsend(messages=(99_999,)),
    ],
    ids=lambda outgoing: type(outgoing).__name__,
)
async def test_what_nobody_would_miss_may_fail(
    messenger: TelegramMessenger, lena: Person, outgoing: Outgoing
) -> None:
    assert await messenger.send(home(lena), outgoing) == Sent()


async def test_a_tap_is_answered_with_its_note(messenger: TelegramMessenger, lena: Person) -> None:
    await messenger.send(home(lena), SendText(html="one", rows=ROWS))
    tap = await lena.taps("Yes")
    await messenger.send(home(lena), AnswerTap(tap=tap.query.id, note="n" * 300))
    assert tap.text == "n" * 200


@pytest.mark.parametrize("name", ["backstage.json", "Bean Wheels canvas.json", "مخبز 咖啡 ☕ 50%.json"])
async def test_a_file_arrives_under_its_name(
    server: TelegramServer, messenger: TelegramMessenger, lena: Person, name: str
) -> None:
    content = b'{"name": "Bakery"}\n'
    sent = await messenger.send(home(lena), SendFile(name=name, content=content, html="All of <b>it</b>"))
    seen = await lena.sees("All of it")
    assert seen.kind == "document"
    assert seen.file_id == sent.file
    assert server.file(sent.file) == content
    assert server.world.files[sent.file].name == name


async def test_messages_are_taken_back_a_hundred_at_a_time(
    server: TelegramServer, messenger: TelegramMessenger, lena: Person
) -> None:
    sent = [(await messenger.send(home(lena), SendText(html=f"{number}"))).message for number in range(150)]
    await messenger.send(home(lena), Unsend(messages=tuple(sent)))
    assert [message for message in lena.chat if message.by_bot] == []
    assert len(server.calls.of("deleteMessages")) == 2


async def test_a_message_stays_in_its_topic(
    server: TelegramServer, messenger: TelegramMessenger, lena: Person
) -> None:
    group = server.group("Founders", [lena], forum=True)
    await group.adds_bot(lena)
    topic = group.opens_topic("Canvases")
    seat = lena.inside(group, topic)
    await messenger.send(Address("telegram", 1, group.id, topic), SendText(html="here"))
    assert (await seat.sees("here")).text == "here"


NEW = SendText(html="hello")
FILE = SendFile(name="a.json", content=b"{}")


@pytest.mark.parametrize(
    ("method", "outgoing", "fault", "error"),
    [
        ("sendMessage", NEW, faults.flood(3), AskedToWait),
        ("sendMessage", NEW, faults.server_error(), NotSent),
        ("sendMessage", NEW, faults.refusal(401, "Unauthorized"), NotSent),
        ("sendMessage", NEW, faults.silence(), OutcomeUnknown),
        ("sendMessage", NEW, faults.Fault("garbage", 200, '{"ok": true, "result": 5}'), OutcomeUnknown),
        ("sendMessage", NEW, faults.refusal(403, "Forbidden: bot was blocked by the user"), Unreachable),
        ("sendMessage", NEW, faults.refusal(400, "Bad Request: chat not found"), Refused),
        ("sendDocument", FILE, faults.reset(), OutcomeUnknown),
        ("editMessageText", EditText(html="x", message=2), faults.reset(), NotSent),
        (
            "editMessageText",
            EditText(html="x", message=2),
            faults.refusal(400, "Bad Request: can't parse entities: Unclosed start tag"),
            Refused,
        ),
        ("editMessageReplyMarkup", TakeButtons(message=2), faults.silence(), NotSent),
        ("answerCallbackQuery", AnswerTap(tap="1"), faults.flood(3), AskedToWait),
        ("deleteMessages", Unsend(messages=(2,)), faults.lost_answer(), NotSent),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
async def test_a_failure_tells_what_to_do_next(  # noqa: PLR0913, PLR0917 - a table of cases
    server: TelegramServer,
    messenger: TelegramMessenger,
    lena: Person,
    method: str,
    outgoing: Outgoing,
    fault: faults.Fault,
    error: type[SendError],
) -> None:
    server.faults.arrange(fault, method=method)
    with pytest.raises(error) as caught:
        await messenger.send(home(lena), outgoing)
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


@pytest.mark.parametrize(
    ("description", "reason"),
    [
        ("Bad Request: chat not found", "no_chat"),
        ("Bad Request: can't parse entities: Unsupported start tag", "markup"),
        ("Bad Request: message is too long", "too_long"),
        ("Bad Request: something nobody has seen yet", "refused"),
    ],
)
async def test_a_refusal_has_a_short_reason(
    server: TelegramServer, messenger: TelegramMessenger, lena: Person, description: str, reason: str
) -> None:
    server.faults.arrange(faults.refusal(400, description), method="sendMessage")
    with pytest.raises(Refused) as caught:
        await messenger.send(home(lena), NEW)
    assert caught.value.reason == reason


async def test_a_group_that_became_a_supergroup_is_a_refusal(
    server: TelegramServer, messenger: TelegramMessenger, lena: Person
) -> None:
    body = (
        '{"ok": false, "error_code": 400, "description": "Bad Request: group chat was upgraded",'
        ' "parameters": {"migrate_to_chat_id": -100}}'
    )
    server.faults.arrange(faults.Fault("garbage", 400, body), method="sendMessage")
    with pytest.raises(Refused) as caught:
        await messenger.send(home(lena), NEW)
    assert caught.value.reason == "migrated"
