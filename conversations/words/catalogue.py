"""The catalogue: phrases by key become words of a language."""

from __future__ import annotations

import gettext
import html
import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import format_date
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from conversations.canvas.money import Amount
from conversations.errors import CatalogueError
from conversations.words.amounts import Numerals, amount_phrase, formatted
from conversations.words.direction import isolated
from conversations.words.text import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from conversations.words.text import Param, Text

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_TAG = re.compile(r"</?[a-z][^<>]*>")
_PARAGRAPHS = "\n\n"
_ITEMS = " · "
TEMPLATES = 4096
"""Messages whose parts are kept, of all languages together."""
DATE_PATTERN_KEY = "canvas.date"


class Catalogue:
    """All that is said in one language. What it lacks is taken from `fallback`, where there is one."""

    def __init__(self, merged: Catalog, locale: str, fallback: Catalogue | None = None) -> None:
        compiled = BytesIO()
        write_mo(compiled, merged)
        compiled.seek(0)
        self._translations = gettext.GNUTranslations(compiled)
        self._plural = {_key(message): message.pluralizable for message in merged if message.id}
        self._fallback = fallback
        self._labels: dict[str, str] = {}
        self._locale = Locale.parse(locale)
        self._numerals = Numerals(self._locale, self.__contains__)

    @classmethod
    def from_po(cls, sources: Sequence[bytes], locale: str, fallback: Catalogue | None = None) -> Catalogue:
        """Give the catalogue made of several PO files, later ones over earlier ones.

        `locale` is a CLDR name such as `en` or `pt_BR`. Raises `CatalogueError` where a file can't be read.
        """
        merged = Catalog(locale=locale)
        for source in sources:
            try:
                part = read_po(BytesIO(source), locale=locale, abort_invalid=True)
            except (ValueError, PoFileError) as error:
                raise CatalogueError(f"a PO file for {locale} can't be read") from error
            for message in part:
                # Untranslated messages are left to the fallback.
                if message.id and message.string and all(message.string):
                    merged.delete(message.id)
                    merged[message.id] = message
        return cls(merged, locale, fallback)

    def __contains__(self, key: str) -> bool:
        return key in self._plural or (self._fallback is not None and key in self._fallback)

    def with_texts(self, texts: Mapping[str, str]) -> Catalogue:
        """Give this catalogue with other words for some keys, in Telegram's HTML."""
        over = Catalog(locale=str(self._locale))
        for key, text in texts.items():
            over.add(key, text)
        return Catalogue(over, str(self._locale), self)

    def counts(self, key: str) -> bool:
        """Whether a message is said in several ways, by a number."""
        if key not in self._plural:
            return self._fallback is not None and self._fallback.counts(key)
        return bool(self._plural[key])

    @property
    def keys(self) -> frozenset[str]:
        """The keys of this language's own files."""
        return frozenset(self._plural)

    def html(self, text: Text | Phrase) -> str:
        """Give a text in Telegram's HTML, paragraphs a blank line apart, somebody's words escaped.

        Raises `CatalogueError` naming the key that is missing or lacks a parameter.
        """
        return self._text(text, MARKED_UP)

    def label(self, phrase: Phrase) -> str:
        """Give a phrase as plain text, for a button or a note. Raises `CatalogueError` as `html` does."""
        if phrase.params:
            return self._phrase(phrase, PLAIN)
        known = self._labels.get(phrase.key)
        if known is None:
            known = self._labels[phrase.key] = self._phrase(phrase, PLAIN)
        return known

    def placeholders(self, key: str) -> frozenset[str]:
        """Give the names of the parameters that a message asks for."""
        numbers = (1, 2) if self.counts(key) else (None,)
        return frozenset(name for n in numbers for name in _PLACEHOLDER.findall(self.worded(key, n)))

    def _text(self, text: Text | Phrase, form: _Form) -> str:
        phrases = (text,) if isinstance(text, Phrase) else text
        return _PARAGRAPHS.join(self._phrase(phrase, form) for phrase in phrases)

    def _phrase(self, phrase: Phrase, form: _Form) -> str:
        parts = form.parts(self.worded(phrase.key, phrase.params.get("n")))
        if len(parts) == 1:
            return parts[0]
        filled = list(parts)
        for place in range(1, len(parts), 2):
            name = parts[place]
            if name not in phrase.params:
                raise CatalogueError(phrase.key)
            filled[place] = self._param(phrase.params[name], form)
        return "".join(filled)

    def worded(self, key: str, n: Param | None = None) -> str:
        """Give a message before its placeholders are filled in. Raises `CatalogueError` naming the key."""
        if key not in self._plural:
            if self._fallback is None:
                raise CatalogueError(key)
            return self._fallback.worded(key, n)
        if not self._plural[key]:
            return self._translations.gettext(key)
        if not isinstance(n, int):
            raise CatalogueError(key)
        return self._translations.ngettext(key, key, n)

    def _param(self, value: Param, form: _Form) -> str:
        match value:
            case str():
                return form.words(value)
            case Phrase():
                return self._phrase(value, form)
            case Amount():
                return self._phrase(amount_phrase(value, self._numerals), form)
            case int() | Decimal():
                return formatted(value, None, self._locale)
            case date():
                return format_date(value, self.worded(DATE_PATTERN_KEY), self._locale)
        return self._several(value, form)

    def _several(self, values: Iterable[str | Phrase], form: _Form) -> str:
        items = tuple(values)
        words = [form.item(item) for item in items if isinstance(item, str)]
        lines = [self._phrase(item, form) for item in items if isinstance(item, Phrase)]
        return _ITEMS.join(words) or "\n".join(lines)


class _AsHtml:
    """Telegram's HTML: the catalogue's tags stay, somebody's words are escaped."""

    def parts(self, template: str) -> tuple[str, ...]:
        return _parts(template)

    def words(self, words: str) -> str:
        return isolated(html.escape(words, quote=False))

    def item(self, words: str) -> str:
        return f"<b>{self.words(words)}</b>"


class _AsPlain:
    """Plain text: the catalogue's tags go, somebody's words stay as they are."""

    def parts(self, template: str) -> tuple[str, ...]:
        return _plain_parts(template)

    def words(self, words: str) -> str:
        return isolated(words)

    def item(self, words: str) -> str:
        return self.words(words)


@lru_cache(maxsize=TEMPLATES)
def _parts(template: str) -> tuple[str, ...]:
    """Give a template's words and the names of its placeholders, in turn."""
    return tuple(_PLACEHOLDER.split(template))


@lru_cache(maxsize=TEMPLATES)
def _plain_parts(template: str) -> tuple[str, ...]:
    return _parts(html.unescape(_TAG.sub("", template)))


_Form = _AsHtml | _AsPlain
MARKED_UP, PLAIN = _AsHtml(), _AsPlain()


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]
