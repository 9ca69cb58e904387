import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-transcripts",
        action="store_true",
        help="Write the bot's side of the transcripts anew instead of comparing it.",
    )
