"""Sheets set by Typst, with fonts that came with the installation and none of the system's."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import manimgx_fonts
import msgspec
import pylopdf_fonts_zh_cn
import typst

from bot.drawing.sheet import encode_sheet

if TYPE_CHECKING:
    from bot.drawing.sheet import Sheet

_POINTS_PER_INCH = 72
"""At which a point is a pixel."""


class Typesetter:
    """Sets sheets. It keeps what it has measured: later pictures take a fraction of the first. Not for two threads."""

    def __init__(self) -> None:
        folders = (*manimgx_fonts.__path__, str(pylopdf_fonts_zh_cn.sans_path().parent))
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=list(folders))
        templates = Path(str(resources.files("bot.drawing"))) / "templates"
        self._compiler = typst.Compiler(templates / "canvas.typ", root=templates, font_paths=fonts)

    def typeset(self, sheet: Sheet, *, vector: bool) -> bytes:
        """Give the picture as PDF where `vector`, else as PNG. Raises typst.TypstError."""
        made = self._compiler.compile(
            format="pdf" if vector else "png", ppi=_POINTS_PER_INCH, sys_inputs={"sheet": encode_sheet(sheet)}
        )
        return made if isinstance(made, bytes) else b"".join((made or [])[:1])

    def measured(self, sheet: Sheet) -> dict[str, Any]:
        """Give what the template says of where it put everything: see `<placed>` in canvas.typ."""
        self._compiler.compile(format="pdf", sys_inputs={"sheet": encode_sheet(sheet)})
        found = msgspec.json.decode(self._compiler.query("<placed>", field="value", one=True))
        return dict(found)
