"""Keyboards under messages: read from a call, checked as Telegram checks them."""

import msgspec

from tests.telegram_server.errors import bad_request
from tests.telegram_server.limits import check_limits
from tests.telegram_server.objects import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    JsonObject,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

Keyboard = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply
Rows = list[list[str]]
ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
)
MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
STYLES = (None, "danger", "success", "primary")


def keyboard_from(values: JsonObject | None) -> Keyboard | None:
    """The keyboard in a `reply_markup`.

    Raises BotApiError where Telegram would refuse it.
    """
    if values is None:
        return None
    shapes: tuple[tuple[str, type[Keyboard]], ...] = (
        ("inline_keyboard", InlineKeyboardMarkup),
        ("keyboard", ReplyKeyboardMarkup),
        ("remove_keyboard", ReplyKeyboardRemove),
        ("force_reply", ForceReply),
    )
    for key, shape in shapes:
        if key in values:
            try:
                keyboard = msgspec.convert(values, shape)
            except msgspec.ValidationError as error:
                raise bad_request(f"can't parse reply keyboard markup JSON object: {error}") from None
            check_limits(keyboard)
            check_keyboard(keyboard)
            return None if keyboard == InlineKeyboardMarkup(inline_keyboard=[]) else keyboard
    raise bad_request("object expected as reply markup")


def check_keyboard(keyboard: Keyboard | None) -> None:
    if isinstance(keyboard, InlineKeyboardMarkup):
        buttons = [button for row in keyboard.inline_keyboard for button in row]
        for button in buttons:
            check_button(button)
        check_size(len(buttons), [len(row) for row in keyboard.inline_keyboard])
    elif isinstance(keyboard, ReplyKeyboardMarkup):
        labels = [button.text for row in keyboard.keyboard for button in row]
        if not labels or not all(label.strip() for label in labels):
            raise bad_request("keyboard button text must be non-empty")
        check_size(len(labels), [len(row) for row in keyboard.keyboard])


def check_size(buttons: int, rows: list[int]) -> None:
    if buttons > MOST_BUTTONS or any(size > MOST_IN_A_ROW for size in rows):
        raise bad_request("reply markup is too long")
    if not all(rows):
        raise bad_request("reply markup has an empty row (strict test server)")


def check_button(button: InlineKeyboardButton) -> None:
    parse = "can't parse inline keyboard button"
    if not button.text.strip():
        raise bad_request(f'{parse}: Field "text" must be non-empty')
    if button.style not in STYLES:
        raise bad_request(f"{parse}: unknown style")
    actions = [name for name in ACTIONS if getattr(button, name) is not None]
    if not actions:
        raise bad_request(f"{parse}: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request(f"{parse}: a button has only one of {', '.join(actions)} (strict test server)")
    if button.url is not None and not button.url.startswith(("http://", "https://", "tg://")):
        raise bad_request(f"inline keyboard button URL '{button.url}' is invalid: Wrong HTTP URL")


def inline_rows(keyboard: Keyboard | None) -> tuple[tuple[InlineKeyboardButton, ...], ...]:
    """The buttons of an inline keyboard, row by row; none where there is another keyboard."""
    if not isinstance(keyboard, InlineKeyboardMarkup):
        return ()
    return tuple(tuple(row) for row in keyboard.inline_keyboard)
