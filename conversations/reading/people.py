"""Who does the work, as founders say it."""

import re

from conversations.reading.commas import comma_items
from conversations.reading.filler import without_filler
from conversations.reading.segments import segments
from conversations.reading.statements_words import KIN, PEOPLE
from conversations.reading.text import clean_text, fold
from conversations.reading.wordsets import words

_ME = re.compile(
    (
        r"^(?:(?:it's |its |it is |just |only |mostly |mainly |for now |at first |right now |currently |"
        r"so far )*(?:me|i|myself|me myself|me myself and i|yours truly|i alone|me alone|me only|only me|"
        r"just myself|moi|moi-meme|yo|yo mismo|yo misma|solo yo|eu|eu mesmo|eu mesma|so eu|ich|ich selbst|"
        r"ich selber|nur ich|ich allein|the founder|founder|the owner|owner|我|我自己|أنا|انا|я|"
        r"io)(?: alone| only| myself| for now| at the moment| so far| right now| mainly| mostly|"
        r" full-time| full time)*)$|^(?:i(?:'ll| will)? (?:do|run|handle|make|manage)(?: it| everything|"
        r" all)*(?: of it| the work| by myself| myself| alone| on my own)*|(?:i'm|i am|im) (?:alone|"
        r"on my own|by myself|a one-(?:man|woman|person) (?:show|band)|solo|the only one)|one-(?:man|"
        r"woman|person) (?:show|band)|ich mache alles(?: selbst| selber| allein)?|lo hago todo yo|"
        r"je fais tout|faco tudo sozinh[oa]|solo|alone|by myself|on my own)$"
    ),
)
_AND = re.compile(
    r"\s+(?:and|und|y|et|e|plus|with|mit|con|avec|com)\s+(?=\S)|\s*&\s*|\s*\+\s*|\s+و\s*|"
    r"(?<=[\u3400-\u9fff])(?:和|与|及|跟)"
)
_WITH = frozenset({"with", "mit", "con", "avec", "com"})
_LONGEST_SIDE = 6
_LEADS = (
    words(
        "my our his her their a an the some one two three four five six seven eight nine ten several "
        "part-time full-time weekend"
    )
    | KIN
    | PEOPLE
)


def read_people(text: str, founder_name: str) -> tuple[str, ...]:
    """Give the people named, in order, "me" in its forms replaced by the founder's name, nobody twice."""
    items = (item for segment in segments(clean_text(text)) for item in comma_items(segment))
    people = (_person(part, founder_name) for item in items for part in _apart(item))
    once: dict[str, str] = {}
    for person in filter(None, people):
        once.setdefault(fold(person), person)
    return tuple(once.values())


def says_what_they_are(who: str) -> bool:
    """Whether it begins with what somebody does or is, no name: "two bakers", "My sister Leila"."""
    first = fold(who).split(maxsplit=1)[:1]
    return bool(first) and (first[0].isdigit() or first[0] in _LEADS)


def _person(part: str, founder_name: str) -> str:
    said = fold(part).strip(" .!,;:-")
    if _ME.match(" ".join(said.replace(",", " ").split())):
        return founder_name or part.strip(" .!,;:-")
    return without_filler(part)


def _apart(item: str) -> list[str]:
    """Both sides of each "and" where each may be a person or a group of people."""
    parts: list[str] = []
    start = 0
    folded = fold(item)
    for cut in _AND.finditer(folded):
        left, right = folded[start : cut.start()], folded[cut.end() :]
        word = cut.group().strip()
        if word in _WITH and not _ME.match(left.strip()):
            continue
        if 0 < len(left.split()) <= _LONGEST_SIDE and not re.match(
            r"(?:also|then|they|she|he|it|we|who|so|does|sells?|helps?)\b", right
        ):
            parts.append(item[start : cut.start()])
            start = cut.end()
    return [*parts, item[start:]]
