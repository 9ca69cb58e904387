import asyncio

from bot.telegram.client import Client
from bot.telegram.menu import Menu, register
from tests.telegram_server import TelegramServer, faults

MENUS = (
    Menu(
        commands=(("start", "Begin or continue"), ("canvas", "See your canvas")),
        description="Coaches founders through the backstage of their canvas.",
        short_description="A coach for your canvas.",
    ),
    Menu(commands=(("start", "Beginnen oder weitermachen"),), language="de"),
)
CHANGES = ("setMyCommands", "setMyDescription", "setMyShortDescription")


async def test_people_see_commands_and_descriptions(server: TelegramServer, client: Client) -> None:
    await register(client.bot, MENUS)
    profile = server.world.profile
    assert [list(commands) for commands in profile.commands.values()] == [
        [
            {"command": "start", "description": "Begin or continue"},
            {"command": "canvas", "description": "See your canvas"},
        ],
        [{"command": "start", "description": "Beginnen oder weitermachen"}],
    ]
    assert profile.descriptions[""] == "Coaches founders through the backstage of their canvas."
    assert profile.short_descriptions[""] == "A coach for your canvas."
    assert profile.menu_buttons[None] == {"type": "commands"}


async def test_what_has_not_changed_is_not_told_again(server: TelegramServer, client: Client) -> None:
    await register(client.bot, MENUS)
    before = {method: len(server.calls.of(method)) for method in CHANGES}
    await register(client.bot, MENUS)
    assert {method: len(server.calls.of(method)) for method in CHANGES} == before


async def test_a_menu_that_cannot_be_registered_keeps_nobody_waiting(
    server: TelegramServer, client: Client
) -> None:
    server.faults.arrange(faults.flood(3600), method="setMyCommands")
    async with asyncio.timeout(5):
        await register(client.bot, MENUS)
    assert server.world.profile.commands == {}
