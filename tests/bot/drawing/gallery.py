"""Makes the pictures of docs/gallery.md: `python -m tests.bot.drawing.gallery`."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.drawing.form import Form, Page
from bot.drawing.typesetting import Typesetter
from bot.drawing.worksheet import worksheet_of
from bot.words import load_catalogue
from tests.bot.drawing.seeing import sheet_on
from tests.bot.drawing.showcases import COMPARED_WITH, SHOWCASES

GALLERY = Path(__file__).resolve().parents[3] / "docs" / "gallery"
PHONES = (Page.PORTRAIT, Page.LANDSCAPE)
SCALE = 0.6
"""Of a phone's size: a page of documents needs no more, and a repository keeps every version."""


def made() -> dict[str, bytes]:
    """Give the gallery's files by name."""
    typesetter = Typesetter()
    files = {
        f"{name}-{page.value}.png": typesetter.picture(sheet_on(page, make()), scale=SCALE)
        for name, make in SHOWCASES.items()
        for page in PHONES
    }
    files |= {
        f"{name}-{page.value}.png": typesetter.picture(sheet_on(page, now(), then(), day), scale=SCALE)
        for name, (now, then, day) in COMPARED_WITH.items()
        for page in PHONES
    }
    files["full-a4.pdf"] = typesetter.print(sheet_on(Page.A4, SHOWCASES["full"]()))
    overfull = SHOWCASES["overfull"]()
    files["overfull-a4.pdf"] = typesetter.print(sheet_on(Page.A4, overfull))
    files["overfull-a4-lying.pdf"] = typesetter.print(sheet_on(Page.A4_LANDSCAPE, overfull))
    files["worksheet-a4.pdf"] = typesetter.worksheet(
        worksheet_of(load_catalogue(), Form(page=Page.A4, blank=True))
    )
    return files


def main() -> None:
    """Write the files, and print their sizes in bytes."""
    GALLERY.mkdir(parents=True, exist_ok=True)
    for name, content in made().items():
        (GALLERY / name).write_bytes(content)
        sys.stdout.write(f"{len(content):>7} {name}\n")


if __name__ == "__main__":
    main()
