"""Methods about the bot itself and the chats it is in."""

import json
import re

import msgspec

from tests.telegram_server.calls import Call
from tests.telegram_server.errors import bad_request
from tests.telegram_server.objects import BotCommand, JsonObject
from tests.telegram_server.parameters import (
    DeleteMyCommands,
    GetChat,
    GetMe,
    GetMyCommands,
    GetMyDescription,
    GetMyShortDescription,
    LeaveChat,
    SetChatMenuButton,
    SetMyCommands,
    SetMyDescription,
    SetMyName,
    SetMyShortDescription,
)
from tests.telegram_server.world import World

SCOPES: dict[str, set[str]] = {
    "default": set(),
    "all_private_chats": set(),
    "all_group_chats": set(),
    "all_chat_administrators": set(),
    "chat": {"chat_id"},
    "chat_administrators": {"chat_id"},
    "chat_member": {"chat_id", "user_id"},
}
MENU_BUTTONS: dict[str, set[str]] = {"commands": set(), "default": set(), "web_app": {"text", "web_app"}}
COMMAND = re.compile(r"[a-z0-9_]{1,32}")


def get_me(world: World, _: Call[GetMe]) -> JsonObject:
    return world.bot.json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": world.reads_all_groups,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def scope_key(scope: JsonObject | None) -> str:
    """A scope in one canonical spelling.

    Raises BotApiError where there is no such scope.
    """
    scope = scope or {"type": "default"}
    needed = SCOPES.get(str(scope.get("type")))
    if needed is None or set(scope) != needed | {"type"}:
        raise bad_request("can't parse BotCommandScope: unsupported type or fields specified")
    return json.dumps(scope, sort_keys=True)


def set_my_commands(world: World, call: Call[SetMyCommands]) -> bool:
    asked = call.parameters
    for each in asked.commands:
        check_command(each)
    names = [each.command for each in asked.commands]
    if len(names) != len(set(names)):
        raise bad_request("a command is listed twice (strict test server)")
    key = (scope_key(asked.scope), asked.language_code)
    world.profile.commands[key] = [msgspec.to_builtins(each) for each in asked.commands]
    return True


def check_command(each: BotCommand) -> None:
    if not COMMAND.fullmatch(each.command):
        raise bad_request("BOT_COMMAND_INVALID")


def get_my_commands(world: World, call: Call[GetMyCommands]) -> list[JsonObject]:
    key = (scope_key(call.parameters.scope), call.parameters.language_code)
    return world.profile.commands.get(key, [])


def delete_my_commands(world: World, call: Call[DeleteMyCommands]) -> bool:
    key = (scope_key(call.parameters.scope), call.parameters.language_code)
    world.profile.commands.pop(key, None)
    return True


def set_my_name(world: World, call: Call[SetMyName]) -> bool:
    world.profile.names[call.parameters.language_code] = call.parameters.name
    return True


def set_my_description(world: World, call: Call[SetMyDescription]) -> bool:
    world.profile.descriptions[call.parameters.language_code] = call.parameters.description
    return True


def get_my_description(world: World, call: Call[GetMyDescription]) -> JsonObject:
    return {"description": world.profile.descriptions.get(call.parameters.language_code, "")}


def set_my_short_description(world: World, call: Call[SetMyShortDescription]) -> bool:
    world.profile.short_descriptions[call.parameters.language_code] = call.parameters.short_description
    return True


def get_my_short_description(world: World, call: Call[GetMyShortDescription]) -> JsonObject:
    return {"short_description": world.profile.short_descriptions.get(call.parameters.language_code, "")}


def set_chat_menu_button(world: World, call: Call[SetChatMenuButton]) -> bool:
    button = call.parameters.menu_button or {"type": "default"}
    needed = MENU_BUTTONS.get(str(button.get("type")))
    if needed is None or set(button) != needed | {"type"}:
        raise bad_request("can't parse menu button: unsupported type or fields specified")
    if call.parameters.chat_id is not None and world.chat(call.parameters.chat_id).type != "private":
        raise bad_request("menu buttons are for private chats (strict test server)")
    world.profile.menu_buttons[call.parameters.chat_id] = button
    return True


def get_chat(world: World, call: Call[GetChat]) -> JsonObject:
    chat = world.chat(call.parameters.chat_id)
    if chat.type != "private":
        chat = world.writable_chat(chat.id)
    full: JsonObject = chat.json() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            False,
        ),
    }
    if chat.pinned:
        full["pinned_message"] = chat.messages[chat.pinned[-1]].json()
    return full


def leave_chat(world: World, call: Call[LeaveChat]) -> bool:
    chat = world.writable_chat(call.parameters.chat_id)
    if chat.type == "private":
        raise bad_request("chat_id is not a group (strict test server)")
    chat.bot = "left"
    chat.changes.happened()
    return True
