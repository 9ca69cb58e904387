"""A text too long for one message, pasted: Telegram's apps cut it into several."""

from __future__ import annotations

from datetime import timedelta

from tests.conversations.interview.bench import Founder

ITEMS = [f"item number {number} of a long list" for number in range(300)]


def pasted(founder: Founder, text: str) -> None:
    while text:
        part = text[:4096]
        if len(text) > 4096:
            part = part[: part.rindex("\n")]
        text = text[len(part) :].lstrip("\n")
        founder.says(part)


def test_what_was_cut_into_several_messages_is_one_answer() -> None:
    lena = Founder()
    lena.skips_to("things")

    pasted(lena, "\n".join(ITEMS))

    resources = [entry.text for entry in lena.canvas.entries]
    assert resources == [item.capitalize() for item in ITEMS]
    assert lena.canvas.answers["things"].words.split() == " ".join(ITEMS).split()
    assert lena.state == "people", "the rest of the paste is no answer to who does the work"
    assert "people" not in lena.canvas.answers


def test_the_next_answer_after_a_long_one_is_an_answer_of_its_own() -> None:
    lena = Founder()
    lena.skips_to("things")
    lena.says("\n".join(ITEMS)[:4000])
    lena.now += timedelta(minutes=1)

    lena.says("me and Tom")

    assert lena.canvas.answers["people"].words == "me and Tom"
