"""Where a rehearsal is kept."""

from __future__ import annotations

from bot.settings import Problem, SettingsError, Trouble, checked_database, file_url, make_data_folder


def rehearsal_database(url: str, playbook: str = "") -> str:
    """Give a rehearsal's database URL: the one that was named, else the data folder's own for a playbook.

    Raises `SettingsError` where it names no database.
    """
    if not url:
        url = file_url(f"rehearsal-{playbook}.sqlite3" if playbook else "rehearsal.sqlite3")
        make_data_folder(url)
    try:
        return checked_database(url)
    except ValueError:
        raise SettingsError((Problem("--database", "database_url", Trouble.MALFORMED),)) from None
