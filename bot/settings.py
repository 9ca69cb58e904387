"""Settings: read from the environment and from `.env`, all named `BACKSTAGE_...`."""

from __future__ import annotations

import re
from contextlib import suppress
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias, TypeVar
from urllib.parse import urlsplit

import msgspec
import platformdirs
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from conversations.errors import BackstageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic import ValidationInfo

PREFIX = "BACKSTAGE_"
DATABASES = ("sqlite", "postgresql")
HIGHEST_PORT = 65535

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{30,}")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_LISTEN = re.compile(r"(?P<host>\[[0-9a-fA-F:.]+\]|[^\s:/\[\]]+):(?P<port>\d{1,5})")


class Trouble(Enum):
    """What is wrong with a setting."""

    MISSING = "missing"
    MALFORMED = "malformed"


class Problem(msgspec.Struct, frozen=True):
    """A setting that can't be used: `name` as a person writes it, `field` of `Settings` it would fill."""

    name: str
    field: str
    trouble: Trouble


class SettingsError(BackstageError):
    """Settings are missing or malformed. Holds their names, never their values."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{problem.name}: {problem.trouble.value}" for problem in problems))
        self.problems = problems


def data_folder() -> Path:
    """Give the folder where this user's data is kept; it need not exist yet."""
    return platformdirs.user_data_path("backstage", appauthor=False)


def file_url(name: str) -> str:
    """Give the database URL of a SQLite file in the data folder."""
    return f"sqlite:///{data_folder() / name}"


def make_data_folder(url: str) -> None:
    """Make the data folder where the URL's file is kept there. Any other folder is the operator's to make.

    What can't be made is told of when the file is opened.
    """
    if url.startswith(f"sqlite:///{data_folder()}"):
        with suppress(OSError):
            data_folder().mkdir(parents=True, exist_ok=True)


def checked_database(url: str) -> str:
    """Give the URL back if it names a SQLite file or a PostgreSQL database; ValueError where it doesn't."""
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise ValueError("no database URL") from error
    backend = parsed.get_backend_name()
    if backend not in DATABASES or not parsed.database or ":memory:" in parsed.database:
        raise ValueError("no database that outlives the process")
    return url


def _token(token: SecretStr) -> SecretStr:
    if not _TOKEN.fullmatch(token.get_secret_value()):
        raise ValueError("no bot token")
    return token


def _webhook_secret(secret: SecretStr) -> SecretStr:
    if not _WEBHOOK_SECRET.fullmatch(secret.get_secret_value()):
        raise ValueError("no webhook secret")
    return secret


def _address(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError("no web address")
    if parts.port == 0 or re.search(r"\s", url):
        raise ValueError("no web address")
    return url.rstrip("/")


def _listen(address: str) -> str:
    match = _LISTEN.fullmatch(address)
    if match is None or int(match["port"]) > HIGHEST_PORT:
        raise ValueError("no host:port")
    return address


def _host_and_port(address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":")
    return host.strip("[]"), int(port)


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


Token: TypeAlias = Annotated[SecretStr, AfterValidator(_token)]
WebhookSecret: TypeAlias = Annotated[SecretStr, AfterValidator(_webhook_secret)]
Database: TypeAlias = Annotated[str, AfterValidator(checked_database)]
Listen: TypeAlias = Annotated[str, AfterValidator(_listen)]
Web: TypeAlias = Annotated[str, AfterValidator(_address)]
Kind = TypeVar("Kind", bound="StoreSettings")
LogLevel: TypeAlias = Annotated[
    Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"], BeforeValidator(_upper)
]
LogFormat: TypeAlias = Annotated[Literal["auto", "json", "console"], BeforeValidator(_lower)]


class StoreSettings(BaseSettings):
    """Where the bot keeps everything: all that is needed to look at it."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        use_attribute_docstrings=True,
        validate_default=True,
    )

    database_url: Database = Field(default_factory=lambda: file_url("backstage.sqlite3"), repr=False)
    """Where conversations are kept: `sqlite:////path/to/file.sqlite3` or `postgresql://user@host/name`.

    Without it, one SQLite file in the user's data folder.
    """


class Settings(StoreSettings):
    """What an operator can set. A variable is a field's name in capitals after `BACKSTAGE_`."""

    telegram_token: Token
    """The bot's token, as BotFather gave it: digits, a colon, 35 characters."""

    telegram_api_url: Web = "https://api.telegram.org"
    """The Bot API server to speak to; operators may run their own, such as `http://127.0.0.1:8081`."""

    webhook_url: Web | None = None
    """The public address that Telegram shall post updates to. Without it, the bot asks for them (polling)."""

    webhook_secret: WebhookSecret | None = None
    """What Telegram proves itself with: 1 to 256 of `A-Z a-z 0-9 _ -`. Needed beside a webhook's URL."""

    webhook_listen: Listen = "127.0.0.1:8080"
    """Where the webhook's own server listens, as `host:port`; the public address leads there."""

    metrics_listen: Listen | None = None
    """Where `/metrics`, `/healthz` and `/readyz` are served, as `host:port`. Without it, nowhere."""

    messages_per_second: Annotated[int, Field(ge=1, le=100_000)] = 30
    """How many messages a second the bot sends at most, to all chats together."""

    log_level: LogLevel = "INFO"
    """The least serious line that is logged: DEBUG, INFO, WARNING, ERROR or CRITICAL."""

    log_format: LogFormat = "auto"
    """How log lines look: `json`, `console`, or `auto`, which is console in a terminal and JSON elsewhere."""

    @field_validator("webhook_secret", mode="after")
    @classmethod
    def _needed_beside_a_url(cls, secret: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        if secret is None and info.data.get("webhook_url") is not None:
            raise PydanticCustomError("missing", "needed beside a webhook's URL")
        return secret

    @property
    def webhook_host(self) -> str:
        """The host to listen on, an IPv6 address without its brackets."""
        return _host_and_port(self.webhook_listen)[0]

    @property
    def webhook_port(self) -> int:
        """The port to listen on."""
        return _host_and_port(self.webhook_listen)[1]

    @property
    def metrics_at(self) -> tuple[str, int] | None:
        """Host and port to show metrics at; None for nowhere."""
        return _host_and_port(self.metrics_listen) if self.metrics_listen else None


def load_settings() -> Settings:
    """Give the settings of this process. Raises `SettingsError` naming all that are missing or malformed."""
    return _loaded(Settings)


def load_store_settings() -> StoreSettings:
    """Give where the bot keeps everything; no token is needed. Raises `SettingsError`."""
    return _loaded(StoreSettings)


def _loaded(kind: type[Kind]) -> Kind:
    try:
        return kind.model_validate({})
    except ValidationError as error:
        # Without `from`: a validation error's text is the one place here that could hold a value.
        raise SettingsError(tuple(_problems(error))) from None
    except OSError:
        raise SettingsError((_UNREADABLE_FILE,)) from None


_UNREADABLE_FILE = Problem(".env", "env_file", Trouble.MALFORMED)


def _problems(error: ValidationError) -> Iterator[Problem]:
    for detail in error.errors(include_input=False, include_context=False, include_url=False):
        field = str(detail["loc"][0]) if detail["loc"] else ""
        trouble = Trouble.MISSING if detail["type"] == "missing" else Trouble.MALFORMED
        # What belongs to no field went wrong before there were any: while the file was read.
        yield Problem(f"{PREFIX}{field.upper()}", field, trouble) if field else _UNREADABLE_FILE
