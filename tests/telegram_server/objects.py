"""The Bot API's objects that a bot sends inside parameters, field by field as in the specification."""

from dataclasses import dataclass
from typing import Annotated

import msgspec

JsonObject = dict[str, object]


@dataclass(frozen=True)
class Limit:
    """How much a field may hold: least and most, counted in `unit`.

    Units: characters (code points), bytes (UTF-8), items, value, parsed (characters of what is left
    once entities are parsed, checked where they are). `error` is Telegram's own text, if it has one.
    """

    least: int
    most: int
    unit: str
    error: str = ""


@dataclass(frozen=True)
class Takes:
    """The specification's names of what a field takes, where its Python type doesn't tell."""

    names: tuple[str, ...]


TEXT = Limit(1, 4096, "parsed", "message is too long")
CAPTION = Limit(0, 1024, "parsed", "message caption is too long")


class Object(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """An object of the Bot API: named as there, with no fields but the declared ones."""


class WebAppInfo(Object):
    url: str


class CopyTextButton(Object):
    text: Annotated[str, Limit(1, 256, "characters")]


class SwitchInlineQueryChosenChat(Object):
    query: str | None = None
    allow_user_chats: bool | None = None
    allow_bot_chats: bool | None = None
    allow_group_chats: bool | None = None
    allow_channel_chats: bool | None = None


class InlineKeyboardButton(Object):
    text: str
    style: str | None = None
    url: str | None = None
    callback_data: Annotated[str, Limit(1, 64, "bytes", "BUTTON_DATA_INVALID")] | None = None
    web_app: WebAppInfo | None = None
    switch_inline_query: str | None = None
    switch_inline_query_current_chat: str | None = None
    switch_inline_query_chosen_chat: SwitchInlineQueryChosenChat | None = None
    copy_text: CopyTextButton | None = None


class InlineKeyboardMarkup(Object):
    inline_keyboard: list[list[InlineKeyboardButton]]


class KeyboardButton(Object):
    text: str
    style: str | None = None
    request_contact: bool | None = None
    request_location: bool | None = None
    web_app: WebAppInfo | None = None


class ReplyKeyboardMarkup(Object):
    keyboard: list[list[KeyboardButton]]
    is_persistent: bool | None = None
    resize_keyboard: bool | None = None
    one_time_keyboard: bool | None = None
    input_field_placeholder: Annotated[str, Limit(1, 64, "characters")] | None = None
    selective: bool | None = None


class ReplyKeyboardRemove(Object):
    remove_keyboard: bool
    selective: bool | None = None


class ForceReply(Object):
    force_reply: bool
    input_field_placeholder: Annotated[str, Limit(1, 64, "characters")] | None = None
    selective: bool | None = None


class MessageEntity(Object):
    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None
    custom_emoji_id: str | None = None


class ReplyParameters(Object):
    message_id: int
    chat_id: int | str | None = None
    allow_sending_without_reply: bool | None = None
    quote: Annotated[str, Limit(0, 1024, "parsed", "QUOTE_TEXT_INVALID")] | None = None
    quote_parse_mode: str | None = None
    quote_entities: list[MessageEntity] | None = None
    quote_position: int | None = None


class LinkPreviewOptions(Object):
    is_disabled: bool | None = None
    url: str | None = None
    prefer_small_media: bool | None = None
    prefer_large_media: bool | None = None
    show_above_text: bool | None = None


class BotCommand(Object):
    command: Annotated[str, Limit(1, 32, "characters", "BOT_COMMAND_INVALID")]
    description: Annotated[str, Limit(1, 256, "characters", "BOT_COMMAND_DESCRIPTION_INVALID")]


class InputMediaPhoto(Object, tag="photo", tag_field="type"):
    media: str
    caption: Annotated[str, CAPTION] | None = None
    parse_mode: str | None = None
    caption_entities: list[MessageEntity] | None = None
    show_caption_above_media: bool | None = None
    has_spoiler: bool | None = None


class InputMediaDocument(Object, tag="document", tag_field="type"):
    media: str
    thumbnail: str | None = None
    caption: Annotated[str, CAPTION] | None = None
    parse_mode: str | None = None
    caption_entities: list[MessageEntity] | None = None
    disable_content_type_detection: bool | None = None


class InputTextMessageContent(Object):
    message_text: Annotated[str, Limit(1, 4096, "parsed", "message is too long")]
    parse_mode: str | None = None
    entities: list[MessageEntity] | None = None
    link_preview_options: LinkPreviewOptions | None = None


class InlineQueryResultArticle(Object, tag="article", tag_field="type"):
    id: Annotated[str, Limit(1, 64, "bytes", "RESULT_ID_INVALID")]
    title: str
    input_message_content: Annotated[InputTextMessageContent, Takes(("InputMessageContent",))]
    reply_markup: InlineKeyboardMarkup | None = None
    url: str | None = None
    description: str | None = None
    thumbnail_url: str | None = None
    thumbnail_width: int | None = None
    thumbnail_height: int | None = None


class InlineQueryResultCachedPhoto(Object, tag="photo", tag_field="type"):
    id: Annotated[str, Limit(1, 64, "bytes", "RESULT_ID_INVALID")]
    photo_file_id: str
    title: str | None = None
    description: str | None = None
    caption: Annotated[str, CAPTION] | None = None
    parse_mode: str | None = None
    caption_entities: list[MessageEntity] | None = None
    show_caption_above_media: bool | None = None
    reply_markup: InlineKeyboardMarkup | None = None
    input_message_content: Annotated[InputTextMessageContent, Takes(("InputMessageContent",))] | None = None


class InlineQueryResultsButton(Object):
    text: str
    web_app: WebAppInfo | None = None
    start_parameter: Annotated[str, Limit(1, 64, "characters", "START_PARAM_INVALID")] | None = None
