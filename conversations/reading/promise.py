"""The promise and whom it is for, told apart within one line."""

import re

import msgspec

from conversations.reading.text import clean_text, fold


class Promise(msgspec.Struct, frozen=True):
    """The value proposition as written, and the customers named in it (empty if it names none)."""

    value_proposition: str
    customers: str = ""


_LABEL = re.compile(
    r"(?:[,.;\n–-]\s*|^)(?:(?:our )?(?:customers?|clients?|target(?: group| audience)?|audience|"
    r"for whom|for who|kunden|clientes|clients)\s*[:=-]\s*)(?P<who>[^\n]{2,300})$"
)
_HELPED = re.compile(
    (
        r"^(?:(?:we|i)(?:'re| are|'m| am)?(?: want to| will|'ll)? )?(?:help(?:ing|s)?|enabl(?:e|ing|es)|"
        r"allow(?:ing|s)?|empower(?:ing|s)?|support(?:ing|s)?|let(?:ting|s)?|connect(?:ing|s)?|"
        r"teach(?:ing|es)?|giv(?:e|ing|es)|offer(?:ing|s)?) (?P<who>.{2,80}?)(?: (?:to|with|who|by|find|"
        r"get|save|sell|buy|make|learn|keep|stop|start|grow|run|eat|sleep|in|without|so)\b|$)"
    ),
)
_SELLING = re.compile(
    r"^(?:(?:we|i) )?(?:giv(?:e|ing|es)|offer(?:ing|s)?|teach(?:ing|es)?|support(?:ing)?|let)\b"
)
_PREPOSITION = re.compile(
    (
        r"(?P<comma>[,;:.–—-]?)\s*(?<!\w)(?P<word>for|fur|para|pour|per|to|aimed at|made for|designed for|"
        r"built for|aimed towards|especially for|geared to)\s+(?=\S)|(?P<han>[，,]?\s*(?:为了|为|给|"
        r"面向))|(?P<arabic>[،,]?\s+ل(?=ل|ـ)|[،,]\s*ل(?=\w{3}))"
    ),
)
_ARABIC_ARTICLE = re.compile(r"^ل(?=\w{3})")
"""What is left of "for the" once "for" is cut off: للطلاب is for الطلاب."""
_BOTH_SIDES = re.compile(r"^(?P<one>[^,]+), and [^,]+? for (?P<other>[^,]+)$")
"""Two promises in one line, as platforms make: "sitters for owners, and pocket money for sitters"."""
_NO_CUSTOMERS = re.compile(
    (
        r"(?:you|free|less|more|now|ever|sure|example|instance|sale|rent|hire|that|this|it|use|them|us|me|"
        r"half|only|just|about|around|up to|under(?!-)|\d|two|three|five|ten|one|years|hours|minutes|days|"
        r"weeks|months|better|cheaper|long|quick|siempre|gratis|comer|toujours|sempre|immer|wenig|zuhause|"
        r"mondays?|fridays?|sundays?|saturdays?|tomorrow|the (?:first|last|next|price|sake|same|future|"
        r"win|weekend|day|night|week|environment|planet|long|whole|best)|an? (?:fair|good|low|fraction|"
        r"change|reason|while|day|week|month|year|lifetime|price|better|fee|living|few|couple|fixed|third|"
        r"quarter|tenth|hour|affordable|evening)|every (?:day|occasion|taste|season|budget|meal)|(?:all|"
        r"any) occasions?|your (?:home|house|garden|kitchen|door|table|wall)|peace of mind)\b|[€$£¥]|"
        r"(?:good|life|fun|breakfast|lunch|dinner|delivery|takeaway|pick-?up|real|home|christmas|"
        r"weddings?|health|work|school|parties|events|sustainability|comfort|success|growth)(?: and \w+)?$"
    ),
)


def read_promise(text: str) -> Promise:
    """Give the promise of a line, and its customers where the line names them."""
    line = " ".join(clean_text(text).split())
    folded = fold(line)
    label = _LABEL.search(folded)
    if label and label.start():
        return Promise(
            line[: label.start()].strip(" ,.;-–"), line[label.start("who") : label.end()].strip(" .")
        )
    helped = _HELPED.match(folded)
    if helped and not _SELLING.match(folded):
        who = line[helped.start("who") : helped.end("who")].strip(" ,")
        return Promise(line, who) if fold(who) not in ("you", "them", "people to", "it") else Promise(line)
    return _by_preposition(line, folded)


def _by_preposition(line: str, folded: str) -> Promise:
    """Give customers after the last "for" that is followed by people, not by a price or a time."""
    found = [match for match in _PREPOSITION.finditer(folded) if _introduces(match, folded)]
    with_comma = [match for match in found if match.group("comma")]
    for match in (*with_comma[:1], *found):
        customers = _ARABIC_ARTICLE.sub("ال", line[match.end() :].strip(" .!,;"))
        before = line[: match.start()].strip(" ,;:–—-.")
        if before and customers:
            return Promise(before, _BOTH_SIDES.sub(r"\g<one> and \g<other>", customers))
    whole = [match for match in found if match.start() == 0 and ("," in folded or ":" in folded)]
    if whole:
        customers, _, promise = line[whole[0].end() :].partition("," if "," in folded else ":")
        return Promise(promise.strip(), customers.strip()) if promise.strip() else Promise(line)
    return Promise(line)


def _introduces(match: re.Match[str], folded: str) -> bool:
    rest = folded[match.end() : match.end() + 80]
    if match.group("han") or match.group("arabic"):
        return bool(match.start()) and bool(rest)
    word = match.group("word")
    loose = word == "per" or (word == "to" and not match.group("comma"))
    return not loose and not _NO_CUSTOMERS.match(rest)
