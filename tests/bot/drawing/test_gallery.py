"""The gallery in the docs: every picture is there and shown, and none is too large for a page."""

from __future__ import annotations

import re

from tests.bot.drawing.gallery import GALLERY, PHONES
from tests.bot.drawing.showcases import SHOWCASES

LARGEST = 300_000
ELSEWHERE = {"conversation.png"}
"""Pictures of something else than canvases, which other pages show."""
PAGE = GALLERY.parent / "gallery.md"


def test_every_picture_of_the_gallery_is_there_and_no_others() -> None:
    linked = set(re.findall(r"\(gallery/([\w.-]+)\)", PAGE.read_text("utf-8")))
    assert linked == {file.name for file in GALLERY.iterdir()} - ELSEWHERE
    assert {f"{name}-{page.value}.png" for name in SHOWCASES for page in PHONES} <= linked


def test_no_picture_is_large() -> None:
    sizes = {file.name: file.stat().st_size for file in GALLERY.iterdir()}
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}
