"""The promise and whom it is for, told apart within one line."""

import re

import msgspec

from conversations.reading.text import clean_text, fold


class Promise(msgspec.Struct, frozen=True):
    """The value proposition as written, and the customers named in it (empty if it names none)."""

    value_proposition: str
    customers: str = ""


_LABEL = re.compile(r"(?:[,.;\n–-]\s*|^)(?:(?:our )?(?:customers?|clients?|target(?: group| audience)?|audience|for whom|for who|kunden|"
                    r"clientes|clients)\s*[:=-]\s*)(?P<who>[^\n]{2,300})$")  # fmt: skip
_HELPED = re.compile(
    r"^(?:(?:we|i)(?:'re| are|'m| am)?(?: want to| will|'ll)? )?(?:help(?:ing|s)?|enabl(?:e|ing|es)|allow(?:ing|s)?|"
    r"empower(?:ing|s)?|support(?:ing|s)?|let(?:ting|s)?|connect(?:ing|s)?|teach(?:ing|es)?|giv(?:e|ing|es)|offer(?:ing|s)?) "
    r"(?P<who>.{2,80}?)(?: (?:to|with|who|by|find|get|save|sell|buy|make|learn|keep|stop|start|grow|run|eat|sleep|in|without|so)\b|$)",
)
_SELLING = re.compile(
    r"^(?:(?:we|i) )?(?:giv(?:e|ing|es)|offer(?:ing|s)?|teach(?:ing|es)?|support(?:ing)?|let|connect(?:ing|s)?)\b"
)
_PREPOSITION = re.compile(
    r"(?P<comma>[,;:.–—-]?)\s*(?<!\w)(?P<word>for|fur|para|pour|per|to|aimed at|made for|designed for|built for|aimed towards|"
    r"especially for|geared to)\s+(?=\S)|(?P<han>[，,]?\s*(?:为了|为|给|面向))|(?P<arabic>[،,]?\s+ل(?=ل|ـ)|[،,]\s*ل(?=\w{3}))",
)
_NO_CUSTOMERS = re.compile(
    r"(?:free|less|more|now|good|ever|sure|life|example|instance|sale|rent|hire|that|this|it|use|fun|them|us|me|"
    r"the (?:first|last|next|price|sake|same|future|win|weekend|day|night|week|environment|planet|long|whole|best)\b|"
    r"a (?:fair|good|low|fraction|change|reason|while|day|week|month|year|lifetime|price|better|fee|living|few|couple|fixed|third|"
    r"quarter|tenth)\b|an (?:hour|affordable|evening)|half|under|only|just|about|around|up to|over|\d|[€$£¥]|"
    r"breakfast|lunch|dinner|delivery|takeaway|pickup|pick-up|years|hours|minutes|days|weeks|months|every (?:day|occasion|"
    r"taste|season|budget|meal)|all occasions|any occasion|real|home|christmas|weddings?$|health|siempre|gratis|comer|"
    r"toujours|sempre|immer|wenig|one price|better|cheaper|long|quick|work$|school$|parties$|events$|mondays?|fridays?|"
    r"sundays?|saturdays?|two|three|five|ten|one|your (?:home|house|garden|kitchen|door|table|wall)|zuhause|"
    r"sustainability|peace of mind|comfort|success|growth|tomorrow)\b",
)
_TO_VERB = re.compile(
    r"(?:your|their|our) (?:door|home|house|office|desk)|the (?:door|table|home|office)|\w+(?: \w+)?$"
)
_WHO = re.compile(
    r"\b(?:people|persons|customers|clients|folks|those|anyone|everyone|kids|children|women|men|parents|owners)\b"
)


def read_promise(text: str) -> Promise:
    """The promise of a line, and its customers where the line names them."""
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
    """Customers after the last "for" that is followed by people, not by a price or a time."""
    found = [match for match in _PREPOSITION.finditer(folded) if _introduces(match, folded)]
    with_comma = [match for match in found if match.group("comma")]
    for match in (*with_comma[:1], *found):
        customers = line[match.end() :].strip(" .!,;")
        before = line[: match.start()].strip(" ,;:–—-.")
        if before and customers:
            return Promise(before, customers)
    whole = [match for match in found if match.start() == 0 and ("," in folded or ":" in folded)]
    if whole:
        customers, _, promise = line[whole[0].end() :].partition("," if "," in folded else ":")
        return Promise(promise.strip(), customers.strip()) if promise.strip() else Promise(line)
    return Promise(line)


def _introduces(match: re.Match[str], folded: str) -> bool:
    rest = folded[match.end() : match.end() + 80]
    if match.group("han") or match.group("arabic"):
        return bool(match.start()) and bool(rest)
    if _NO_CUSTOMERS.match(rest):
        return False
    if match.group("word") == "per" or (match.group("word") == "to" and not match.group("comma")):
        return False
    return True
