"""The bot on Telegram, from start to stop: intake, delivery, sweep and reminders together."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import structlog

from bot.agenda import Agenda
from bot.delivery import Delivery, Pace, pause
from bot.delivery.sharing import SharedBucket
from bot.fellows import NoFellows
from bot.fulfilment import Fulfilment, Skills
from bot.sharing import Offer
from bot.telegram.addresses import start_address
from bot.telegram.client import Client
from bot.telegram.decoding import Decoder
from bot.telegram.downloading import Downloads
from bot.telegram.inlining import Inlining
from bot.telegram.insisting import insist
from bot.telegram.intake import Intake
from bot.telegram.menu import Menu, register
from bot.telegram.overheard import OverheardTransport
from bot.telegram.polling import Polling
from bot.telegram.readiness import Readiness
from bot.telegram.sending import TelegramMessenger
from bot.telegram.webhook import Listening, Webhook
from bot.watching.watch import Watch
from conversations.errors import BackstageError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

    from bot.fellows import Fellows
    from bot.seams import TurnStore
    from bot.sharing import Inquiry
    from bot.turns import Reached

LOOK_EVERY = 4.0
TIDY_EVERY = 60.0
DRAIN = 3.5
"""Seconds; with what the carrier takes to stop, a bot is gone within 5."""

log = structlog.get_logger(__name__)


def _unwatched(_step: str) -> None:
    """Take no notice: nobody watches in production."""


def _unknown(_bot: int, _start_address: str) -> None:
    """Take no notice of what links to the bot begin with."""


async def _nothing_to_share(_inquiry: Inquiry) -> Offer:
    """Share nothing: without a label there is no button either."""
    return Offer()


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What a bot on Telegram is made of; the composition root brings it.

    `skills` do what turns ask for, and are closed in the end. `introduce` hears the bot's id, and what a
    link's token is put behind to be followed to it; `offer` tells what somebody may share. `watch` is told
    what happens. Setting `stopping` ends a run as SIGTERM and SIGINT do; setting `waking` has what is due
    looked at now, as once a minute.
    """

    token: str = field(repr=False)
    api_url: str
    store: TurnStore
    menus: tuple[Menu, ...] = ()
    pace: Pace = field(default_factory=Pace)
    skills: Skills = field(default_factory=Skills)
    introduce: Callable[[int, str], None] = _unknown
    offer: Callable[[Inquiry], Awaitable[Offer]] = _nothing_to_share
    watch: Watch = field(default_factory=Watch)
    fellows: Fellows = field(default_factory=NoFellows)
    reached: Reached = _unwatched
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    waking: asyncio.Event = field(default_factory=asyncio.Event)


async def run_polling(parts: Parts) -> None:
    """Run the bot by long polling until it is stopped. Raises `TelegramRefused`."""
    async with _running(parts) as (client, intake):
        if intake is not None:
            await Polling(client, intake, parts.pace, parts.stopping, parts.fellows).run()


async def run_webhook(parts: Parts, listening: Listening) -> None:
    """Run the bot behind a webhook until it is stopped.

    Raises `TelegramRefused`, `WebhookRefused`, and `OSError` where the port is taken.
    """
    async with _running(parts) as (client, intake):
        if intake is not None:
            webhook = Webhook(intake, listening, listening.path(parts.token), _ready(parts, client))
            await webhook.run(client, parts.pace, parts.stopping, parts.fellows)


@contextlib.asynccontextmanager
async def _running(parts: Parts) -> AsyncIterator[tuple[Client, Intake | None]]:
    """Give client and intake with all beside them under way; no intake where it stops before it began."""
    with _signals(parts.stopping):
        transport = OverheardTransport(parts.watch.telegram_failed)
        async with (
            Client(parts.token, parts.api_url, transport) as client,
            parts.watch.pages(_ready(parts, client)),
        ):
            me = await insist("getMe", client.bot.get_me, parts.pace, parts.stopping)
            if me is None:
                yield client, None
                return
            downloads = Downloads(client, parts.pace)
            skills = replace(parts.skills, fetch=downloads.fetch)
            fulfilment = Fulfilment(parts.store, skills, parts.pace)
            parts.introduce(client.id, start_address(me.username or ""))
            delivery = _delivery(parts, client, fulfilment)
            inlining = Inlining(client, parts.offer)
            intake = Intake(
                decoder=Decoder(client.id, me.username or ""),
                store=parts.store,
                delivery=delivery,
                reached=parts.reached,
                offer=inlining.answer,
                ask=fulfilment.carry,
                watch=parts.watch,
                wake=parts.waking.set,
            )
            parts.watch.depth("turns", lambda: intake.taking)
            parts.watch.depth("lanes", lambda: delivery.lanes)
            parts.watch.depth("requests", lambda: fulfilment.running)
            fulfilment.begin(intake.take)
            fulfilment.make_ready()
            async with _beside(parts, client, intake, fulfilment):
                log.info("running", bot=client.id)
                yield client, intake
            await inlining.close()
            log.info("stopped")


def _delivery(parts: Parts, client: Client, fulfilment: Fulfilment) -> Delivery:
    return Delivery(
        parts.store,
        parts.watch.messenger(TelegramMessenger(client, fulfilment.drawn)),
        parts.pace,
        bucket=SharedBucket(parts.pace, parts.fellows, client.id) if parts.fellows.any else None,
        answers=client.answers,
        reached=parts.reached,
    )


def _ready(parts: Parts, client: Client) -> Readiness:
    return Readiness(parts.store.answers, client.answers, parts.pace.now)


@contextlib.asynccontextmanager
async def _beside(
    parts: Parts, client: Client, intake: Intake, fulfilment: Fulfilment
) -> AsyncIterator[None]:
    """Sweep, look after what is due and register the menu meanwhile; at the end send what can be sent."""
    sweep = asyncio.create_task(intake.delivery.sweep_for_ever())
    agenda = Agenda(parts.store, intake.delivery.room, parts.pace, parts.waking)
    due = asyncio.create_task(agenda.keep(intake.take, parts.stopping))
    tidy = asyncio.create_task(_look_after(parts, fulfilment))
    menu = asyncio.create_task(register(client.bot, parts.menus))
    try:
        yield
    finally:
        parts.stopping.set()
        parts.waking.set()
        menu.cancel()
        await tidy
        await fulfilment.close()
        await intake.delivery.drain(DRAIN)
        await due
        await sweep
        await asyncio.gather(menu, return_exceptions=True)


async def _look_after(parts: Parts, fulfilment: Fulfilment) -> None:
    """Take up what was left unanswered, and tidy up now and then."""
    stopped = parts.stopping.is_set()
    tidy_from = parts.pace.now()
    while not stopped:
        try:
            await fulfilment.look()
            if parts.pace.now() >= tidy_from:
                await parts.store.prune()
                tidy_from = parts.pace.now() + TIDY_EVERY
        except BackstageError as error:
            log.warning("not looked after", kind=type(error).__name__)
        stopped = await pause(parts.pace, LOOK_EVERY, parts.stopping)


@contextlib.contextmanager
def _signals(stopping: asyncio.Event) -> Iterator[None]:
    """Stop on SIGTERM and SIGINT, where the platform lets a loop hear of them."""
    loop = asyncio.get_running_loop()
    heard = []
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, stopping.set)
            heard.append(number)
    try:
        yield
    finally:
        for number in heard:
            loop.remove_signal_handler(number)
