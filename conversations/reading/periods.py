"""How often an amount is paid, as people write it: "a month", "p.a.", "/Jahr", "each", "per cup"."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

import msgspec

from conversations.canvas.money import Period
from conversations.reading.numberwords import UNITS
from conversations.reading.tokens import Token, match_phrase, phrases, text_at


class Rate(msgspec.Struct, frozen=True):
    """A way of paying: the period, the unit's word, and how many of it make up the period (52/12 weeks a month)."""

    period: Period
    per: str = ""
    times: Fraction = Fraction(1)
    end: int = 0


_MONTH, _YEAR, _ONCE = Rate(Period.MONTH), Rate(Period.YEAR), Rate(Period.ONCE)
_WEEK = Rate(Period.MONTH, times=Fraction(52, 12))
_DAY = Rate(Period.MONTH, times=Fraction(365, 12))
_QUARTER = Rate(Period.MONTH, times=Fraction(1, 3))
_HALF_YEAR = Rate(Period.MONTH, times=Fraction(1, 6))
_FORTNIGHT = Rate(Period.MONTH, times=Fraction(26, 12))
_HOUR = Rate(Period.UNIT, per="hour")
_EACH = Rate(Period.UNIT)

_NOUNS: list[tuple[str, Rate]] = [
    (noun, rate)
    for nouns, rate in (
        ("month months mo mth mths monat monate monats mes meses mois mese mês شهر شهريا месяц", _MONTH),
        ("year years yr yrs annum jahr jahre ano anos an ans annee anno سنة год", _YEAR),
        ("week weeks wk wks woche wochen semana semanas semaine semaines أسبوع неделю", _WEEK),
        ("day days tag tage dia dias jour jours يوم день", _DAY),
        ("night nights weekday", _DAY),
        ("quarter quarters qtr quartal trimestre trimestres", _QUARTER),
        ("hour hours hr hrs stunde std hora horas heure heures ساعة час", _HOUR),
        ("semester semestre halbjahr", _HALF_YEAR),
        ("fortnight", _FORTNIGHT),
    )
    for noun in nouns.split()
]
_NOUN_PHRASES = phrases([*_NOUNS, ("half year", _HALF_YEAR), ("six months", _HALF_YEAR), ("p.a.", _YEAR)])
_LETTERS = {"m": _MONTH, "y": _YEAR, "h": _HOUR, "d": _DAY, "w": _WEEK, "j": _YEAR, "q": _QUARTER, "a": _YEAR}

_SELF_SAID = phrases(
    (phrase, rate)
    for said, rate in (
        (
            "monthly|pcm|p.c.m.|p.m.|p.m|pm|mtl|mtl.|monatlich|mensual|mensuales|mensualmente|al mes|mensuel|mensuelle|"
            "mensal|mensais|ao mes|im monat|every month|each month|mensile|al mese|每月|每个月|一个月|个月|/月|شهريا|شهرياً|"
            "في الشهر|بالشهر|في شهر|ежемесячно|в месяц|miesiecznie|월|po mesecu",
            _MONTH,
        ),
        (
            "yearly|annual|annually|p.a.|p.a|pa|jahrlich|im jahr|anual|anuales|anualmente|al ano|por ano|ao ano|annuel|"
            "annuelle|annuels|par an|l'an|every year|each year|每年|一年|/年|سنويا|سنوياً|في السنة|в год|rocznie",
            _YEAR,
        ),
        ("weekly|wochentlich|semanal|a la semana|hebdomadaire|par semaine|p.w.|pw|每周|一周|أسبوعيا|в неделю", _WEEK),
        ("daily|taglich|am tag|diario|al dia|por dia|par jour|per diem|每天|一天|يوميا|p.d.|в день", _DAY),
        ("quarterly|vierteljahrlich|trimestral|trimestriel|p.q.|每季度|每季", _QUARTER),
        ("half-yearly|half yearly|halbjahrlich|semestral|biannual|biannually|twice a year|semi-annually", _HALF_YEAR),
        ("fortnightly|biweekly|bi-weekly|every other week|every two weeks|every second week|every 2 weeks", _FORTNIGHT),
        ("hourly|ph|p.h.|p/h|per hour|die stunde|l'heure|la hora|每小时|一小时|小时", _HOUR),
        (
            "one-off|one off|oneoff|one-time|one time|onetime|once only|just once|only once|upfront|up front|up-front|"
            "einmalig|einmal|una vez|una sola vez|pago unico|unico|une fois|une seule fois|uma vez|lump sum|一次性|一次|"
            "مرة واحدة|one shot|single payment|to start with",
            _ONCE,
        ),
        ("each|apiece|a piece|a pop|a go|ea|je stuck|pro stuck|das stuck|jeweils|cada uno|cada una|cada um|"
         "chacun|chacune|piece|l'unite|la unidad|一个|每个|للواحد|للواحدة|per unit|a unit", _EACH),
        ("p.p.|pp|a head|per head", Rate(Period.UNIT, per="person")),
        ("p/m", _MONTH),
        ("p/a", _YEAR),
    )
    for phrase in said.split("|")
)  # fmt: skip
_LINKS = phrases(
    (phrase, True)
    for phrase in "per|a|an|each|every|/|pro|je|jede|jeden|jedes|por|par|cada|chaque|todo|all|the|per each|in the|"
    "a cada|por cada|for each|for every|每|一|لكل|في|за|al|im|in a".split("|")
)
_UNIT_LINKS = frozenset(
    {"per", "a", "an", "each", "/", "pro", "je", "por", "par", "cada", "chaque", "every", "每", "一"}
)
_UNIT_LINKS_AR = frozenset({"لكل"})
_ARTICLE_LINKS = frozenset({"la", "le", "el", "die", "das", "der", "o", "il"})
_NO_UNITS = frozenset(
    "lot bit few little minimum maximum total max min half time while start year cost price good nice great big small "
    "and or for from to at of in on with is are was the my our we i you it so but if when plus one two three "
    "couple number year's deposit fee cent".split()
)
_WIDE_UNITS = frozenset(
    "square cubic running working sq quadrat metric single new extra finished half used sold".split()
)
_MEASURES = frozenset("g kg km m cl ml l lb lbs sqm m2 oz cm".split())
_TIMES = {"once": 1, "twice": 2, "2x": 2}


def read_rate(tokens: Sequence[Token], at: int, *, money: bool = True) -> Rate | None:
    """What is written from a token on about how often or for what an amount is paid; `end` is the next token.

    `money` says that a currency was written, so that a bare article may name the unit ("3 € la taza").
    """
    first = _read_one(tokens, at, money=money)
    if first is None:
        return None
    second = (
        _read_one(tokens, first.end, money=False)
        if text_at(tokens, first.end) in ("/", "per", "a", "pro")
        else None
    )
    if second is None or (first.period is second.period and first.period is not Period.UNIT):
        return first
    unit, often = (first, second) if first.period is Period.UNIT else (second, first)
    if unit.period is Period.UNIT and often.period in (Period.MONTH, Period.YEAR):
        return Rate(often.period, unit.per, often.times, second.end)
    return first


def _read_one(tokens: Sequence[Token], at: int, *, money: bool) -> Rate | None:
    start = at
    if text_at(tokens, at) in ("(", ",", "-", "，", "،") and _self_said(tokens, at + 1):
        at += 1
    often = _TIMES.get(text_at(tokens, at))
    if often:
        counted = _linked(tokens, at + 1, money=False)
        if counted and counted.period is not Period.UNIT:
            return _ended(counted, counted.end, counted.times * often)
    said = _self_said(tokens, at) or _once(tokens, at)
    if said:
        end = said.end
        if at > start and text_at(tokens, start) == "(" and text_at(tokens, end) == ")":
            end += 1
        if said.period is Period.UNIT and not said.per and text_at(tokens, at) in ("each", "je"):
            return _linked(tokens, at, money=money) or said
        return _ended(said, end)
    return _linked(tokens, at, money=money)


def _ended(rate: Rate, end: int, times: Fraction | None = None) -> Rate:
    return Rate(rate.period, rate.per, rate.times if times is None else times, end)


def _self_said(tokens: Sequence[Token], at: int) -> Rate | None:
    found = match_phrase(tokens, at, _SELF_SAID)
    return _ended(found[0], found[1]) if found else None


def _once(tokens: Sequence[Token], at: int) -> Rate | None:
    """The bare word "once", unless a clause follows ("once we open")."""
    if text_at(tokens, at) != "once" or (at + 1 < len(tokens) and tokens[at + 1].kind == "word"):
        return None
    return _ended(_ONCE, at + 1)


def _linked(tokens: Sequence[Token], at: int, *, money: bool) -> Rate | None:
    link = match_phrase(tokens, at, _LINKS)
    if link is None:
        if money and text_at(tokens, at) in _ARTICLE_LINKS:
            return _unit(tokens, at + 1, "")
        return None
    end = link[1]
    again = match_phrase(tokens, end, _LINKS)
    if again and text_at(tokens, end) in ("the", "a", "un", "each", "every", "一"):
        end = again[1]
    name = text_at(tokens, end)
    if text_at(tokens, at) == "/" and name in _LETTERS:
        return _ended(_LETTERS[name], end + 1)
    count = _count(tokens, end)
    noun = match_phrase(tokens, end + (1 if count else 0), _NOUN_PHRASES)
    if noun:
        rate, after = noun
        if rate.period is Period.UNIT:
            return _ended(rate, after)
        return _ended(rate, after + (text_at(tokens, after) == "." and text_at(tokens, after - 1) in ("mo", "yr", "wk")),
                      rate.times / count if count else rate.times)  # fmt: skip
    linked = text_at(tokens, at)
    return _unit(tokens, end, linked) if linked in _UNIT_LINKS or linked in _UNIT_LINKS_AR else None


def _count(tokens: Sequence[Token], at: int) -> int:
    """The number in "every 3 months", 0 if there is none."""
    name = text_at(tokens, at)
    value = Decimal(name) if name.isascii() and name.isdigit() and len(name) < 3 else UNITS.get(name)  # noqa: PLR2004 - two digits
    return int(value) if value is not None and value >= 1 else 0


def _unit(tokens: Sequence[Token], at: int, link: str) -> Rate | None:
    """The unit that a price is for: the next word, with its number or adjective ("100 flyers", "square metre")."""
    if at >= len(tokens):
        return None
    end = at + 1
    if tokens[at].kind == "number" and link in ("per", "pro", "/", "por", "par", "je"):
        if end >= len(tokens) or tokens[end].kind != "word":
            return _ended(Rate(Period.UNIT, per=tokens[at].raw), end)
        return _ended(Rate(Period.UNIT, per=f"{tokens[at].raw} {tokens[end].raw}"), end + 1)
    if tokens[at].kind == "han" and link in ("/", "每", "一"):
        return _ended(Rate(Period.UNIT, per=tokens[at].raw), end)
    name = tokens[at].text
    if tokens[at].kind != "word" or name in _NO_UNITS or name in UNITS:
        return None
    if len(name) == 1 and name not in _MEASURES:
        return None
    if name in _WIDE_UNITS and end < len(tokens) and tokens[end].kind == "word":
        return _ended(Rate(Period.UNIT, per=f"{tokens[at].raw} {tokens[end].raw}"), end + 1)
    return _ended(Rate(Period.UNIT, per=tokens[at].raw), end)
