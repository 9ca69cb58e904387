import asyncio
from pathlib import Path

import pytest

from bot.rehearsal.session import ADDRESS, PERSON
from bot.turns import Address, Arrival
from conversations.interview.events import Event, Said
from conversations.interview.snapshot import Person
from tests.bot.rehearsal.playing import House, opened


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


async def left_behind(house: House, address: Address, event: Event) -> None:
    """Take a turn and show nothing of it, as a sitting does that is killed in between."""
    arrival = Arrival(
        key="rehearsal/killed-1", address=address, person=PERSON, facts=Person("Lena"), event=event
    )
    async with opened(house.database) as store:
        await store.take([arrival])


def test_the_interview_begins_by_itself_and_reads_like_a_dialogue(house: House) -> None:
    intro, _, dialogue = house.piped("Bean Wheels").partition("\n\n")

    assert "number" in intro
    assert dialogue == (
        "Hello, Lena.\n"
        "\n"
        "What's its name?\n"
        "  [1] No name yet  [2] Example\n"
        "\n"
        "you › Bean Wheels\n"
        "\n"
        "Noted 1: Bean Wheels\n"
        "\n"
        "Your place is kept: the same command goes on from here.\n"
    )


def test_a_number_taps_and_the_echo_names_the_button(house: House) -> None:
    printed = house.piped("/stage", "2")

    assert "you › 2 (Not open yet)\n\ntapped pre\n" in printed


def test_a_button_with_an_address_shows_it_and_has_no_number(house: House) -> None:
    assert "  [1] Just an idea  [2] Not open yet\n  Site: https://a.example\n" in house.piped("/stage")


def test_buttons_that_were_taken_off_are_no_longer_tapped(house: House) -> None:
    printed = house.piped("Bean Wheels", "1")

    assert "Noted 2: 1\n" in printed


def test_a_message_unfolds_by_its_new_lines_alone(house: House) -> None:
    printed = house.piped("example")

    assert printed.count("What's its name?") == 1
    assert "✎ 💡 Soap\n" in printed


def test_a_mark_in_a_grid_prints_its_row_alone(house: House) -> None:
    _, _, after = house.piped("/grid", "1").partition("(⬜ Cart)\n")

    assert after.startswith("Up to three\n\n✎ [1] ✅ Cart\n\n")


def test_a_bare_number_answers_a_question_for_numbers(house: House) -> None:
    printed = house.piped("/sale", "1", "#1")

    assert "[#1] Skip" in printed
    assert "Noted 1: 1\n" in printed
    assert "tapped skip" in printed


def test_lines_that_end_in_a_backslash_are_one_answer(house: House) -> None:
    printed = house.piped("Mill: beans\\", "station: pitch")

    assert "you › Mill: beans\n  station: pitch\n" in printed
    assert "Noted 1: Mill: beans\nstation: pitch\n" in printed


def test_an_empty_line_is_no_answer(house: House) -> None:
    printed = house.piped("", "   ", "\\", "Bean Wheels")

    assert "Noted 1: Bean Wheels\n" in printed
    assert printed.count("you ›") == 1


def test_a_backslash_before_the_end_of_input_loses_nothing(house: House) -> None:
    assert "Noted 1: Bean Wheels\n" in house.piped("Bean Wheels\\")


@pytest.mark.parametrize("word", ["/quit", "/exit"])
def test_somebody_can_leave(house: House, word: str) -> None:
    printed = house.piped(word, "unheard")

    assert "unheard" not in printed
    assert printed.endswith("goes on from here.\n")


def test_the_next_sitting_goes_on(house: House) -> None:
    house.piped("Bean Wheels", "Good coffee")
    printed = house.piped("for commuters")

    assert "Again; 2 said." in printed
    assert "Noted 3: for commuters" in printed


def test_a_start_that_a_script_opens_with_is_not_done_twice(house: House) -> None:
    assert "command start" not in house.piped("/start", "Bean Wheels")
    assert "command start" in house.piped("/start")


def test_commands_are_heard(house: House) -> None:
    assert "command edit [rent is 900]" in house.piped("/Edit rent is 900")


def test_what_a_killed_sitting_did_not_show_is_shown_first(house: House) -> None:
    asyncio.run(left_behind(house, ADDRESS, Said("Bean Wheels")))
    printed = house.piped()

    assert printed.index("Noted 1: Bean Wheels") < printed.index("Again; 1 said.")
    assert "Noted" not in house.piped()


def test_what_an_answer_brings_about_is_shown_after_it(house: House) -> None:
    printed = house.piped("/intend reply")
    assert printed.index("command intend") < printed.index("reply happened")


def test_what_has_come_due_between_two_sittings_is_shown_after_the_open_question(house: House) -> None:
    assert "broadcast happened" not in house.piped("/intend broadcast")
    printed = house.piped()
    assert printed.index("Hello, Lena.") < printed.index("broadcast happened")


def test_another_chats_messages_are_not_shown(house: House) -> None:
    asyncio.run(left_behind(house, Address("telegram", bot=7, chat=8), Said("secret soap")))

    assert "secret soap" not in house.piped()


def test_files_are_kept_beside_each_other(house: House) -> None:
    printed = house.piped("/export", "/export")

    assert f"All of it\nSaved as {house.files / 'mine.json'}\n" in printed
    assert f"Saved as {house.files / 'mine-2.json'}\n" in printed
    assert (house.files / "mine.json").read_bytes() == b"{}"


def test_a_file_that_cannot_be_kept_is_told_of_and_the_interview_goes_on(house: House) -> None:
    house.files.write_text("in the way")
    printed = house.piped("/export", "Bean Wheels")

    assert "couldn't be saved" in printed
    assert "Noted 1: Bean Wheels" in printed


def test_deleted_messages_are_told_of(house: House) -> None:
    assert "On Telegram, 3 messages would now disappear." in house.piped("/delete")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<b>&amp;", "<b>&amp;"),
        ("a\x00b\x1b[2Jc", "ab[2Jc"),
        ("خبز طازج", "خبز طازج"),
        ("咖啡 ☕ 👩🏽‍🍳", "咖啡 ☕ 👩🏽‍🍳"),
        ("x" * 4000, "x" * 4000),
        ("\\d", "\\d"),
    ],
)
def test_whatever_is_typed_comes_back_as_it_was(house: House, typed: str, shown: str) -> None:
    printed = house.piped(typed)

    assert f"you › {shown}\n" in printed
    assert f"Noted 1: {shown}\n" in printed
