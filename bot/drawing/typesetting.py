"""Sheets set by Typst, with fonts that came with the installation and none of the system's."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec
import pylopdf_fonts_jp
import pylopdf_fonts_ko
import pylopdf_fonts_zh_cn
import typst

from bot.drawing.errors import NotDrawn
from bot.drawing.sheet import encode_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.drawing.sheet import Sheet

_SHEET = "sheet"
_POINTS_PER_INCH = 72
"""At which a point is a pixel."""


class Typesetter:
    """Sets sheets, one at a time. Later ones take a fraction of the first, as what was measured is kept."""

    def __init__(self) -> None:
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=True, font_paths=font_folders()
        )
        self._templates = Path(str(resources.files("bot.drawing"))) / "templates"
        self._compiler = typst.Compiler(root=self._templates, font_paths=fonts)

    def picture(self, sheet: Sheet, scale: float = 1) -> bytes:
        """Give the canvas as PNG, `scale` times as large. Raises `NotDrawn`."""
        return self._set("canvas.typ", encode_sheet(sheet), "png", _POINTS_PER_INCH * scale)

    def print(self, sheet: Sheet) -> bytes:
        """Give the canvas as PDF. Raises `NotDrawn`."""
        return self._set("canvas.typ", encode_sheet(sheet), "pdf")

    def worksheet(self, worksheet: Mapping[str, Any]) -> bytes:
        """Give the worksheet as PDF. Raises `NotDrawn`."""
        return self._set("worksheet.typ", msgspec.json.encode(worksheet).decode(), "pdf")

    def glance(self, sheet: Mapping[str, Any]) -> bytes:
        """Give a cohort at a glance as PNG. Raises `NotDrawn`."""
        return self._set("glance.typ", msgspec.json.encode(sheet).decode(), "png")

    def placed(self, sheet: Sheet) -> dict[str, Any]:
        """Give where the template put the blocks and what it left out: see `<placed>` in canvas.typ."""
        compiler = typst.Compiler(
            self._templates / "canvas.typ",
            root=self._templates,
            font_paths=font_folders(),
            ignore_system_fonts=True,
            sys_inputs={_SHEET: encode_sheet(sheet)},
        )
        return dict(msgspec.json.decode(compiler.query("<placed>", field="value", one=True)))

    def _set(
        self, template: str, sheet: str, form: Literal["pdf", "png"], ppi: float = _POINTS_PER_INCH
    ) -> bytes:
        try:
            made = self._compiler.compile(
                self._templates / template,
                format=form,
                ppi=ppi,
                sys_inputs={_SHEET: sheet},
            )
        except typst.TypstError:
            # Its message quotes the sheet, which is what a founder wrote.
            raise NotDrawn("the template can't set this sheet") from None
        # A picture of several pages comes as a list; only paper has more than one.
        return made if isinstance(made, bytes) else next(iter(made or ()), b"")


def font_folders() -> list[Path]:
    """Give the folders of the fonts that came with the installation."""
    noto = resources.files("manimgx_fonts")
    eastern = (pylopdf_fonts_zh_cn, pylopdf_fonts_jp, pylopdf_fonts_ko)
    return [Path(str(noto)), *(package.sans_path().parent for package in eastern)]
