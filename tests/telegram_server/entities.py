"""HTML as Telegram reads it: the text that a person sees, and the entities that lie over it."""

import re
from dataclasses import dataclass, field
from html import unescape

from tests.telegram_server.errors import BotApiError, bad_request
from tests.telegram_server.objects import MessageEntity

TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
REFERENCE = re.compile(r"&(lt|gt|amp|quot|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
START_TAG = re.compile(
    r"<([^\s<>/=\"']*)((?:\s+[^\s<>=/\"']+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s<>\"']+))?)*)\s*>"
)
ATTRIBUTE = re.compile(r"([^\s=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+)))?")
END_TAG = re.compile(r"</([^\s<>]*)\s*>")
CONTROL = {code: " " for code in range(32) if code not in (10, 13)} | {13: None}
CONTROL |= dict.fromkeys(range(0x2028, 0x202F))
"""Telegram writes control characters as spaces and drops carriage returns and direction overrides."""
WIDE = 0xFFFF


@dataclass(frozen=True)
class Formatted:
    """Visible text with its entities (offsets and lengths in UTF-16 code units, as Telegram counts)."""

    text: str = ""
    entities: tuple[MessageEntity, ...] = ()


@dataclass
class Tag:
    """A tag that was opened and not yet closed."""

    name: str
    attributes: dict[str, str]
    offset: int


@dataclass
class Reading:
    """How far the HTML has been read."""

    html: str
    at: int = 0
    written: list[str] = field(default_factory=list)
    length: int = 0
    open: list[Tag] = field(default_factory=list)
    entities: list[MessageEntity] = field(default_factory=list)

    def write(self, text: str) -> None:
        self.written.append(text)
        self.length += utf16(text)

    def refuse(self, what: str) -> BotApiError:
        where = len(self.html[: self.at].encode())
        return bad_request(f"can't parse entities: {what} at byte offset {where}")


def utf16(text: str) -> int:
    """The length of a text in UTF-16 code units."""
    return len(text) + sum(1 for character in text if ord(character) > WIDE)


def plain(text: str) -> Formatted:
    """A text without formatting, cleaned and trimmed as Telegram does."""
    return trimmed(Formatted(text.translate(CONTROL)))


def from_html(html: str) -> Formatted:
    """What a person sees of the HTML.

    Raises BotApiError where Telegram can't parse it, and where an ampersand isn't escaped (its
    documentation asks for that, its server forgives it).
    """
    reading = Reading(html.translate(CONTROL))
    while reading.at < len(reading.html):
        read_on(reading)
    if reading.open:
        name = reading.open[-1].name
        raise bad_request(f"can't parse entities: Can't find end tag corresponding to start tag \"{name}\"")
    entities = sorted(reading.entities, key=lambda entity: (entity.offset, -entity.length))
    return trimmed(Formatted("".join(reading.written), tuple(entities)))


def read_on(reading: Reading) -> None:
    character = reading.html[reading.at]
    if character == "&":
        match = REFERENCE.match(reading.html, reading.at)
        if match is None:
            raise reading.refuse("Unescaped ampersand")
        reading.write(unescape(match.group()))
        reading.at = match.end()
    elif character == "<":
        if reading.html.startswith("</", reading.at):
            close_tag(reading)
        else:
            open_tag(reading)
    else:
        end = reading.at
        while end < len(reading.html) and reading.html[end] not in "&<":
            end += 1
        reading.write(reading.html[reading.at : end])
        reading.at = end


def open_tag(reading: Reading) -> None:
    match = START_TAG.match(reading.html, reading.at)
    name = re.match(r"[^\s<>]*", reading.html[reading.at + 1 :])
    if match is None and name is not None and name.group().lower() not in TYPES:
        raise reading.refuse(f'Unsupported start tag "{name.group().lower()}"')
    if match is None:
        raise reading.refuse("Unclosed start tag")
    tag = match.group(1).lower()
    if tag not in TYPES:
        raise reading.refuse(f'Unsupported start tag "{tag}"')
    attributes = {
        found.group(1).lower(): unescape(found.group(2) or found.group(3) or found.group(4) or "")
        for found in ATTRIBUTE.finditer(match.group(2))
    }
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise reading.refuse('Tag "span" must have class "tg-spoiler"')
    if tag == "tg-emoji" and "emoji-id" not in attributes:
        raise reading.refuse('Tag "tg-emoji" must have attribute "emoji-id"')
    reading.open.append(Tag(tag, attributes, reading.length))
    reading.at = match.end()


def close_tag(reading: Reading) -> None:
    match = END_TAG.match(reading.html, reading.at)
    if match is None:
        raise reading.refuse("Unclosed end tag")
    if not reading.open:
        raise reading.refuse("Unexpected end tag")
    tag = reading.open.pop()
    name = match.group(1).lower()
    if name and name != tag.name:
        raise reading.refuse(f'Unmatched end tag, expected "</{tag.name}>", found "</{name}>"')
    reading.at = match.end()
    length = reading.length - tag.offset
    if length:
        reading.entities.append(entity_of(tag, length, "".join(reading.written)))


def entity_of(tag: Tag, length: int, written: str) -> MessageEntity:
    kind = TYPES[tag.name]
    url = tag.attributes.get("href") or None
    if kind == "text_link" and url is None:
        url = cut(written, tag.offset, length)
    if kind == "blockquote" and "expandable" in tag.attributes:
        kind = "expandable_blockquote"
    language = tag.attributes.get("class", "").removeprefix("language-") or None
    return MessageEntity(
        type=kind,
        offset=tag.offset,
        length=length,
        url=url if kind == "text_link" else None,
        language=language if kind == "code" else None,
        custom_emoji_id=tag.attributes.get("emoji-id") if kind == "custom_emoji" else None,
    )


def cut(text: str, offset: int, length: int) -> str:
    """The part of a text that an entity covers."""
    units = text.encode("utf-16-le")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def trimmed(formatted: Formatted) -> Formatted:
    """Without white space around it, and with the entities moved along."""
    text = formatted.text.strip()
    if text == formatted.text:
        return formatted
    gone = utf16(formatted.text) - utf16(formatted.text.lstrip())
    size = utf16(text)
    moved = []
    for entity in formatted.entities:
        start, end = max(entity.offset - gone, 0), min(entity.offset - gone + entity.length, size)
        if start < end:
            moved.append(replaced(entity, start, end - start))
    return Formatted(text, tuple(moved))


def replaced(entity: MessageEntity, offset: int, length: int) -> MessageEntity:
    return MessageEntity(
        type=entity.type,
        offset=offset,
        length=length,
        url=entity.url,
        language=entity.language,
        custom_emoji_id=entity.custom_emoji_id,
    )


SEEN_BY_TELEGRAM = re.compile(
    r"(?P<bot_command>(?<![\w/])/[a-zA-Z0-9_]{1,64}(?:@\w+)?)"
    r"|(?P<mention>(?<!\w)@\w{4,32})"
    r"|(?P<url>https?://\S+)"
    r"|(?P<email>[\w.+-]+@[\w-]+\.[\w.]+)"
)


def typed(text: str) -> Formatted:
    """What a person typed, with the commands, mentions and addresses that Telegram finds in it."""
    entities = [
        MessageEntity(
            type=str(match.lastgroup), offset=utf16(text[: match.start()]), length=utf16(match.group())
        )
        for match in SEEN_BY_TELEGRAM.finditer(text)
    ]
    return Formatted(text, tuple(entities))
