"""Phrases become words: Telegram's HTML for messages, plain text for buttons."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bot.words import load_catalogue
from conversations.canvas.money import Amount, Period
from conversations.errors import CatalogueError
from conversations.words.catalogue import Catalogue
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.words.text import Param

PO = b"""
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "greeting"
msgstr "Hello, <b>{name}</b> &amp; all."

msgid "value"
msgstr "{value}"

msgid "list"
msgstr "<b>List</b>\\n{lines}"

msgid "saved"
msgid_plural "saved"
msgstr[0] "Saved {n} entry."
msgstr[1] "Saved {n} entries."

msgid "canvas.date"
msgstr "d MMM"
"""


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue.from_po([PO], "en")


@pytest.mark.parametrize(
    ("value", "html", "label"),
    [
        ("Tom & Jo <3", "Tom &amp; Jo &lt;3", "Tom & Jo <3"),
        ("{name}", "{name}", "{name}"),
        (("a<b", "c"), "<b>a&lt;b</b> · <b>c</b>", "a<b · c"),
        ((say("value", value="x"), say("saved", n=2)), "x\nSaved 2 entries.", "x\nSaved 2 entries."),
        ((), "", ""),
        (12345, "12,345", "12,345"),
        (Decimal("0.5"), "0.5", "0.5"),
        (date(2025, 12, 31), "31 Dec", "31 Dec"),
        (say("greeting", name="<Jo>"), "Hello, <b>&lt;Jo&gt;</b> &amp; all.", "Hello, <Jo> & all."),
        ("مقهى", "\u2068مقهى\u2069", "\u2068مقهى\u2069"),
        ("a\u202eb\u2069", "ab", "ab"),
        ("コーヒー ☕", "コーヒー ☕", "コーヒー ☕"),
    ],
)
def test_a_parameter_is_printed_by_its_kind(
    catalogue: Catalogue, value: Param, html: str, label: str
) -> None:
    phrase = say("value", value=value)
    assert catalogue.html(phrase) == html
    assert catalogue.label(phrase) == label


def test_paragraphs_are_a_blank_line_apart(catalogue: Catalogue) -> None:
    text = (say("greeting", name="Lena"), say("list", lines=(say("saved", n=1),)))
    assert catalogue.html(text) == "Hello, <b>Lena</b> &amp; all.\n\n<b>List</b>\nSaved 1 entry."


def test_other_languages_choose_among_their_own_plurals() -> None:
    polish = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && '
        '(n%100<12 || n%100>14) ? 1 : 2);\\n"\n\n'
        'msgid "saved"\nmsgid_plural "saved"\n'
        'msgstr[0] "{n} wpis"\nmsgstr[1] "{n} wpisy"\nmsgstr[2] "{n} wpisów"\n'
    ).encode()
    catalogue = Catalogue.from_po([polish], "pl", Catalogue.from_po([PO], "en"))
    assert [catalogue.html(say("saved", n=n)) for n in (1, 3, 5)] == ["1 wpis", "3 wpisy", "5 wpisów"]
    assert catalogue.html(say("greeting", name="Ola")) == "Hello, <b>Ola</b> &amp; all."


def test_a_later_file_lies_over_an_earlier_one() -> None:
    playbook = b'msgid "greeting"\nmsgstr "Moin {name}"\n'
    assert Catalogue.from_po([PO, playbook], "en").html(say("greeting", name="Lena")) == "Moin Lena"


@pytest.mark.parametrize(
    "phrase",
    [say("unknown", name="secret"), say("greeting", nam="secret"), say("saved", name="secret")],
)
def test_what_cannot_be_said_is_an_error_that_names_the_key_only(catalogue: Catalogue, phrase: Param) -> None:
    assert not isinstance(phrase, (str, int, Decimal, date, Amount, tuple))
    with pytest.raises(CatalogueError) as wrong:
        catalogue.html(phrase)
    assert str(wrong.value) == phrase.key


def test_a_file_that_is_no_catalogue_is_refused() -> None:
    with pytest.raises(CatalogueError):
        Catalogue.from_po([b'msgid "a"\nmsgid_plural "b"\nmsgstr[x] "c"\n'], "en")


def money(low: str, high: str | None = None, **more: object) -> Amount:
    return Amount(Decimal(low), Decimal(high or low), **{"currency": "EUR", **more})  # type: ignore[arg-type]  # facts of a row


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (money("350", period=Period.MONTH), "350 € a month"),
        (money("0.9", period=Period.UNIT, per="cup"), "0.90 € a cup"),
        (money("30", period=Period.UNIT, per="hour"), "30 € per hour"),
        (money("2", period=Period.UNIT), "2 € each"),
        (money("10", period=Period.MONTH, per="user"), "10 € per user a month"),
        (money("2000", "3000", period=Period.MONTH), "2,000–3,000 € a month"),
        (money("2.5", "3"), "2.50–3.00 €"),
        (money("1200000", period=Period.YEAR), "1,200,000 € a year"),
        (money("5000.00", period=Period.ONCE), "5,000 € once"),
        (money("0.005"), "0.005 €"),
        (money("0", period=Period.MONTH), "free"),
        (money("200", rough=True), "about 200 €"),
        (money("1500", currency="USD"), "$1,500"),
        (money("1500", currency="SEK"), "1,500 SEK"),
        (money("800", currency=None, period=Period.MONTH), "800 a month"),
    ],
)
def test_amounts_are_said_as_people_say_them(amount: Amount, said: str) -> None:
    assert load_catalogue().html(say("canvas.facet.amount", amount=amount)) == said


@pytest.mark.parametrize("language", ["", "en", "en-GB", "xx", "pt-BR", "../..", "zh-Hans-CN"])
def test_a_language_that_is_not_there_is_english(language: str) -> None:
    assert load_catalogue(language).html(say("canvas.amount.free")) == "free"
