"""What a spreadsheet takes for the opening of a formula, and how words stay words in a CSV file."""

CSV_MARK = "\ufeff"
"""By which spreadsheets know that a file is UTF-8."""

_OPENING = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""The wide ones count where Chinese or Japanese is typed."""


def opens_formula(words: str) -> bool:
    """Tell whether a spreadsheet would compute words instead of showing them."""
    return words.startswith(_OPENING)


def words_in_cell(words: str) -> str:
    """Give words as a cell of a CSV file holds them, so that no spreadsheet computes them."""
    return f"'{words}" if opens_formula(words) else words
