"""A step's replies as messages: phrases become words, before the commit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.documents.tables import as_csv, as_workbook
from bot.editions import edition_of
from bot.file_names import file_name
from bot.splitting import split_html
from bot.turns import (
    AnswerTap,
    EditText,
    ExportHere,
    Label,
    Outgoing,
    Pin,
    Pinning,
    RefreshText,
    SendFile,
    SendPicture,
    SendText,
    TakeButtons,
    Unpin,
    UnsendHere,
)
from conversations.interview import replies
from conversations.interview.replies import (
    Acknowledge,
    Document,
    HandExport,
    Picture,
    Redraw,
    Refresh,
    Reply,
    Rows,
    Say,
    Tables,
    Unbutton,
    Unsend,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from conversations.words.catalogue import Catalogue
    from conversations.words.text import Text

CAPTION = 1024
"""Characters of a file's caption."""
NOTE = 200
"""Characters of the note over the screen that acknowledges a tap."""


def render(said: Iterable[Reply], words: Catalogue) -> tuple[Outgoing | ExportHere | UnsendHere, ...]:
    """Give the messages that replies become. Long ones become several; the last has the buttons."""
    return tuple(outgoing for reply in said for outgoing in _rendered(reply, words))


def _rendered(reply: Reply, words: Catalogue) -> Iterator[Outgoing | ExportHere | UnsendHere]:
    match reply:
        case Say():
            yield from _said(reply, words)
        case Redraw():
            yield from _redrawn(reply, words)
        case Refresh() | replies.Pin() | replies.Unpin():
            yield _pinned(reply, words)
        case Unbutton(prompt=prompt, message=message):
            yield TakeButtons(prompt=prompt, message=message)
        case Acknowledge(tap=tap, note=note):
            yield AnswerTap(tap=tap, note=words.label(note)[:NOTE] if note else "")
        case Picture() | Document() | Tables():
            yield _handed(reply, words)
        case HandExport(name=name, caption=caption):
            yield ExportHere(name, _caption(caption, words))
        case Unsend():
            yield UnsendHere()


def _said(reply: Say, words: Catalogue) -> Iterator[SendText]:
    parts = split_html(words.html(reply.text))
    for part in parts[:-1]:
        yield SendText(html=part, about=reply.about, silent=reply.silent)
    yield SendText(
        html=parts[-1],
        rows=_labels(reply.rows, words),
        prompt=reply.prompt,
        about=reply.about,
        silent=reply.silent,
    )


def _pinned(reply: Refresh | replies.Pin | replies.Unpin, words: Catalogue) -> Pinning:
    match reply:
        case replies.Pin(prompt=prompt):
            return Pin(prompt=prompt)
        case replies.Unpin(prompt=prompt):
            return Unpin(prompt=prompt)
    # The beginning of a long one: a message can't become two in place.
    html = split_html(words.html(reply.text))[0]
    return RefreshText(html=html, rows=_labels(reply.rows, words), prompt=reply.prompt)


def _redrawn(reply: Redraw, words: Catalogue) -> Iterator[EditText]:
    # A message can't become two in place: of a long one the end stays, where question and buttons are.
    yield EditText(
        html=split_html(words.html(reply.text))[-1],
        rows=_labels(reply.rows, words),
        prompt=reply.prompt,
        message=reply.message,
    )


def _handed(reply: Picture | Document | Tables, words: Catalogue) -> SendPicture | SendFile:
    match reply:
        case Picture():
            return SendPicture(**_made(reply, words))
        case Document():
            return SendFile(**_made(reply, words))
        case Tables():
            return SendFile(**_made(_written(reply, words), words))


def with_tables_written(replies: Iterable[Reply], words: Catalogue) -> tuple[Reply, ...]:
    """Give replies with their tables written into files: that takes long where there is much in them."""
    return tuple(_written(reply, words) if isinstance(reply, Tables) else reply for reply in replies)


def _written(reply: Tables, words: Catalogue) -> Document:
    content = as_csv(reply.sheets[0], words) if reply.suffix == ".csv" else as_workbook(reply.sheets, words)
    return Document(
        name=reply.name, suffix=reply.suffix, content=content, caption=reply.caption, about=reply.about
    )


def _made(reply: Picture | Document, words: Catalogue) -> dict[str, Any]:
    return {
        "name": file_name(words.label(reply.name), reply.suffix),
        "content": reply.content,
        "file": reply.file,
        "edition": edition_of(reply.request) if reply.request and reply.request.keeps else None,
        "anew": reply.request if reply.file else None,
        "html": _caption(reply.caption, words),
        "instead": words.html(reply.instead) if reply.file else "",
        "rows": _labels(reply.rows, words),
        "about": reply.about,
    }


def _caption(text: Text, words: Catalogue) -> str:
    return split_html(words.html(text), CAPTION)[0]


def _labels(rows: Rows, words: Catalogue) -> tuple[tuple[Label, ...], ...]:
    return tuple(tuple(Label(words.label(button.label), button.data) for button in row) for row in rows)
