"""my_chat_member updates: the bot joins, is promoted, is blocked, is removed."""

from tests.telegram_server.chats import Chat, User
from tests.telegram_server.objects import JsonObject
from tests.telegram_server.world import World

STATUS = {"unmet": "left", "blocked": "kicked", "deactivated": "kicked"}
RIGHTS = (
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_post_messages",
    "can_edit_messages",
)


def membership(bot: User, standing: str) -> JsonObject:
    status = STATUS.get(standing, standing)
    values: JsonObject = {"user": bot.json(), "status": status}
    if status == "kicked":
        values["until_date"] = 0
    if status == "administrator":
        values |= dict.fromkeys(RIGHTS, True)
    return values


def stand(world: World, chat: Chat, standing: str, by: User) -> int:
    """Changes where the bot stands in a chat; gives the update's id."""
    before, chat.bot = chat.bot, standing
    chat.changes.happened()
    body: JsonObject = {
        "chat": chat.json(),
        "from": by.json(),
        "date": world.clock.date(),
        "old_chat_member": membership(world.bot, before),
        "new_chat_member": membership(world.bot, standing),
    }
    return world.updates.add("my_chat_member", body, chat.id)
