"""A script that can't be used says where and what was expected."""

import pytest

from bot.interviewing import vocabulary
from bot.words import load_catalogue
from conversations.errors import ScriptError
from conversations.interview.trades import TRADES
from conversations.script.reading import read_script
from tests.conversations.script.scripts import ONE, altered, built_in, read

AGAIN = ONE.partition("version = 1")[2]


@pytest.mark.parametrize(
    ("old", "new", "complaints"),
    [
        ("items", "itmes", ["form 'itmes' is none", "did you mean 'items'?"]),
        (
            '"activities"',
            '"activity"',
            ["block 'activity' is none", "did you mean 'activities'?"],
        ),
        ('"trading"', '"tradng"', ["guard 'tradng' is none", "did you mean 'trading'?"]),
        ('{ key = "ask.weekly" }', "", ["question 'weekly'", "the last wording", "must hold always"]),
        (
            '[{ key = "ask.weekly.trading", when = ["trading"] }, { key = "ask.weekly" }]',
            "[]",
            ["last wording"],
        ),
        (
            "by_trade = true",
            'early_before = "nothing"',
            ["no question that stands before it"],
        ),
        ("by_trade = true", 'early_when = ["trading"]', ["early_before and early_when go together"]),
        ("by_trade = true", 'when = ["sunny"]', ["guard 'sunny' is none; known are currency_unknown"]),
        (
            "by_trade = true",
            'front = "backyard"',
            ["front 'backyard' is no line", "channels, relation"],
        ),
        ("by_trade = true", "by_trad = true", ["no field 'by_trad'"]),
        ("by_trade = true", 'serves = "fun"', ["'fun'", "serves"]),
        ("by_trade = true", "by_trade = 3", ["'by_trade' should be true or false"]),
        ('why = "why.weekly"', "", ["'why' is missing"]),
        ('id = "weekly"', 'id = "resting"', ["question 'resting'", "none of welcome, paused, resting"]),
        ('id = "weekly"', 'id = "Every week"', ["question 'Every week'", "lower case letters"]),
        ("by_trade = true", "by_trade = true" + AGAIN, ["question 'weekly' stands twice"]),
        ("version = 1", 'version = 1\nrenamed = { old = "gone" }', ["'old' leads to 'gone'", "no question"]),
        ("version = 1", 'version = 1\nrenamed = { a = "b", b = "a" }', ["'a' leads to 'b'", "no question"]),
        ("version = 1", 'version = 1\nrenamed = { weekly = "weekly" }', ["'weekly' is still a question"]),
        ("version = 1", "version =", ["isn't TOML"]),
        ("version = 1", 'version = "one"', ["'version' should be a whole number"]),
    ],
)
def test_a_mistake_is_named_with_its_place(old: str, new: str, complaints: list[str]) -> None:
    assert old in ONE
    with pytest.raises(ScriptError) as refused:
        read(ONE.replace(old, new))
    told = load_catalogue().label(refused.value.what)
    assert all(complaint in told for complaint in complaints), told


@pytest.mark.parametrize("document", [b"", b"id = 'a'\nversion = 1\nquestions = []", b"\xff\xfe", b"[[["])
def test_what_is_no_script_is_refused(document: bytes) -> None:
    with pytest.raises(ScriptError):
        read_script(document, vocabulary(None))


def test_a_small_script_is_read() -> None:
    script = read(ONE)
    assert [question.id for question in script.questions] == ["weekly"]
    assert script.question("weekly").by_trade
    assert script.has("weekly")
    assert not script.has("monthly")
    with pytest.raises(KeyError):
        script.question("monthly")


def test_renames_are_followed_however_often() -> None:
    script = read(ONE.replace("version = 1", 'version = 1\nrenamed = { a = "b", b = "weekly" }'))
    assert script.current("a") == script.current("b") == script.current("weekly") == "weekly"
    assert script.current("other") == "other"


def test_a_playbook_may_bring_texts_of_its_own() -> None:
    script = read(ONE.replace("version = 1", 'version = 1\ntexts = { "ask.weekly" = "What do you do?" }'))
    assert script.texts == {"ask.weekly": "What do you do?"}


def test_every_text_of_the_built_in_interview_is_in_the_catalogue() -> None:
    words = load_catalogue()
    for question in read(built_in()).questions:
        examples = (
            [f"{question.example}.{trade}" for trade in TRADES] if question.by_trade else [question.example]
        )
        keys = [*(wording.key for wording in question.ask), question.why, *examples]
        assert [key for key in keys if key not in words] == []


def test_every_question_ends_with_what_is_asked_in_bold() -> None:
    words = load_catalogue()
    for question in read(built_in()).questions:
        for wording in question.ask:
            said = words.worded(wording.key)
            assert said.endswith("</b>"), wording.key
            assert len(said) <= 300


def test_an_altered_script_is_what_it_says() -> None:
    assert altered(('id = "weekly"', 'id = "every_week"'), ('"weekly"', '"every_week"')).has("every_week")
