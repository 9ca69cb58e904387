"""Currencies as people write them: signs, codes and names."""

from collections.abc import Sequence

import msgspec

from conversations.reading.tokens import Token, match_phrase, phrases, text_at

_NAMES = {
    "EUR": "€ eur euro euros d'euros evro евро يورو 欧元 유로",
    "GBP": "£ gbp pound pounds quid sterling fiver tenner",
    "USD": "$ us$ u$ usd usd$ dollar dollars dollars dollar dolar dolares bucks buck دولار 美元 달러",
    "CAD": "c$ ca$ cad",
    "AUD": "a$ au$ aud",
    "NZD": "nz$ nzd",
    "HKD": "hk$ hkd 港币 港元",
    "SGD": "s$ sg$ sgd",
    "TWD": "nt$ ntd twd 台币",
    "BRL": "r$ brl reais real",
    "MXN": "mx$ mxn",
    "ARS": "ar$ ars",
    "CLP": "cl$ clp",
    "COP": "co$ cop",
    "PEN": "pen soles",
    "CHF": "chf sfr fr. franken franchi 瑞郎",
    "JPY": "¥ jpy yen 円 日元",
    "CNY": "￥ cny rmb yuan kuai 元 块 块钱 人民币 圆",
    "KRW": "₩ krw 원",
    "INR": "₹ inr rupee rupees rs rs. रुपये रुपया",
    "PKR": "pkr",
    "BDT": "৳ bdt taka",
    "RUB": "₽ rub рублей рубля руб руб.",
    "UAH": "₴ uah грн",
    "PLN": "zł pln zloty zlotych zlotys",
    "CZK": "kč czk",
    "HUF": "ft huf forint",
    "RON": "lei ron",
    "BGN": "bgn лв",
    "SEK": "sek",
    "NOK": "nok",
    "DKK": "dkk",
    "ISK": "isk",
    "TRY": "₺ tl lira try",
    "ILS": "₪ ils nis shekel shekels שקל",
    "AED": "aed dirham dirhams درهم دراهم",
    "SAR": "sar ريال riyal riyals",
    "QAR": "qar",
    "EGP": "egp جنيه",
    "JOD": "jod jd",
    "KWD": "kwd",
    "BHD": "bhd",
    "OMR": "omr",
    "MAD": "mad dh dhs",
    "TND": "tnd",
    "LBP": "lbp",
    "THB": "฿ thb baht",
    "VND": "₫ vnd đ dong",
    "IDR": "idr rp rp. rupiah",
    "MYR": "myr rm ringgit",
    "PHP": "₱ php",
    "NGN": "₦ ngn naira",
    "GHS": "₵ ghs cedi cedis gh₵",
    "KES": "ksh kes",
    "UGX": "ugx ush",
    "TZS": "tzs tsh",
    "ZAR": "zar rand r",
    "ZMW": "zmw kwacha",
    "RWF": "rwf",
    "XOF": "xof fcfa cfa",
    "ETB": "etb birr",
    # money, but which country's is not said
    "": (
        "kr kr. kronor kroner krone kronen crowns peso pesos franc francs francos dinar dinars دينار "
        "shilling shillings rupia ليرة"
    ),
}
_MINOR = {
    "": "cent cents ct cts ct. c ¢ centavos centavo centimos centimes centesimi cêntimos",
    "GBP": "p pence penny pennies",
    "INR": "paise",
    "PLN": "groszy gr",
}
_ONLY_CAPITALS = frozenset(
    {"try", "mad", "ron", "pen", "rub", "cop", "rm", "r", "lei", "ft", "real", "php", "sar", "rand"}
)
_ONLY_TOUCHING = frozenset({"c", "p", "r", "rm", "rp", "ft", "gr", "đ"})
_AFTER_ONLY = frozenset({"rand", "fiver", "tenner", "ft", "real", "lei"})

_WHOLE = phrases((name, code) for code, names in _NAMES.items() for name in names.split())
_PARTS = phrases((name, code) for code, names in _MINOR.items() for name in names.split())


class CurrencyRead(msgspec.Struct, frozen=True):
    """A currency found: its code ("" where the word stands for several), cents or not, and the next token."""

    code: str
    minor: bool
    end: int


def read_currency(tokens: Sequence[Token], at: int, *, after_number: bool) -> CurrencyRead | None:
    """Give the currency written at that token, before or after a number; "TRY" needs its capitals."""
    if at >= len(tokens):
        return None
    name = tokens[at].text
    written = tokens[at].raw
    whole = match_phrase(tokens, at, _WHOLE)
    if whole and not _doubtful(name, written, after_number=after_number):
        code, end = whole
        if written == "￥" or (written == "¥" and _chinese(tokens)):
            code = "CNY"
        if name in ("$", "usd") and text_at(tokens, end) in ("$", "usd") and end == at + 1:
            end += 1
        return CurrencyRead(code, minor=False, end=end)
    part = match_phrase(tokens, at, _PARTS) if after_number else None
    if part and (name not in _ONLY_TOUCHING or tokens[at].start == tokens[at - 1].end):
        return CurrencyRead(part[0], minor=True, end=part[1])
    return None


def _doubtful(name: str, written: str, *, after_number: bool) -> bool:
    """Tell whether the word is rather an ordinary one ("try", "mad", "real") than a currency."""
    if name in _ONLY_CAPITALS and not (written.isupper() or (after_number and name in _AFTER_ONLY)):
        return True
    return not after_number and name in (
        "dollar",
        "pound",
        "buck",
        "real",
        "lei",
        "rand",
        "quid",
        "tenner",
        "fiver",
    )


def _chinese(tokens: Sequence[Token]) -> bool:
    # Japanese writes each of these otherwise, or not at all.
    return any(sign in token.text for token in tokens if token.kind == "han" for sign in "元块每个")
