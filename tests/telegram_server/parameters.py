"""What each method takes: one declaration a method, named as the method with a capital.

A call with any other parameter is refused. The tests compare these declarations with Telegram's
specification: names, types, which are required, and limits.
"""

from typing import Annotated

import msgspec

from tests.telegram_server.objects import (
    CAPTION,
    TEXT,
    BotCommand,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultCachedPhoto,
    InlineQueryResultsButton,
    InputMediaDocument,
    InputMediaPhoto,
    JsonObject,
    Limit,
    LinkPreviewOptions,
    MessageEntity,
    ReplyParameters,
    Takes,
)

ChatId = int | str
File = Annotated[str, Takes(("InputFile", "String"))]
AnyMarkup = Annotated[
    JsonObject, Takes(("InlineKeyboardMarkup", "ReplyKeyboardMarkup", "ReplyKeyboardRemove", "ForceReply"))
]
Scope = Annotated[JsonObject, Takes(("BotCommandScope",))]
Media = Annotated[InputMediaPhoto | InputMediaDocument, Takes(("InputMedia",))]
Languages = Annotated[str, msgspec.Meta(pattern="^([a-z]{2})?$")]


class Parameters(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The parameters of one call."""


class GetMe(Parameters):
    pass


class GetUpdates(Parameters):
    offset: int | None = None
    limit: Annotated[int, Limit(1, 100, "value")] = 100
    timeout: Annotated[int, msgspec.Meta(ge=0)] = 0
    allowed_updates: list[str] | None = None


class SetWebhook(Parameters):
    url: str
    certificate: Annotated[str, Takes(("InputFile",))] | None = None
    ip_address: str | None = None
    max_connections: Annotated[int, Limit(1, 100, "value")] = 40
    allowed_updates: list[str] | None = None
    drop_pending_updates: bool = False
    secret_token: Annotated[str, Limit(1, 256, "characters", "secret token is too long")] | None = None


class DeleteWebhook(Parameters):
    drop_pending_updates: bool = False


class GetWebhookInfo(Parameters):
    pass


class Sending(Parameters):
    """What every method that sends a message takes."""

    chat_id: ChatId
    message_thread_id: int | None = None
    disable_notification: bool = False
    protect_content: bool = False
    message_effect_id: str | None = None
    reply_parameters: ReplyParameters | None = None
    reply_markup: AnyMarkup | None = None
    parse_mode: str | None = None


class SendMessage(Sending, kw_only=True):
    text: Annotated[str, TEXT]
    entities: list[MessageEntity] | None = None
    link_preview_options: LinkPreviewOptions | None = None


class SendDocument(Sending, kw_only=True):
    document: File
    thumbnail: File | None = None
    caption: Annotated[str, CAPTION] | None = None
    caption_entities: list[MessageEntity] | None = None
    disable_content_type_detection: bool = False


class SendPhoto(Sending, kw_only=True):
    photo: File
    caption: Annotated[str, CAPTION] | None = None
    caption_entities: list[MessageEntity] | None = None
    show_caption_above_media: bool = False
    has_spoiler: bool = False


class Editing(Parameters):
    """What every method that edits a message takes."""

    chat_id: ChatId | None = None
    message_id: int | None = None
    inline_message_id: str | None = None
    reply_markup: InlineKeyboardMarkup | None = None


class EditMessageText(Editing):
    text: Annotated[str, TEXT] | None = None
    parse_mode: str | None = None
    entities: list[MessageEntity] | None = None
    link_preview_options: LinkPreviewOptions | None = None


class EditMessageCaption(Editing):
    caption: Annotated[str, CAPTION] | None = None
    parse_mode: str | None = None
    caption_entities: list[MessageEntity] | None = None
    show_caption_above_media: bool = False


class EditMessageReplyMarkup(Editing):
    pass


class EditMessageMedia(Editing, kw_only=True):
    media: Media


class AnswerCallbackQuery(Parameters):
    callback_query_id: str
    text: Annotated[str, Limit(0, 200, "characters", "MESSAGE_TOO_LONG")] | None = None
    show_alert: bool = False
    url: str | None = None
    cache_time: int = 0


class AnswerInlineQuery(Parameters):
    inline_query_id: str
    results: Annotated[
        list[InlineQueryResultArticle | InlineQueryResultCachedPhoto], Takes(("Array of InlineQueryResult",))
    ]
    cache_time: int = 300
    is_personal: bool = False
    next_offset: str | None = None
    button: InlineQueryResultsButton | None = None


class DeleteMessage(Parameters):
    chat_id: ChatId
    message_id: int


class DeleteMessages(Parameters):
    chat_id: ChatId
    message_ids: Annotated[list[int], Limit(1, 100, "items", "too many message identifiers specified")]


class SendChatAction(Parameters):
    chat_id: ChatId
    action: str
    message_thread_id: int | None = None


class PinChatMessage(Parameters):
    chat_id: ChatId
    message_id: int
    disable_notification: bool = False


class UnpinChatMessage(Parameters):
    chat_id: ChatId
    message_id: int | None = None


class SetMyCommands(Parameters):
    commands: Annotated[list[BotCommand], Limit(0, 100, "items", "BOT_COMMANDS_TOO_MUCH")]
    scope: Scope | None = None
    language_code: Languages = ""


class GetMyCommands(Parameters):
    scope: Scope | None = None
    language_code: Languages = ""


class DeleteMyCommands(Parameters):
    scope: Scope | None = None
    language_code: Languages = ""


class SetMyName(Parameters):
    name: Annotated[str, Limit(0, 64, "characters")] = ""
    language_code: Languages = ""


class SetMyDescription(Parameters):
    description: Annotated[str, Limit(0, 512, "characters")] = ""
    language_code: Languages = ""


class GetMyDescription(Parameters):
    language_code: Languages = ""


class SetMyShortDescription(Parameters):
    short_description: Annotated[str, Limit(0, 120, "characters")] = ""
    language_code: Languages = ""


class GetMyShortDescription(Parameters):
    language_code: Languages = ""


class SetChatMenuButton(Parameters):
    chat_id: int | None = None
    menu_button: Annotated[JsonObject, Takes(("MenuButton",))] | None = None


class GetChat(Parameters):
    chat_id: ChatId


class LeaveChat(Parameters):
    chat_id: ChatId


class GetFile(Parameters):
    file_id: str
