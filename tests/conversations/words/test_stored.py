from datetime import UTC, date, datetime
from decimal import Decimal

import msgspec
import pytest

from conversations.canvas.money import Amount, Period
from conversations.interview.position import (
    Conversation,
    Prompt,
    decode_conversation,
    encode_conversation,
)
from conversations.words.text import Phrase, say

PHRASES = [
    say("bare"),
    say("words", what="2026-01-01", n=3),
    say("number", low=Decimal("1.50")),
    say("day", due=date(2026, 1, 1)),
    say("price", amount=Amount(Decimal(350), Decimal(400), "EUR", Period.MONTH)),
    say("items", added=("Cart", "R&D, mostly testing")),
    say("lines", rows=(say("row", text="Cart"), say("row", text="Van", n=2))),
    say("nested", inside=say("price", amount=Amount(Decimal(1), Decimal(1)))),
]


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.key)
def test_what_stood_above_a_question_is_restored_as_it_was(phrase: Phrase) -> None:
    prompt = Prompt(token="1", question="name", lead=(phrase,), asked_at=datetime(2026, 1, 1, tzinfo=UTC))
    conversation = Conversation(state="name", prompt=prompt)

    assert decode_conversation(encode_conversation(conversation)) == conversation


def test_a_parameter_of_an_unknown_kind_is_refused() -> None:
    prompt = {
        "token": "1",
        "question": "name",
        "asked_at": "2026-01-01T00:00:00Z",
        "lead": [{"type": "phrase", "key": "odd", "params": {"x": {"kind": "odd"}}}],
    }

    with pytest.raises(msgspec.ValidationError):
        decode_conversation(msgspec.json.encode({"prompt": prompt}))
