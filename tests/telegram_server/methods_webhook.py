"""setWebhook and its kin."""

import re
from urllib.parse import urlsplit

from tests.telegram_server.calls import Call
from tests.telegram_server.errors import bad_request
from tests.telegram_server.objects import JsonObject
from tests.telegram_server.parameters import DeleteWebhook, GetWebhookInfo, SetWebhook
from tests.telegram_server.webhooks import LOCAL_HOSTS
from tests.telegram_server.world import Webhook, World

SECRET = re.compile(r"[A-Za-z0-9_-]+")


def set_webhook(world: World, call: Call[SetWebhook]) -> bool:
    asked = call.parameters
    if asked.url:
        address = urlsplit(asked.url)
        local = address.scheme == "http" and address.hostname in LOCAL_HOSTS
        if not local and (address.scheme != "https" or not address.hostname):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        if asked.secret_token is not None and not SECRET.fullmatch(asked.secret_token):
            raise bad_request("secret token contains unallowed characters")
    world.updates.allow(asked.allowed_updates)
    if asked.drop_pending_updates:
        world.updates.drop()
    if asked.url:
        replace_webhook(world, Webhook(asked.url, asked.secret_token, asked.max_connections))
    else:
        replace_webhook(world, Webhook())
    return True


def replace_webhook(world: World, webhook: Webhook) -> None:
    if not webhook.goes_as(world.webhook):
        webhook.version = world.webhook.version + 1
        world.webhook = webhook
    world.changes.happened()


def delete_webhook(world: World, call: Call[DeleteWebhook]) -> bool:
    if call.parameters.drop_pending_updates:
        world.updates.drop()
    replace_webhook(world, Webhook())
    return True


def get_webhook_info(world: World, _: Call[GetWebhookInfo]) -> JsonObject:
    webhook = world.webhook
    info: JsonObject = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
    }
    if webhook.url:
        info["max_connections"] = webhook.max_connections
    if webhook.last_error:
        info |= {"last_error_date": webhook.last_error_at, "last_error_message": webhook.last_error}
    if world.updates.allowed is not None:
        info["allowed_updates"] = world.updates.allowed
    return info
