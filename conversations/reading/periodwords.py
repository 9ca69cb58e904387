"""The words for how often, or for what, an amount is paid."""

from fractions import Fraction

import msgspec

from conversations.canvas.money import Period
from conversations.reading.tokens import phrases
from conversations.reading.wordsets import words


class Rate(msgspec.Struct, frozen=True):
    """A way of paying: the period, the unit's word, and how often it comes in it (52/12 weeks a month)."""

    period: Period
    per: str = ""
    times: Fraction = Fraction(1)
    end: int = 0


MONTH, YEAR, ONCE = Rate(Period.MONTH), Rate(Period.YEAR), Rate(Period.ONCE)
WEEK = Rate(Period.MONTH, times=Fraction(52, 12))
DAY = Rate(Period.MONTH, times=Fraction(365, 12))
QUARTER = Rate(Period.MONTH, times=Fraction(1, 3))
HALF_YEAR = Rate(Period.MONTH, times=Fraction(1, 6))
FORTNIGHT = Rate(Period.MONTH, times=Fraction(26, 12))
HOUR = Rate(Period.UNIT, per="hour")
EACH = Rate(Period.UNIT)

NOUNS: list[tuple[str, Rate]] = [
    (noun, rate)
    for nouns, rate in (
        ("month months mo mth mths monat monate monats mes meses mois mese mês شهر شهريا месяц", MONTH),
        ("year years yr yrs annum jahr jahre ano anos an ans annee anno سنة год", YEAR),
        ("week weeks wk wks woche wochen semana semanas semaine semaines أسبوع неделю", WEEK),
        ("day days tag tage dia dias jour jours يوم день", DAY),
        ("night nights weekday", DAY),
        ("quarter quarters qtr quartal trimestre trimestres", QUARTER),
        ("hour hours hr hrs stunde std hora horas heure heures ساعة час", HOUR),
        ("semester semestre halbjahr", HALF_YEAR),
        ("fortnight", FORTNIGHT),
    )
    for noun in nouns.split()
]
NOUN_PHRASES = phrases([*NOUNS, ("half year", HALF_YEAR), ("six months", HALF_YEAR), ("p.a.", YEAR)])
LETTERS = {"m": MONTH, "y": YEAR, "h": HOUR, "d": DAY, "w": WEEK, "j": YEAR, "q": QUARTER, "a": YEAR}

SELF_SAID = phrases(
    (phrase, rate)
    for said, rate in (
        (
            (
                "monthly|pcm|p.c.m.|p.m.|p.m|pm|mtl|mtl.|monatlich|mensual|mensuales|mensualmente|al mes|"
                "mensuel|mensuelle|mensal|mensais|ao mes|im monat|every month|each month|mensile|al mese|"
                "每月|每个月|"
                "一个月|个月|/月|شهريا|شهرياً|في الشهر|بالشهر|في شهر|"
                "ежемесячно|в месяц|miesiecznie|월|po mesecu"
            ),
            MONTH,
        ),
        (
            (
                "yearly|annual|annually|p.a.|p.a|pa|jahrlich|im jahr|anual|anuales|anualmente|al ano|"
                "por ano|"
                "ao ano|annuel|annuelle|annuels|par an|l'an|every year|each year|每年|一年|/年|سنويا|سنوياً|"
                "في السنة|в год|rocznie"
            ),
            YEAR,
        ),
        (
            (
                "weekly|wochentlich|semanal|a la semana|hebdomadaire|par semaine|p.w.|pw|每周|一周|"
                "أسبوعيا|"
                "в неделю"
            ),
            WEEK,
        ),
        ("daily|taglich|am tag|diario|al dia|por dia|par jour|per diem|每天|一天|يوميا|p.d.|в день", DAY),
        ("quarterly|vierteljahrlich|trimestral|trimestriel|p.q.|每季度|每季", QUARTER),
        (
            "half-yearly|half yearly|halbjahrlich|semestral|biannual|biannually|semi-annually",
            HALF_YEAR,
        ),
        (
            "fortnightly|biweekly|bi-weekly|every other week|every second week",
            FORTNIGHT,
        ),
        ("hourly|ph|p.h.|p/h|per hour|die stunde|l'heure|la hora|每小时|一小时|小时", HOUR),
        (
            (
                "one-off|one off|oneoff|one-time|one time|onetime|once only|just once|only once|upfront|"
                "up front|up-front|einmalig|einmal|"
                "una vez|una sola vez|pago unico|unico|une fois|une seule fois|uma vez|"
                "lump sum|一次性|一次|مرة واحدة|one shot|single payment|to start with"
            ),
            ONCE,
        ),
        (
            (
                "each|apiece|a piece|a pop|a go|ea|je stuck|pro stuck|das stuck|jeweils|cada uno|cada una|"
                "cada um|"
                "chacun|chacune|piece|l'unite|la unidad|一个|每个|للواحد|للواحدة|per unit|a unit"
            ),
            EACH,
        ),
        ("p.p.|pp|a head|per head", Rate(Period.UNIT, per="person")),
        ("p/m", MONTH),
        ("p/a", YEAR),
    )
    for phrase in said.split("|")
)
LINKS = phrases(
    (phrase, True)
    for phrase in [
        "per",
        "a",
        "an",
        "each",
        "every",
        "/",
        "pro",
        "je",
        "jede",
        "jeden",
        "jedes",
        "por",
        "par",
        "cada",
        "chaque",
        "todo",
        "all",
        "the",
        "per each",
        "in the",
        "a cada",
        "por cada",
        "for each",
        "for every",
        "每",
        "一",
        "لكل",
        "في",
        "за",
        "al",
        "im",
        "in a",
    ]
)
UNIT_LINKS = words("per a an each / pro je por par cada chaque every 每 一 لكل")
ARTICLE_LINKS = frozenset({"la", "le", "el", "die", "das", "der", "o", "il"})
NO_UNITS = words(
    "lot bit few little minimum maximum total max min half time while start year cost price good "
    "nice great big small and or for from to at of in on with is are was the my our we i you it so "
    "but if when plus one two three couple number year's deposit fee cent"
)
WIDE_UNITS = words("square cubic running working sq quadrat metric single new extra finished half used sold")
MEASURES = words("g kg km m cl ml l lb lbs sqm m2 oz cm")
COUNTED_LINKS = words("per pro / por par je")
HAN_LINKS = words("/ 每 一")
COUNT_DIGITS = 2
TIMES = {"once": 1, "twice": 2, "2x": 2}
