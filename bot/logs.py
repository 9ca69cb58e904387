"""Logs: structlog for our own lines and other libraries' alike, and the last line of defence for secrets.

What people wrote and the token never get here. Should one slip in all the same, two guards stand at the end:
exceptions are logged as types and frames, never with their messages, and everything that looks like a bot's
token is taken out of the finished line.
"""

from __future__ import annotations

import logging
import re
import sys
import traceback
from typing import TYPE_CHECKING

import structlog

from bot.subject import names

if TYPE_CHECKING:
    from structlog.typing import EventDict, Processor, WrappedLogger

TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{30,}")
REDACTED = "[token]"
OURS = ("bot", "conversations")


def redacted(line: str) -> str:
    """Give a line with every bot token taken out."""
    return TOKEN.sub(REDACTED, line)


def anatomy(error: BaseException) -> list[str]:
    """Give an exception and its causes as lines of frames and types, without any message."""
    lines: list[str] = []
    seen: set[int] = set()
    following: BaseException | None = error
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        lines += [
            f"{frame.filename}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(following.__traceback__)
        ]
        lines.append(f"{type(following).__module__}.{type(following).__qualname__}")
        if isinstance(following, BaseExceptionGroup):
            lines += [line for inner in following.exceptions for line in anatomy(inner)]
        hidden = following.__suppress_context__ and following.__cause__ is None
        following = None if hidden else following.__cause__ or following.__context__
    return lines


def set_up_logs(level: str, form: str) -> None:
    """Send all logs to stderr, from `level` on, as `json`, `console` or `auto` (console in a terminal).

    Libraries are heard from WARNING on, whatever the level: below it they log what passes through them.
    """
    console = form == "console" or (form == "auto" and sys.stderr.isatty())
    shared: list[Processor] = [
        _about_what,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _frames_for_messages,
    ]
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[_first_line, *shared],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *_rendering(console=console),
                _without_tokens,
            ],
        )
    )
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(max(logging.getLevelNamesMapping()[level], logging.WARNING))
    for name in OURS:
        logging.getLogger(name).setLevel(level)
    logging.captureWarnings(capture=True)


def _rendering(*, console: bool) -> list[Processor]:
    if console:
        return [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())]
    return [structlog.processors.JSONRenderer(ensure_ascii=False)]


def _about_what(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    return {**names(), **event}


def _frames_for_messages(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    info = event.pop("exc_info", None)
    error = info[1] if isinstance(info, tuple) else sys.exc_info()[1] if info is True else info
    if isinstance(error, BaseException):
        event["error"] = anatomy(error)
    return event


def _first_line(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    # asyncio, for one, puts the exception's own words into the lines that follow.
    event["event"] = str(event["event"]).partition("\n")[0]
    return event


def _without_tokens(_logger: WrappedLogger, _method: str, line: EventDict | str) -> str:
    return redacted(str(line))
