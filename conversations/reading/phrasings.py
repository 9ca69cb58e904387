"""Whole answers that say little, and how an answer is stripped to be compared with them."""

import re

from conversations.reading.text import fold

_EDGES = re.compile(r"^[^\w?]+|[^\w?]+$")
_SPACES = re.compile(r"[\s,;:!.…\"()،。，！]+")
_LEADING = re.compile(
    (
        r"^(?:um+|uh+|uhm|er+m*|hm+|well|so|oh|ah|sorry|honestly|actually|really|i think|i guess|it'?s|"
        r"its|it is|that'?s|this is|is|are|for|totally|completely|basically|literally|just|right now|"
        r"at the moment|please|pls) "
    ),
)
_TRAILING = re.compile(
    (
        r" (?:yet|really|please|pls|sorry|right now|at the moment|for now|so far|now|today|honestly|"
        r"though|tbh|at all|i think|i guess|actually|yet either|either|of charge|for us|for me|sir|man|"
        r"mate|bro|haha|lol|here)$"
    ),
)


def squeezed(text: str) -> str:
    """Give the answer folded, without marks at its edges, its inner marks and spaces as single spaces."""
    return _EDGES.sub("", _SPACES.sub(" ", fold(text)).strip())


def bare(text: str) -> str:
    """Give the answer as `squeezed`, without the small words people put around it ("well ... yet")."""
    said = squeezed(text)
    for pattern in (_LEADING, _TRAILING):
        for _ in range(4):
            shorter = pattern.sub("", said)
            if shorter == said:
                break
            said = shorter
    return said


def _lines(said: str) -> frozenset[str]:
    return frozenset(filter(None, (squeezed(phrase) for phrase in said.split("|"))))


FREE_PHRASES = _lines(
    (
        "free|nothing|zero|0|nil|no cost|no costs|no charge|for free|none|no money|costs nothing|"
        "doesn't cost anything|it doesn't cost anything|costs us nothing|it costs nothing|free of charge|"
        "no fee|on the house|complimentary|gratis|kostenlos|umsonst|nichts|kostet nichts|gratuito|nada|"
        "no cuesta nada|gratuit|rien|c'est gratuit|de graca|gratuita|免费|零|不要钱|مجاني|مجانا|مجاناً|"
        "ببلاش|бесплатно|za darmo|free 🎉|nothing extra|0 cost"
    ),
)
UNKNOWN_PHRASES = _lines(
    (
        "i don't know|i dont know|don't know|dont know|i do not know|do not know|dunno|i dunno|no idea|"
        "no clue|i have no idea|i've no idea|ive no idea|haven't a clue|i have no clue|not sure|"
        "i'm not sure|im not sure|i am not sure|unsure|idk|dk|unknown|tbd|tbc|to be decided|"
        "to be determined|to be confirmed|can't say|cant say|cannot say|hard to say|who knows|"
        "no estimate|not a clue|couldn't say|couldn't tell you|can't tell|beats me|good question|depends|"
        "it depends|varies|it varies|that depends|open|still open|not decided|undecided|haven't decided|"
        "not known|i have not decided|i haven't thought about it|haven't thought about it|"
        "never thought about it|no se|no lo se|ni idea|no tengo idea|depende|ni lo se|weiss nicht|"
        "weiss ich nicht|weiß nicht|weiß ich nicht|ich weiss nicht|ich weiß nicht|keine ahnung|ka|k a|kp|"
        "kein plan|unbekannt|kommt darauf an|je ne sais pas|ne sais pas|j'sais pas|sais pas|aucune idee|"
        "jsp|pas sur|je sais pas|ca depend|nao sei|sei la|nao faco ideia|nao tenho ideia|nem ideia|"
        "不知道|不清楚|不确定|没想好|还不知道|لا أعرف|لا اعرف|مش عارف|ما أعرف|ما بعرف|لا أدري|لست متأكدا|"
        "لا أعلم|не знаю|nie wiem|non lo so|boh|bilmiyorum|わからない|わかりません|分からない|몰라요|"
        "모르겠어요|पता नहीं"
    ),
)
VAGUE_AMOUNTS = _lines(
    "not much|a lot|quite a lot|too much|a little|a bit|not a lot|some|very little|viel|wenig|mucho|poco"
)
