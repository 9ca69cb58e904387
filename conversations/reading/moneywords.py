"""The words around amounts: approximations, bounds, ranges, and what tells that a number is no money."""

from conversations.reading.tokens import Phrases, phrases
from conversations.reading.wordsets import words


def _table(said: str) -> Phrases[bool]:
    return phrases((phrase, True) for phrase in said.split("|"))


ABOUT = _table(
    (
        "about|around|approx|approx.|approximately|roughly|~|ca|ca.|c.|circa|maybe|perhaps|probably|like|"
        "say|i guess|almost|nearly|close to|some|an estimated|estimated|est.|i think|ungefahr|etwa|rund|"
        "zirka|vielleicht|fast|knapp|gegen|unos|unas|mas o menos|alrededor de|aproximadamente|cerca de|"
        "casi|quizas|tal vez|environ|a peu pres|autour de|peut-etre|presque|uns|umas|por volta de|talvez|"
        "quase|mais ou menos|大约|大概|约|差不多|左右|حوالي|تقريبا|تقريباً|примерно|около|circa"
    ),
)
AT_MOST = _table(
    (
        "under|below|less than|up to|at most|max|max.|maximum|no more than|not more than|upto|<|bis zu|"
        "hochstens|maximal|unter|weniger als|menos de|hasta|como maximo|jusqu'a|moins de|au maximum|"
        "au plus|ate|no maximo|menos de|不到|最多|أقل من"
    ),
)
AT_LEAST = _table(
    (
        "over|above|more than|at least|min|min.|minimum|no less than|upwards of|>|uber|mindestens|"
        "mehr als|ab|mas de|al menos|a partir de|como minimo|plus de|au moins|a partir de|des|pelo menos|"
        "mais de|acima de|至少|超过|أكثر من|على الأقل|starting at|starts at|starting from"
    ),
)
BETWEEN = _table("between|zwischen|entre|tra|بين")
FROM = _table("from|von|desde|de|à partir de|从|من")
RANGE_LINKS = frozenset(
    {
        "-",
        "to",
        "or",
        "bis",
        "a",
        "oder",
        "ou",
        "o",
        "~",
        "..",
        "…",
        "至",
        "到",
        "إلى",
        "الى",
        "till",
        "hasta",
    }
)
NOT_MONEY_AFTER = words(
    "% percent pct per-cent prozent ciento cento ° ºc am th st nd rd o'clock uhr mal times % ٪ ‰ km "
    "kg km² m² sqm sqft cm mm ml litres liters"
)
NOT_MONEY_BEFORE = words(
    "# no nr num number nº version v unit room floor top level covid phase step % q chapter"
)
MONTH_NAMES = words(
    "january february march may april june july august september october november december jan feb apr jun "
    "jul "
    "aug sep sept oct nov dec januar februar marz juni juli oktober dezember enero febrero abril "
    "mayo junio julio agosto septiembre octubre noviembre diciembre janvier fevrier avril juin "
    "juillet aout septembre octobre novembre decembre janeiro fevereiro maio junho julho setembro "
    "outubro novembro dezembro 月 日 年 号"
)
AFTER_FIGURE = words(
    "once now then today so currently already usually normally typically again still before after "
    "when if as because since while until till for at to from in into on of with by and or but plus "
    "minus net gross before incl including excluding incl. excl excl. ish tops max maximum minimum "
    "min total overall altogether all or-so i we they he she it is was are were would will should "
    "can could might has have had which that this these too only just more less vat tax taxes rent "
    "salary salaries wage wages fee fees deposit insurance cost costs budget savings loan grant cash "
    "money income revenue sales turnover bill bills payment payments price prices mwst netto brutto "
    "miete gehalt lohn ht ttc loyer iva alquiler salario aluguel salário salaries und oder aber y o "
    "pero et ou mais e mas si wenn out off up down yet maybe perhaps probably right likely though "
    "although not nothing worth apiece at least we're i'm it's that's approximately there here "
    "please ok okay yes thanks lol sorry hopefully actually 左右 吧 了 的 多"
)
