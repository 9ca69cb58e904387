"""Lists of people as programmes keep them: read in many shapes, handed back with a column more."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from conversations.files.lists import MOST, names_in, rows_of, with_column


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"name,email\nAna Ruiz,ana@x.org\nTom,tom@x.org\n",
        "\ufeffE-Mail;Name\r\nana@x.org;Ana Ruiz\r\ntom@x.org;Tom\r\n".encode(),
        "Venture\tFounder\nKite\tAna Ruiz\nOar\tTom".encode("utf-16"),
        b"Ana Ruiz\n\n  Tom \n",
        b'"Ana Ruiz",Kite\nTom,Oar',
        workbook(("Startup", "Name"), ("Kite", "Ana Ruiz"), ("Oar", "Tom")),
        workbook(("Ana Ruiz", 7), (None, None), ("Tom", 8)),
    ],
)
def test_people_are_found_however_the_list_is_kept(content: bytes) -> None:
    assert names_in(rows_of(content)) == ("Ana Ruiz", "Tom")


def test_names_keep_their_letters() -> None:
    assert names_in(rows_of("name\nZoë Müller\n王小明\n".encode())) == ("Zoë Müller", "王小明")
    assert names_in(rows_of("name\nZoë Müller\n".encode("cp1252"))) == ("Zoë Müller",)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"PK\x03\x04 nothing", b"\0\1\2\3", b"name,email\n"])
def test_what_names_nobody_gives_nobody(content: bytes) -> None:
    assert names_in(rows_of(content)) == ()


def test_a_list_that_is_too_long_is_known_as_such() -> None:
    assert len(names_in(rows_of(b"Ana\n" * 5000))) > MOST


@given(st.binary(max_size=400))
def test_any_file_is_read_or_gives_nobody(content: bytes) -> None:
    rows = rows_of(content)
    assert len(names_in(rows)) <= len(rows)


@given(st.binary(max_size=200))
def test_any_workbook_that_is_none_gives_nobody(content: bytes) -> None:
    assert rows_of(b"PK\x03\x04" + content) == ()


def test_the_list_comes_back_with_a_column_more_and_nothing_computed() -> None:
    rows = rows_of(b"name,note\n=1+1,@me\nTom\n")
    back = with_column(rows, "link", ("https://t.me/b?start=one", "https://t.me/b?start=two"))
    read = list(csv.reader(io.StringIO(back.decode("utf-8-sig"))))
    assert read == [
        ["name", "note", "link"],
        ["'=1+1", "'@me", "https://t.me/b?start=one"],
        ["Tom", "", "https://t.me/b?start=two"],
    ]
