from pathlib import Path

import platformdirs
import pytest

from bot.settings import PREFIX, Settings, SettingsError, Trouble, checked_database, load_settings

TOKEN = "110201543:" + "A" * 35
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def bare_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for field in Settings.model_fields:
        monkeypatch.delenv(PREFIX + field.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKSTAGE_TELEGRAM_TOKEN", TOKEN)


def troubles() -> dict[str, Trouble]:
    with pytest.raises(SettingsError) as caught:
        load_settings()
    return {problem.name: problem.trouble for problem in caught.value.problems}


@pytest.mark.usefixtures("token")
def test_the_token_alone_is_enough() -> None:
    settings = load_settings()

    assert settings.telegram_token.get_secret_value() == TOKEN
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert settings.webhook_url is None
    assert (settings.webhook_host, settings.webhook_port) == ("127.0.0.1", 8080)
    assert settings.messages_per_second == 30
    folder = platformdirs.user_data_dir("backstage", appauthor=False)
    assert settings.database_url == f"sqlite:///{folder}/backstage.sqlite3"


def test_settings_are_read_from_a_file_and_the_environment_lies_over_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text(
        f"BACKSTAGE_TELEGRAM_TOKEN={TOKEN}\nBACKSTAGE_LOG_LEVEL=debug\nBACKSTAGE_LOG_FORMAT=json\nOTHER=1\n"
    )
    monkeypatch.setenv("BACKSTAGE_LOG_FORMAT", "console")

    settings = load_settings()

    assert (settings.log_level, settings.log_format) == ("DEBUG", "console")


def test_a_missing_token_is_missed() -> None:
    assert troubles() == {"BACKSTAGE_TELEGRAM_TOKEN": Trouble.MISSING}


def test_an_empty_setting_counts_as_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKSTAGE_TELEGRAM_TOKEN", "")

    assert troubles() == {"BACKSTAGE_TELEGRAM_TOKEN": Trouble.MISSING}


@pytest.mark.usefixtures("token")
def test_a_webhook_needs_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKSTAGE_WEBHOOK_URL", "https://bot.example.org")

    assert troubles() == {"BACKSTAGE_WEBHOOK_SECRET": Trouble.MISSING}


@pytest.mark.usefixtures("token")
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_TOKEN", "not-a-token"),
        ("TELEGRAM_TOKEN", TOKEN[:20]),
        ("TELEGRAM_TOKEN", f"bot{TOKEN}"),
        ("TELEGRAM_API_URL", "api.telegram.org"),
        ("TELEGRAM_API_URL", "ftp://api.telegram.org"),
        ("TELEGRAM_API_URL", "http://host:notaport"),
        ("DATABASE_URL", "backstage.sqlite3"),
        ("DATABASE_URL", "mysql://localhost/backstage"),
        ("DATABASE_URL", "sqlite://"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("WEBHOOK_URL", "bot.example.org"),
        ("WEBHOOK_SECRET", "with space"),
        ("WEBHOOK_SECRET", "x" * 257),
        ("WEBHOOK_LISTEN", "8080"),
        ("WEBHOOK_LISTEN", "localhost:"),
        ("WEBHOOK_LISTEN", "localhost:99999"),
        ("MESSAGES_PER_SECOND", "0"),
        ("MESSAGES_PER_SECOND", "many"),
        ("LOG_LEVEL", "LOUD"),
        ("LOG_FORMAT", "xml"),
    ],
)
def test_a_malformed_setting_is_named_and_its_value_is_not(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(PREFIX + name, value)

    with pytest.raises(SettingsError) as caught:
        load_settings()

    assert [problem.name for problem in caught.value.problems] == [PREFIX + name]
    assert caught.value.problems[0].trouble is Trouble.MALFORMED
    assert value not in str(caught.value).split()
    assert caught.value.__suppress_context__


@pytest.mark.usefixtures("token")
@pytest.mark.parametrize(
    ("listen", "host", "port"),
    [("0.0.0.0:80", "0.0.0.0", 80), ("localhost:8443", "localhost", 8443), ("[::1]:9000", "::1", 9000)],
)
def test_the_webhook_listens_where_it_is_told(
    monkeypatch: pytest.MonkeyPatch, listen: str, host: str, port: int
) -> None:
    monkeypatch.setenv("BACKSTAGE_WEBHOOK_LISTEN", listen)

    settings = load_settings()

    assert (settings.webhook_host, settings.webhook_port) == (host, port)


@pytest.mark.usefixtures("token")
def test_a_settings_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"BACKSTAGE_LOG_LEVEL=\xff\xfe\n")

    assert troubles() == {".env": Trouble.MALFORMED}


@pytest.mark.usefixtures("token")
def test_printed_settings_hold_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKSTAGE_WEBHOOK_SECRET", "hush-hush")
    monkeypatch.setenv("BACKSTAGE_DATABASE_URL", "postgresql://bot:hidden@localhost/backstage")

    printed = repr(load_settings())

    assert TOKEN not in printed
    assert "hush-hush" not in printed
    assert "hidden" not in printed


@pytest.mark.parametrize(
    "url", ["sqlite:///here.sqlite3", "sqlite:////srv/b.sqlite3", "postgresql+psycopg://u:p@h:5432/name"]
)
def test_a_file_or_a_server_can_be_the_database(url: str) -> None:
    assert checked_database(url) == url


def test_every_setting_is_documented_where_operators_look() -> None:
    example = (ROOT / ".env.example").read_text()

    assert [field for field in Settings.model_fields if f"{PREFIX}{field.upper()}=" not in example] == []
    assert [field for field, info in Settings.model_fields.items() if not info.description] == []
