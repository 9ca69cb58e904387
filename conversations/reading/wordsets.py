"""How the word lists here are written down: words apart by spaces, or phrases apart by bars."""


def words(said: str) -> frozenset[str]:
    """Give the set of words in a string, which are separated by spaces."""
    return frozenset(said.split())


def lines(said: str) -> frozenset[str]:
    """Give the set of phrases in a string, which are separated by bars."""
    return frozenset(said.split("|"))
