"""Who answered when: bars in the chat, and files that no spreadsheet computes."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from bot.documents.tables import as_csv, as_workbook
from bot.words import load_catalogue
from conversations.tables import Table
from conversations.words.text import say
from tests.bot.cohorts.acting import in_a_cohort, sees_all

if TYPE_CHECKING:
    from tests.running import RunningBot
    from tests.telegram_server import Person, TelegramServer


async def test_participation_is_shown_and_handed_over(
    server: TelegramServer, bot: RunningBot, ana: Person, lena: Person
) -> None:
    await in_a_cohort(bot, ana, lena)
    await sees_all(bot, lena, "/checkin", "[Nothing new]", "=1+1 cash is short", "[Yes]")
    (shown,) = await sees_all(bot, ana, "/cohort", "[Harbour Lab]", "[📊 Who answered]")
    assert "▇▇▇▇▇▇▇▇▇▇▇▇ week 1: 1 of 1" in shown.text
    (file,) = await sees_all(bot, ana, "[CSV]")
    rows = list(csv.reader(io.StringIO(server.file(str(file.file_id)).decode("utf-8-sig"))))
    assert rows[0][:2] == ["Venture", "Founders"]
    assert rows[1][0] == "Bean Wheels"
    assert rows[1][-1] == "answered"
    (file,) = await sees_all(bot, ana, "[Excel]")
    with zipfile.ZipFile(io.BytesIO(server.file(str(file.file_id)))) as book:
        names = book.namelist()
        assert "xl/charts/chart1.xml" in names
        sheets = "".join(book.read(name).decode() for name in names if "worksheets/sheet" in name)
        strings = book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheets
    assert "=1+1 cash is short" in strings
    assert "3.20" not in strings


@given(st.text(max_size=20))
def test_no_cell_is_ever_computed(words: str) -> None:
    name = say("cohort.named", name="Sheet")
    table = Table(name=name, head=(name,), rows=((words,),))
    read = csv.reader(io.StringIO(as_csv(table, load_catalogue()).decode("utf-8-sig"), newline=""))
    cell = [row[0] for row in read if row][-1] if words else ""
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    with zipfile.ZipFile(io.BytesIO(as_workbook((table,), load_catalogue()))) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
