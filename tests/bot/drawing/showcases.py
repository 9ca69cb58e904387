"""The canvases of the gallery: as little as there can be, a full one, far too much, and other scripts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from conversations.canvas.document import Canvas, FrontStage, Venture, Volume
from conversations.canvas.entries import Activity, Cost, Entry, Partner, Resource
from conversations.canvas.facets import Behaviour, Evidence, ResourceKind, Sourcing, Stage, When
from conversations.canvas.money import Amount, Period
from tests.conversations.canvases import MONTH, ONCE, UNIT, YEAR, coffee_cart, cost, euros, to_do

DRAWN_ON = date(2026, 11, 23)
LONG = (
    "Walk every morning before seven from the station to the river and back, ask whoever waits for a tram "
    "what they drink, what they pay for it, what annoys them about it, and whether they would walk one "
    "minute further for a better one; write the answers down at once, in the same notebook, and count."
)
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


def one_entry() -> Canvas:
    """Give a canvas on which somebody has just begun."""
    return Canvas(venture=Venture(name="Bean Wheels", stage=Stage.IDEA)).with_new((to_do("Brew and serve"),))


def full() -> Canvas:
    """Give the coffee cart half a year on: some of it done, some of it sure."""
    canvas = coffee_cart()
    changed: dict[str, Entry] = {}
    for entry in canvas.entries:
        match entry:
            case Activity(text="Talk to 30 commuters"):
                changed[entry.text] = replace(entry, done=True)
            case Resource(text="Cart"):
                changed[entry.text] = replace(entry, evidence=Evidence.AGREED)
            case Partner(text="Mill Roasters"):
                changed[entry.text] = replace(entry, evidence=Evidence.ASKED)
            case Cost(text="Beans"):
                changed["cost"] = replace(entry, evidence=Evidence.PAID)
            case Cost(text="Pitch"):
                changed["pitch"] = replace(entry, evidence=Evidence.GUESS)
    for entry in changed.values():
        canvas = canvas.with_changed(entry)
    return canvas.with_new(
        (
            Resource(id=0, text="Van", kind=ResourceKind.PHYSICAL, sourcing=Sourcing.PARTNER),
            cost("Street permit", euros("180", YEAR), behaviour=Behaviour.FIXED),
            cost("Sign and cups to begin with", euros("400", ONCE)),
            cost("Insurance", None),
        )
    )


def overfull() -> Canvas:
    """Give 120 entries, among them a very long one and a very long word."""
    base = coffee_cart()
    many: list[Entry] = [to_do(LONG), to_do(WORD)]
    many += [to_do(f"Visit office no. {number}", when=When.LATER) for number in range(1, 29)]
    many += [
        Resource(id=0, text=f"Box of cups no. {number}", sourcing=Sourcing.LEASED) for number in range(1, 31)
    ]
    many += [
        Partner(id=0, text=f"Café on street no. {number}", gives=("a pitch",), gets=("coffee",))
        for number in range(1, 31)
    ]
    many += [cost(f"Bill no. {number}", euros(str(10 * number), MONTH)) for number in range(1, 31)]
    return replace(base, entries=(), next_id=1).with_new(many)


def arabic() -> Canvas:
    """Give a bakery in Amman."""
    dinars = "JOD"
    return Canvas(
        venture=Venture(name="مخبز الحي", stage=Stage.EARLY, currency=dinars),
        front_stage=FrontStage(
            value_proposition="خبز ساخن كل صباح على بعد خطوات من بيتك",
            customers="عائلات الحي والطلاب",
            channels="واتساب، ولافتة أمام المحل",
            relationships="بطاقة: العاشر مجانًا",
            revenue="بيع الأرغفة والكعك",
            price=Amount(Decimal("0.25"), Decimal("0.25"), dinars, UNIT, "رغيف"),
            volume=Volume(low=Decimal(6000), high=Decimal(8000)),
        ),
    ).with_new(
        (
            to_do("عجن العجين وخبزه قبل الفجر", starred=True),
            to_do("الحصول على رخصة الصحة", done=True),
            to_do("توصيل الطلبات إلى المقهى المجاور", when=When.LATER),
            to_do("تجربة وصفة الكعك بالسمسم", due=date(2026, 12, 31)),
            Resource(
                id=0, text="فرن", kind=ResourceKind.PHYSICAL, sourcing=Sourcing.LEASED, evidence=Evidence.PAID
            ),
            Resource(id=0, text="وصفة جدتي", sourcing=Sourcing.OWNED),
            Resource(
                id=0, text="سيارة التوصيل", kind=ResourceKind.PHYSICAL, sourcing=Sourcing.PARTNER, partner=8
            ),
            Partner(
                id=0, text="مطحنة الأردن", gives=("طحين",), gets=("طلب أسبوعي",), evidence=Evidence.AGREED
            ),
            Partner(id=0, text="Café Luna", gives=("زبائن",), gets=("خبز طازج",)),
            cost("إيجار المحل", Amount(Decimal(300), Decimal(300), dinars, MONTH), behaviour=Behaviour.FIXED),
            cost(
                "طحين وسكر",
                Amount(Decimal("0.08"), Decimal("0.08"), dinars, UNIT, "رغيف"),
                behaviour=Behaviour.VARIABLE,
            ),
            cost("أجور", Amount(Decimal(450), Decimal(450), dinars, MONTH), behaviour=Behaviour.FIXED),
        )
    )


def chinese() -> Canvas:
    """Give a coffee van in Chengdu, with emoji."""
    yuan = "CNY"

    def monthly(number: int, period: Period = MONTH) -> Amount:
        return Amount(Decimal(number), Decimal(number), yuan, period)

    return Canvas(
        venture=Venture(name="豆子咖啡车 ☕", stage=Stage.PRE_LAUNCH, currency=yuan),
        front_stage=FrontStage(
            value_proposition="两分钟，一杯好咖啡 ☕🚐",
            customers="地铁口的上班族和学生 🎒",
            channels="小红书、地铁站旁的招牌",
            relationships="集点卡：第十杯免费 🎁",
            revenue="按杯卖；办公室包月",
            price=Amount(Decimal(18), Decimal(18), yuan, UNIT, "杯"),
            volume=Volume(low=Decimal(1500), high=Decimal(1500), hoped=True),
        ),
    ).with_new(
        (
            to_do("和三十位上班族聊一聊，问清楚他们早上喝什么、在哪里买、愿意付多少钱 🗣️", done=True),
            to_do("申请摆摊许可证 📄", due=date(2026, 12, 31)),
            to_do("现场制作、出杯 ☕", starred=True),
            to_do("每周发三条小红书 📱"),
            to_do("给写字楼推包月", when=When.LATER),
            Resource(
                id=0,
                text="餐车 🚐",
                kind=ResourceKind.PHYSICAL,
                sourcing=Sourcing.LEASED,
                evidence=Evidence.AGREED,
            ),
            Resource(
                id=0, text="意式咖啡机", kind=ResourceKind.PHYSICAL, sourcing=Sourcing.PARTNER, partner=10
            ),
            Resource(id=0, text="冷萃配方", sourcing=Sourcing.OWNED),
            Resource(id=0, text="小林和我 👩‍🍳", kind=ResourceKind.HUMAN),
            Partner(
                id=0,
                text="山里烘焙坊 🫘",
                gives=("咖啡豆", "咖啡机"),
                gets=("每月订单",),
                evidence=Evidence.ASKED,
            ),
            Partner(id=0, text="地铁站物业", gives=("摊位",), gets=("租金",), evidence=Evidence.GUESS),
            cost("租车", monthly(2600), behaviour=Behaviour.FIXED),
            cost("摊位", monthly(1800), behaviour=Behaviour.FIXED, evidence=Evidence.GUESS),
            cost(
                "豆子、牛奶和杯子",
                Amount(Decimal("5.5"), Decimal("5.5"), yuan, UNIT, "杯"),
                behaviour=Behaviour.VARIABLE,
            ),
        )
    )


def half_a_year_before() -> Canvas:
    """Give the coffee cart as it was planned, before it became the full one."""
    canvas = full()
    flyers = to_do("Hand out flyers")
    helper = Partner(id=0, text="Uncle Sam", gives=("a trailer",), gets=("coffee",))
    changed: list[Entry] = []
    for entry in canvas.entries:
        match entry:
            case Activity(text="Talk to 30 commuters"):
                changed.append(replace(entry, done=False))
            case Activity(text="Brew and serve"):
                changed.append(replace(entry, text="Brew", starred=False))
            case Resource(text="Cart"):
                changed.append(replace(entry, sourcing=Sourcing.OWNED, evidence=Evidence.GUESS))
            case Cost(text="Pitch"):
                changed.append(replace(entry, amount=euros("150", MONTH)))
    for entry in changed:
        canvas = canvas.with_changed(entry)
    came_later = [
        entry.id for entry in canvas.entries if entry.text in ("Tom", "Station", "Insurance", "Van")
    ]
    front = replace(canvas.front_stage, customers="students and commuters")
    canvas = replace(canvas, front_stage=front).without(came_later)
    return replace(canvas, next_id=900).with_new((flyers, helper, cost("Flyers", euros("40", ONCE))))


COMPARED_WITH = {"comparison": (full, half_a_year_before, date(2026, 5, 4))}
"""Canvases with what they are compared with, and its day, by name."""


def korean() -> Canvas:
    """Give a coffee van in Busan."""
    won = "KRW"

    def monthly(number: int) -> Amount:
        return Amount(Decimal(number), Decimal(number), won, MONTH)

    return Canvas(
        venture=Venture(name="콩바퀴 커피차", stage=Stage.PRE_LAUNCH, currency=won),
        front_stage=FrontStage(
            value_proposition="2분 안에 좋은 커피 한 잔",
            customers="출근하는 직장인",
            channels="인스타그램, 역 앞 간판",
            relationships="열 번째 잔은 무료",
            revenue="한 잔씩 팔기, 사무실 월 구독",
            price=Amount(Decimal(4500), Decimal(4500), won, UNIT, "잔"),
            volume=Volume(low=Decimal(1200), high=Decimal(1500), hoped=True),
        ),
    ).with_new(
        (
            to_do("출근길 손님 서른 명과 이야기하기", done=True),
            to_do("거리 영업 허가 받기", due=date(2026, 12, 31)),
            to_do("커피 내리고 건네기", starred=True),
            to_do("사무실에 월 구독 제안하기", when=When.LATER),
            Resource(id=0, text="커피 수레", sourcing=Sourcing.LEASED, evidence=Evidence.AGREED),
            Resource(id=0, text="콜드브루 비법", sourcing=Sourcing.OWNED),
            Resource(id=0, text="민지와 나", kind=ResourceKind.HUMAN),
            Partner(id=0, text="산속 로스터리", gives=("원두", "머신"), gets=("매달 주문",)),
            cost("수레 임대", monthly(350_000), behaviour=Behaviour.FIXED),
            cost("자리", monthly(200_000), behaviour=Behaviour.FIXED, evidence=Evidence.GUESS),
            cost("원두와 우유", Amount(Decimal(1100), Decimal(1100), won, UNIT, "잔")),
        )
    )


SHOWCASES = {
    "one-entry": one_entry,
    "full": full,
    "overfull": overfull,
    "arabic": arabic,
    "chinese": chinese,
    "korean": korean,
}
"""The gallery's canvases by name."""
