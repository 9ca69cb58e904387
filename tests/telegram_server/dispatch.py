"""Which declaration and which function stand behind each method's name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.telegram_server import (
    methods_edits,
    methods_files,
    methods_messages,
    methods_profile,
    methods_queries,
    methods_webhook,
    parameters,
)
from tests.telegram_server.calls import Body, understood
from tests.telegram_server.errors import BotApiError
from tests.telegram_server.parameters import Parameters
from tests.telegram_server.world import World

Run = Callable[[World, Any], object]


@dataclass(frozen=True)
class Method:
    """A method of the Bot API; `run` is None for getUpdates, which waits and is answered by the server."""

    declaration: type[Parameters]
    run: Run | None

    @property
    def name(self) -> str:
        name = self.declaration.__name__
        return name[0].lower() + name[1:]


METHODS = {
    method.name: method
    for method in (
        Method(parameters.GetUpdates, None),
        Method(parameters.GetMe, methods_profile.get_me),
        Method(parameters.SetWebhook, methods_webhook.set_webhook),
        Method(parameters.DeleteWebhook, methods_webhook.delete_webhook),
        Method(parameters.GetWebhookInfo, methods_webhook.get_webhook_info),
        Method(parameters.SendMessage, methods_messages.send_message),
        Method(parameters.SendDocument, methods_files.send_document),
        Method(parameters.SendPhoto, methods_files.send_photo),
        Method(parameters.SendChatAction, methods_messages.send_chat_action),
        Method(parameters.EditMessageText, methods_edits.edit_message_text),
        Method(parameters.EditMessageCaption, methods_edits.edit_message_caption),
        Method(parameters.EditMessageMedia, methods_edits.edit_message_media),
        Method(parameters.EditMessageReplyMarkup, methods_edits.edit_message_reply_markup),
        Method(parameters.DeleteMessage, methods_messages.delete_message),
        Method(parameters.DeleteMessages, methods_messages.delete_messages),
        Method(parameters.PinChatMessage, methods_messages.pin_chat_message),
        Method(parameters.UnpinChatMessage, methods_messages.unpin_chat_message),
        Method(parameters.AnswerCallbackQuery, methods_queries.answer_callback_query),
        Method(parameters.AnswerInlineQuery, methods_queries.answer_inline_query),
        Method(parameters.SetMyCommands, methods_profile.set_my_commands),
        Method(parameters.GetMyCommands, methods_profile.get_my_commands),
        Method(parameters.DeleteMyCommands, methods_profile.delete_my_commands),
        Method(parameters.SetMyName, methods_profile.set_my_name),
        Method(parameters.SetMyDescription, methods_profile.set_my_description),
        Method(parameters.GetMyDescription, methods_profile.get_my_description),
        Method(parameters.SetMyShortDescription, methods_profile.set_my_short_description),
        Method(parameters.GetMyShortDescription, methods_profile.get_my_short_description),
        Method(parameters.SetChatMenuButton, methods_profile.set_chat_menu_button),
        Method(parameters.GetChat, methods_profile.get_chat),
        Method(parameters.LeaveChat, methods_profile.leave_chat),
        Method(parameters.GetFile, methods_files.get_file),
    )
}
BY_LOWER_NAME = {name.lower(): method for name, method in METHODS.items()}


def method_named(name: str) -> Method:
    """The method, whatever its capitals, as with Telegram.

    Raises BotApiError (404) where there is none, or this server doesn't know it.
    """
    try:
        return BY_LOWER_NAME[name.lower()]
    except KeyError:
        raise BotApiError(404, "Not Found: method not found") from None


def run(world: World, name: str, body: Body) -> object:
    """What the call gives back.

    Raises BotApiError where it is refused, or has to wait as getUpdates does.
    """
    method = method_named(name)
    if method.run is None:
        raise BotApiError(400, "Bad Request: this method can't be called here")
    return method.run(world, understood(method.name, method.declaration, body))
