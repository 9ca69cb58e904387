"""Moments as they are stored: whole milliseconds since 1970, UTC."""

from datetime import UTC, datetime


def millis(moment: datetime) -> int:
    """Give a moment (aware) in milliseconds since 1970."""
    return int(moment.timestamp() * 1000)


def moment(milliseconds: int) -> datetime:
    """Give the moment, in UTC, of milliseconds since 1970."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC)
