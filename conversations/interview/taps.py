"""What a button may carry. Buttons come back from outside, so that anything may stand in them."""

LONGEST_NUMBER = 18


def is_number(value: str) -> bool:
    """Whether this is a number that a button of ours may carry: an entry's, a version's, a page's."""
    return value.isascii() and value.isdecimal() and len(value) <= LONGEST_NUMBER
