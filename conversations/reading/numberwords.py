"""The words that numbers are made of, without accents, as `fold` leaves them."""

from decimal import Decimal

_UNIT_WORDS = {
    0: "zero null cero",
    1: "one eins uno",
    2: "two zwei dos deux dois duas",
    3: "three drei tres trois",
    4: "four vier cuatro quatre quatro",
    5: "five funf cinco cinq",
    6: "six sechs seis",
    7: "seven sieben siete sete",
    8: "eight acht ocho huit oito",
    9: "nine neun nueve nove",
    10: "ten zehn diez dix dez",
    11: "eleven elf onze",
    12: "twelve zwolf doce douze doze dozen",
    13: "thirteen dreizehn trece treize treze",
    14: "fourteen vierzehn catorce quatorze",
    15: "fifteen funfzehn quince quinze",
    16: "sixteen sechzehn dieciseis seize",
    17: "seventeen siebzehn diecisiete",
    18: "eighteen achtzehn dieciocho",
    19: "nineteen neunzehn diecinueve",
    20: "twenty zwanzig veinte vingt vinte",
    30: "thirty dreissig dreißig treinta trente trinta",
    40: "forty fourty vierzig cuarenta quarante quarenta",
    50: "fifty funfzig cincuenta cinquante cinquenta",
    60: "sixty sechzig sesenta soixante sessenta",
    70: "seventy siebzig setenta",
    80: "eighty achtzig ochenta oitenta",
    90: "ninety neunzig noventa",
    200: "doscientos duzentos",
    300: "trescientos trezentos",
    400: "cuatrocientos quatrocentos",
    500: "quinientos quinhentos",
    600: "seiscientos seiscentos",
    700: "setecientos setecentos",
    800: "ochocientos oitocentos",
    900: "novecientos novecentos",
}
_SCALE_WORDS = {
    100: "hundred hundert cien ciento cem cento cents مئة 백",
    1_000: "thousand grand tausend tsd mil mille mila tys тыс тысяч тысячи ألف الف آلاف हजार ribu rb",
    100_000: "lakh lakhs lac lacs लाख",
    1_000_000: (
        "million millions mio mln millionen millon millones milhao milhoes milione milioni млн миллион "
        "миллионов مليون juta"
    ),
    10_000_000: "crore crores करोड़",
    1_000_000_000: "billion billions bn mrd milliard milliarden milliards مليار",
}

UNITS = {word: Decimal(value) for value, words in _UNIT_WORDS.items() for word in words.split()}
SCALES = {word: Decimal(value) for value, words in _SCALE_WORDS.items() for word in words.split()}
SCALES["k"] = Decimal(1_000)
TOUCHING_SCALES = {
    "k": Decimal(1_000),
    "m": Decimal(1_000_000),
    "mm": Decimal(1_000_000),
    "mn": Decimal(1_000_000),
    "b": Decimal(1_000_000_000),
    "l": Decimal(100_000),
    "cr": Decimal(10_000_000),
}
"""Scales that count only right behind the digits ("5m" is a sum, "5 m" a length)."""
LONE = frozenset({"hundert", "tausend", "mil", "mille", "cien", "cem", "ألف", "الف", "مليون", "مئة"})
"""Scales that stand for one of themselves, without "one" or "a"."""
ARTICLES = frozenset({"a", "an", "ein", "eine", "un", "una", "une", "um", "uma", "one", "the"})
LINKS = frozenset({"and", "und", "y", "et", "e", "-"})
HALVES = {
    "half": Decimal("0.5"),
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "halbe": Decimal("0.5"),
    "medio": Decimal("0.5"),
    "media": Decimal("0.5"),
    "meio": Decimal("0.5"),
    "demi": Decimal("0.5"),
    "anderthalb": Decimal("1.5"),
    "eineinhalb": Decimal("1.5"),
    "半": Decimal("0.5"),
}
FRACTIONS = frozenset("½¼¾")
A_FEW = {
    **dict.fromkeys(
        ("few", "paar", "unos", "unas", "algunos", "quelques", "alguns", "algumas", "几"), (2, 5)
    ),
    **dict.fromkeys(("several", "some", "mehrere", "varios", "plusieurs", "数"), (3, 9)),
}
COUPLES = frozenset({"couple", "pair"})
PLURAL_SCALES = {
    **dict.fromkeys(("hundreds", "hunderte", "cientos", "centenas", "centaines", "centenares"), Decimal(100)),
    **dict.fromkeys(("thousands", "tausende", "miles", "milhares", "milliers"), Decimal(1_000)),
}
HAN_DIGITS = {
    **{char: place for place, char in enumerate("零一二三四五六七八九")},
    "〇": 0,
    "两": 2,
    "兩": 2,
    "○": 0,
}
HAN_SCALES = {
    "十": Decimal(10),
    "百": Decimal(100),
    "千": Decimal(1_000),
    "万": Decimal(10_000),
    "萬": Decimal(10_000),
    "亿": Decimal(100_000_000),
    "億": Decimal(100_000_000),
    "만": Decimal(10_000),
    "천": Decimal(1_000),
    "억": Decimal(100_000_000),
}

_LONGEST_GERMAN = 60


def german_number(word: str) -> Decimal | None:
    """Give the value of a German number written as one word ("zweitausendfünfhundert"), or `None`."""
    if len(word) > _LONGEST_GERMAN or not ("hundert" in word or "tausend" in word or "und" in word):
        return None
    value = _german(word)
    return None if value is None else Decimal(value)


def _german(word: str) -> int | None:
    for name, scale in (("tausend", 1_000), ("hundert", 100)):
        if name in word:
            head, _, tail = word.partition(name)
            left, right = (_german(head) if head else 1), (_german(tail.removeprefix("und")) if tail else 0)
            return None if left is None or right is None else left * scale + right
    if word in UNITS:
        return int(UNITS[word])
    unit, _, tens = word.partition("und")
    small, large = (1 if unit == "ein" else UNITS.get(unit)), UNITS.get(tens)
    if small is not None and large is not None:
        return int(small) + int(large)
    return 1 if word in ("ein", "eine") else None
