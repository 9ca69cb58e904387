"""Names of files: whatever a venture is called, every system takes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.file_names import file_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Bean Wheels canvas 2026-11-25", "Bean Wheels canvas 2026-11-25.pdf"),
        ('Soap/Suds: the "best"? canvas', "Soap-Suds- the -best-- canvas.pdf"),
        ("../../etc/passwd canvas", "etc-passwd canvas.pdf"),
        ("مخبز النور canvas", "مخبز النور canvas.pdf"),
        ("two\nlines\x00 canvas", "two lines canvas.pdf"),
        ("\u202egnp.exe", "gnp.exe.pdf"),
        ("CON", "CON_.pdf"),
        ("...", "canvas.pdf"),
        ("", "canvas.pdf"),
    ],
)
def test_a_name_reads_like_the_venture(words: str, name: str) -> None:
    assert file_name(words, ".pdf") == name


@given(st.text(max_size=300))
def test_any_name_can_be_a_file(words: str) -> None:
    name = file_name(words, ".xlsx")
    assert name.endswith(".xlsx")
    assert len(name.encode()) <= 255
    assert not set(name) & set('/\\:*?"<>|\0\n\r\t')
    assert name[0] not in ". "
