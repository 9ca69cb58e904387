"""At rest: what a message surely says is written down, a clause at a time; the rest waits under "To sort"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.interview.clause_taking import Taking
from conversations.interview.forms.items import with_currency_of
from conversations.interview.settling import settle
from conversations.reading.remarks import Remark, classify_remark
from conversations.reading.text import clean_text
from conversations.words.text import say

if TYPE_CHECKING:
    from conversations.interview.turn import Turn


def hear_at_rest(turn: Turn, text: str) -> None:
    """Take text while no question is open."""
    said = clean_text(text).strip()
    if not said:
        turn.say(say("puzzled.empty"))
        return
    remark = classify_remark(said)
    if remark is not None:
        turn.say(say(_REMARKS.get(remark, "rest.hello")))
        return
    take_change(turn, said)


_REMARKS = {Remark.HELP: "help.text", Remark.CLARIFY: "help.text", Remark.STOP: "pause.nothing"}


def take_change(turn: Turn, said: str) -> None:
    """Write down what a message surely says, a clause at a time; keep the rest under "To sort"."""
    taking = Taking(with_currency_of(turn.canvas, said), turn.now.date())
    taking.hear(said)
    settle(turn, taking)
