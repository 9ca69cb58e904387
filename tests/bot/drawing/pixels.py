"""A PNG's pixels, read without a library: enough to see whether something stands where nothing should."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAMPLES = 4
_SUB, _UP, _AVERAGE, _PAETH = 1, 2, 3, 4


class Pixels(NamedTuple):
    """RGBA rows."""

    width: int
    height: int
    rows: list[bytes]

    def colours(self, left: float, top: float, right: float, bottom: float) -> set[bytes]:
        """Give the colours in a rectangle, whose edges are rounded inwards."""
        across = range(-(-int(left * 100) // 100), int(right))
        return {
            self.rows[y][x * _SAMPLES : x * _SAMPLES + _SAMPLES]
            for y in range(-(-int(top * 100) // 100), int(bottom))
            for x in across
        }


def size_of(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def pixels_of(png: bytes) -> Pixels:
    assert png.startswith(b"\x89PNG")
    width, height = size_of(png)
    raw = zlib.decompress(b"".join(data for name, data in _chunks(png) if name == b"IDAT"))
    stride = width * _SAMPLES
    before = bytearray(stride)
    rows = []
    for y in range(height):
        start = y * (stride + 1)
        row = bytearray(raw[start + 1 : start + 1 + stride])
        _unfiltered(row, before, raw[start])
        rows.append(bytes(row))
        before = row
    return Pixels(width, height, rows)


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += 12 + length


def _unfiltered(row: bytearray, above: bytearray, kind: int) -> None:
    for i, value in enumerate(row):
        left = row[i - _SAMPLES] if i >= _SAMPLES else 0
        corner = above[i - _SAMPLES] if i >= _SAMPLES else 0
        guess = 0
        if kind == _SUB:
            guess = left
        elif kind == _UP:
            guess = above[i]
        elif kind == _AVERAGE:
            guess = (left + above[i]) // 2
        elif kind == _PAETH:
            near = left + above[i] - corner
            guess = min((left, above[i], corner), key=lambda one: abs(near - one))
        row[i] = (value + guess) & 255
