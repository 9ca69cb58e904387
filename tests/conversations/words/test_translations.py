"""A language's messages fit the English ones, so that a slip of a translator never breaks the interview."""

from __future__ import annotations

import pytest

from tests.conversations.words.translations import files_of, languages, mistakes

HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: de\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def german(text: str) -> bytes:
    return (HEAD + text).encode()


@pytest.mark.parametrize("language", languages())
def test_a_languages_messages_fit_the_english_ones(language: str) -> None:
    assert [(name, wrong) for name, po in files_of(language) for wrong in mistakes(po)] == []


@pytest.mark.parametrize(
    "text",
    [
        'msgid "ask.name"\nmsgstr "<b>Wie heißt dein Vorhaben?</b>"\n',
        (
            'msgid "receipt.added"\nmsgid_plural "receipt.added"\n'
            'msgstr[0] "{n} neu: {names}"\nmsgstr[1] "{n} neu: {names}"\n'
        ),
        'msgid "ask.name"\nmsgstr ""\n',
    ],
)
def test_a_translation_that_fits_is_let_pass(text: str) -> None:
    assert mistakes(german(text)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('msgid "ask.nam"\nmsgstr "Wie heißt es?"\n', ["ask.nam: there is no such message"]),
        ('msgid "ask.name"\nmsgstr "<b>Wie heißt es?"\n', ["ask.name: its tags are </b> <b>"]),
        (
            'msgid "header.question"\nmsgstr "<i>{block} · Frage {number} von {gesamt}</i>"\n',
            ["header.question: {gesamt} isn't given", "header.question: {total} is missing"],
        ),
    ],
)
def test_a_translation_that_does_not_fit_is_told(text: str, told: list[str]) -> None:
    assert mistakes(german(text)) == told
