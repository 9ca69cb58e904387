"""What a spreadsheet takes for the opening of a formula."""

_OPENING = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""The wide ones count where Chinese or Japanese is typed."""


def opens_formula(words: str) -> bool:
    """Tell whether a spreadsheet would compute words instead of showing them."""
    return words.startswith(_OPENING)
