"""Runs the command line as a process, on files of canvases."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

PLAIN = {
    "id": "kiosk",
    "company": "Solar Kiosk",
    "stage": "early",
    "value_proposition": "Charged phones in villages off the grid",
    "activities": ["Charge phones", "Registered the business (done)"],
    "resources": ["6 panels (leased)", "Two operators"],
    "partners": ["Panel maker: panels, gets rent"],
    "costs": ["Panel lease (fixed, $120/mo)", "Phones' cables (variable)"],
}

FileOf = Callable[..., Path]


@pytest.fixture
def file_of(tmp_path: Path) -> FileOf:
    def written(*lines: object) -> Path:
        file = tmp_path / "canvases.jsonl"
        texts = (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
        file.write_text("\n".join(texts) + "\n", "utf-8")
        return file

    return written
