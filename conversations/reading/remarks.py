"""What isn't an answer: questions back, "I don't know", "none", "same", small talk.

Only whole answers count, compared after small words and marks are taken off, so that "nothing but flour and
water" or "skip hire" stay answers. One reading decides: where a phrase could be an answer, it is one.
"""

import enum
import re

from conversations.reading.phrasings import UNKNOWN_PHRASES, bare, squeezed
from conversations.reading.remarkwords import CLARIFYING, EMPTY_LISTS, EXAMPLES, HARMLESS, NOISES, REMARKS
from conversations.reading.text import clean_text, fold


class Remark(enum.Enum):
    """What a person does instead of answering."""

    CLARIFY = "clarify"
    EXAMPLE = "example"
    DONT_KNOW = "dont_know"
    NONE = "none"
    SAME = "same"
    SKIP = "skip"
    NOISE = "noise"
    BACK = "back"
    STOP = "stop"
    HELP = "help"
    YES = "yes"
    NO = "no"


_LONGEST = 120
_ABBREVIATION = 3
_SHRUGS = frozenset("🤷")
_YES_SIGNS = frozenset("✅✔☑")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукен", "фывапр")
_REPEATED = re.compile(r"(.)\1{2,}")
_DOUBLED = re.compile(
    r"^(?:(ha|he|hi|ja|lo|xa|ah|ke|rs|k|5){2,}h?|l+o+l+(?:ol)*|lmf?ao+|hm+|mm+|u+m+|a+h+|o+h+|w+|哈+|"
    r"呵+|هه+)$"
)
_QUESTION = re.compile(
    (
        r"^(?:what(?:'s| is| are| does| do you| did you)|how do you mean|do you mean|you mean|"
        r"what you mean|can you (?:explain|rephrase|clarify|repeat|say)|could you (?:please )?(?:explain|"
        r"rephrase|clarify|repeat|say)|(?:i )?(?:don't|dont|do not|didn't|didnt|can't|cant) (?:really |"
        r"quite |fully )?(?:understand|get (?:it|this|that|the)|follow)|(?:i'?m )?not sure (?:what|"
        r"i understand|i get)|i don'?t know what (?:you|this|that|it)|i'?m (?:confused|lost)|was (?:ist|"
        r"sind|heisst|meinst|bedeutet)|que significa|que quieres decir|c'est quoi|qu'est-ce que|que veut|"
        r"o que (?:e|quer)|was meinen)\b"
    ),
)
_DONT_KNOW = re.compile(
    (
        r"^(?:i )?(?:really )?(?:don'?t|do not) (?:really )?know(?: (?:what|how|which|where)(?: \w+){0,5}|"
        r" exactly| enough| about (?:this|that)| (?:that|this|it))?$|^(?:i )?(?:have|'ve|"
        r"got) (?:absolutely )?no (?:idea|clue)(?: \w+){0,4}$|^(?:i'?m |i am )?(?:not|really not|"
        r"still not) (?:really |so |too |quite |very )?sure(?: about (?:this|that|it))?$|"
        r"^(?:i )?(?:haven'?t|have not|didn'?t|did not|never) (?:really )?(?:thought|think|thinked|"
        r"decided|figured)(?: (?:about|of|it|this|that|on|out|so|far|any))*$"
    ),
)


def classify_remark(text: str) -> Remark | None:
    """Give what kind of remark an answer is, or `None` if it is an answer."""
    cleaned = clean_text(text)
    if len(cleaned) > _LONGEST:
        return None
    if not any(char.isalnum() for char in cleaned):
        return _of_signs(cleaned)
    said, whole = bare(cleaned), squeezed(cleaned)
    for phrase in (whole, said):
        found = REMARKS.get(phrase.replace(" ?", "").rstrip("?").strip())
        if found and not (_named(cleaned) and found == "noise"):
            return _asked(cleaned, Remark(found))
    return _by_pattern(cleaned, whole, said)


def _asked(cleaned: str, remark: Remark) -> Remark:
    """Give the remark, but a question if what would be small talk or a no is asked ("ok?")."""
    asks = cleaned.rstrip().endswith(("?", "؟", "？"))
    return (
        Remark.CLARIFY
        if asks and remark in (Remark.NOISE, Remark.NONE, Remark.SAME, Remark.YES, Remark.NO)
        else remark
    )


def _by_pattern(cleaned: str, whole: str, said: str) -> Remark | None:
    asks = cleaned.rstrip().endswith(("?", "؟", "？"))
    if any(pattern.match(whole.rstrip("?").strip()) for pattern in EXAMPLES):
        return Remark.EXAMPLE
    if _QUESTION.match(said) and (asks or not said.startswith("what")):
        return Remark.CLARIFY
    if any(pattern.match(whole.rstrip("?").strip()) for pattern in CLARIFYING):
        return Remark.CLARIFY
    if _DONT_KNOW.match(said) or said in UNKNOWN_PHRASES or whole in UNKNOWN_PHRASES:
        return Remark.DONT_KNOW
    if any(pattern.match(whole) or pattern.match(said) for pattern in EMPTY_LISTS):
        return Remark.NONE
    return Remark.NOISE if _noise(cleaned, said) else None


def _of_signs(cleaned: str) -> Remark | None:
    """Remarks without letters and digits: "?", "-", "...", emoji; `None` for empty text."""
    signs = "".join(char for char in cleaned if not char.isspace())
    if not signs:
        return None
    if set(signs) <= set("?？؟!⁉❓❔️‽¿") and set(signs) & set("?？؟❓❔⁉¿"):
        return Remark.CLARIFY
    if set(signs) <= set("-–—−/\\_xX∅"):
        return Remark.NONE
    if set(signs) & _SHRUGS or signs == "¯\\_(ツ)_/¯":
        return Remark.DONT_KNOW
    if set(signs) & _YES_SIGNS:
        return Remark.YES
    return Remark.NOISE


def _noise(cleaned: str, said: str) -> bool:
    """Laughter, keyboard mash, small talk in pieces ("ok thanks")."""
    words = said.split()
    if not words or _named(cleaned) or set(words) <= HARMLESS:
        return False
    if all(
        word in NOISES or _DOUBLED.match(word) or _DOUBLED.match(_REPEATED.sub(r"\1\1", word))
        for word in words
    ):
        return True
    return (
        len(words) == 1
        and (_mashed(words[0]) or _REPEATED.sub(r"\1", words[0]) in NOISES)
        and words[0].isalpha()
    )


def _mashed(word: str) -> bool:
    """Tell whether a word is fingers on a keyboard: a run along a row, or many consonants and no vowel."""
    if len(word) <= _ABBREVIATION:
        return False
    if (
        any(word in row or word in row[::-1] for row in _ROWS)
        or set(word) <= set("asdf")
        or set(word) <= set("hjkl")
    ):
        return True
    return len(word) > _ABBREVIATION + 1 and word.isascii() and not set(word) & set("aeiouy")


def _named(cleaned: str) -> bool:
    """Tell whether it looks like a name ("Ok Coffee", "TEST GMBH"): several words, each with a capital."""
    words = cleaned.split()
    return len(words) > 1 and all(word[:1].isupper() for word in words) and fold(cleaned) not in NOISES
