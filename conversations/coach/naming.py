"""Whether a phrase names something to have or something to do."""

from __future__ import annotations

import re

from conversations.coach.vocabulary.things import ACT_HEADS, ASSET, NOUNS_OF_TASKS
from conversations.reading.listwords import NOUNS_TOO, VERBS
from conversations.reading.phrases import first_word, words_of

SEVERAL = 3
"""Words from which a phrase says enough to tell a verb from a noun."""
_TAIL = re.compile(
    r"\s+(?:of|for|from|with|that|who|which|to|in|on|at|by|through|under|into|as|per|like|such|via|across|"
    r"so)\s"
)
_LED = re.compile(
    r"^(?:the|a|an|our|my|own|some|two|three|four|five|ten|\d+|good|new|skilled|loyal|some ?day|one day|"
    r"eventually|later|maybe|perhaps|also|always|then|in \w+ years?|regularly|slowly|quickly|daily|"
    r"weekly)\s+",
    re.IGNORECASE,
)
_ACTS_ON = re.compile(
    r"^(?!(?:half|all|access|both|some|most|one|part|use|rights?|proximity|close|near|in|on|at|from|with|"
    r"for|of|to|over|such|what|not|only|almost|also|is|as|by|into|half)\b)[a-z]+[^s\W]\s+(?:the|our|a|an|"
    r"every|each)\s+\w+",
    re.IGNORECASE,
)
"""A word that acts on something ("photograph the sheep"), whatever the verb."""
_SURE_VERBS = (
    VERBS - NOUNS_TOO - frozenset({"document", "open", "look", "fix", "show", "fit", "work", "stock"})
)


def head(text: str) -> str:
    """Give the word that a phrase is about: the last one before its first preposition."""
    said = words_of(_TAIL.split(f"{text} ", maxsplit=1)[0].split(",")[0].split("(")[0])
    return said[-1] if said else ""


def is_thing(text: str) -> bool:
    """Tell whether an activity is surely something to have: "Smoking oven", "Our patents"."""
    first = first_word(_LED.sub("", text))
    return first not in VERBS and bool(ASSET.fullmatch(head(text))) and not ACT_HEADS.search(head(text))


def is_task(text: str) -> bool:
    """Tell whether a resource is surely something to do: "Clean the boat", "Advertise on the radio"."""
    said = words_of(text)
    if len(said) <= 1:
        return False
    main = head(text)
    if _ACTS_ON.match(text):
        return True
    if NOUNS_OF_TASKS.fullmatch(main) and said[0] not in _SURE_VERBS:
        return False
    if said[0] in _SURE_VERBS:
        # "Build tools" is a thing, "Build the tools" is a task.
        return len(said) > SEVERAL - 1 or not NOUNS_OF_TASKS.fullmatch(main)
    acting = said[0].endswith("ing") and said[0][:-3] in VERBS
    return acting and len(said) > SEVERAL - 1 and not NOUNS_OF_TASKS.fullmatch(main)
