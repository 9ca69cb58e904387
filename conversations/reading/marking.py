"""What a founder types where a grid could be tapped: "the shop is rented, the rest ours", "flour", "ok"."""

import re
from collections.abc import Mapping, Sequence

import msgspec

from conversations.canvas.facets import Behaviour, Sourcing
from conversations.reading.phrasings import bare, squeezed
from conversations.reading.pricenames import named_items
from conversations.reading.text import fold
from conversations.reading.wordsets import lines

_CLAUSES = re.compile(
    r"[,;.\n]|(?<!all )(?<!everything )\b(?:and|but|while)\b|&|\s(?=(?:the )?(?:rest|others)\b)"
)
_LEASED = r"\b(?:rent(?:s|ed|al|ing)?|leas(?:e|es|ed|ing)|hired?|borrow(?:ed)?|lent|on loan)\b"
_PARTNER = r"\b(?:partners?|suppliers?|supplied|(?:comes?|is|are|all|both|rest) from|given|provided)\b"
_OWNED = r"\b(?:ours?|own(?:s|ed)?|mine|bought|have (?:it|them|that))\b"
_SOURCINGS = (
    (Sourcing.LEASED, re.compile(_LEASED)),
    (Sourcing.PARTNER, re.compile(_PARTNER)),
    (Sourcing.OWNED, re.compile(_OWNED)),
)
_OTHERS = re.compile(
    r"\b(?:all|everything|both|rest|others?|remaining|it|them|they)\b|"
    r"^\W*(?:we |i )?(?:rent(?:s|ed|al|ing)?|leased?|hired?|ours?|own(?:ed)?|mine|partners?)\W*$"
)
"""Says it of whatever wasn't named, or nothing else at all."""
_STAYS = re.compile(
    r"\b(?:stays?|same|fixed|constant|not|never|no|don't|doesn't|dont|doesnt|won't|isn't|aren't|except|"
    r"(?<=all )but|(?<=everything )but)\b"
)
_GROWS = re.compile(r"\b(?:grows?|more|rises?|increases?|goes? up|yes|do|does)\b")
_ALL = re.compile(r"\b(?:all|everything|both|every one)\b")
_AGREEING = lines(
    "ok|okay|okey|k|kk|yes|yep|yeah|next|done|fine|good|go on|go ahead|continue|correct|right|that's right|"
    "thats right|all good|looks good|looks right|all right|alright|as it is|leave it|👍|✅|👌|ja|weiter|"
    "passt|si|sí|vale|bien|siguiente|oui|d'accord|suivant|sim|certo|نعم|تمام|好|好的|可以|да|ок"
)


class Marks(msgspec.Struct, frozen=True):
    """What was said of items by place, and of all the others; None where nothing was."""

    of: Mapping[int, Sourcing]
    rest: Sourcing | None = None


def agrees(text: str) -> bool:
    """Whether an answer means: it is right as it stands, go on."""
    return not _AGREEING.isdisjoint((text.strip(), squeezed(text), bare(text)))


def read_sourcings(text: str, names: Sequence[str]) -> Marks:
    """Give where the things come from by a text ("oven and mixer are ours, the shop is rented")."""
    of: dict[int, Sourcing] = {}
    rest = before = None
    waiting: tuple[int, ...] = ()
    for clause in _CLAUSES.split(fold(text)):
        named = named_items(clause, names)
        told = next((sourcing for sourcing, said in _SOURCINGS if said.search(clause)), None)
        if told is None and before is not None:
            told = before if named else None
        elif told is None:
            waiting += named
            continue
        if told is None:
            continue
        of |= dict.fromkeys((*waiting, *named), told)
        if not named and not waiting and _OTHERS.search(clause):
            rest = told
        # "Rented: the shop, the van": what leads a list holds for all of it.
        before = told if ":" in clause else None
        waiting = ()
    return Marks(of, rest)


def read_growing(text: str, names: Sequence[str]) -> Mapping[int, Behaviour]:
    """Give which costs grow with sales by a text that names them.

    The others stay as they are, unless only such were named.
    """
    of: dict[int, Behaviour] = {}
    told = Behaviour.VARIABLE
    for clause in _CLAUSES.split(fold(text)):
        # A bare name is said of what was said of the one before: "all but the cart and the van".
        if _STAYS.search(clause):
            told = Behaviour.FIXED
        elif _GROWS.search(clause):
            told = Behaviour.VARIABLE
        named = named_items(clause, names)
        if _ALL.search(clause):
            # "All but the rent" says of all others what it doesn't say of the rent.
            of |= dict.fromkeys(range(len(names)), Behaviour.VARIABLE if named else told)
        of |= dict.fromkeys(named, told)
    if Behaviour.VARIABLE in of.values():
        return {place: of.get(place, Behaviour.FIXED) for place in range(len(names))}
    return of
