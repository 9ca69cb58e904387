"""Addresses at t.me, which open Telegram on the bot."""

from __future__ import annotations


def start_address(username: str) -> str:
    """Give what a token is put behind so that following it sends `/start <token>` to the bot."""
    return f"https://t.me/{username}?start="
