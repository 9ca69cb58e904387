"""Canvases as nobody planned them: any number of entries, in any script, of any length."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from msgspec import UNSET, UnsetType

from conversations.canvas.document import Canvas, FrontStage, Venture, Volume
from conversations.canvas.entries import Activity, Cost, Entry, Partner, Resource
from conversations.canvas.facets import Behaviour, Evidence, ResourceKind, Sourcing, Stage, When
from conversations.canvas.money import Amount, Period

T = TypeVar("T")
WORDS = {
    "latin": [
        "brew",
        "serve",
        "talk",
        "permit",
        "Straßenverkauf",
        "déjà",
        "señal",
        "ålborg",
        "office",
        "cup",
        "machine",
        "of",
        "the",
        "to",
        "a",
    ],
    "cyrillic": ["кофе", "пекарня", "аренда", "печь", "договор", "с", "на", "и", "поставщик", "маркетинг"],
    "greek": ["καφές", "μηχανή", "ενοίκιο", "συνεργάτης", "και", "άδεια"],
    "arabic": ["خبز", "فرن", "إيجار", "مخبز", "الحي", "كل", "صباح", "مجانًا", "١٢٣"],
    "hebrew": ["קפה", "עגלה", "שכירות", "שותף", "כל", "בוקר"],
    "chinese": ["咖啡车", "意式咖啡机", "地铁口的上班族和学生", "租金", "每周发三条", "豆子、牛奶和杯子"],
    "japanese": ["コーヒー", "豆", "機械を借りる", "毎朝"],
    "thai": ["กาแฟ", "รถเข็น", "ค่าเช่า"],
    "hindi": ["चाय", "ठेला", "किराया", "साझेदार"],
    "emoji": ["☕", "🚐", "🎁", "👩\u200d🍳", "🫘", "📄"],
    "odd": [
        '#read("/etc/passwd")',
        "$x^2$",
        "@ref",
        "*b*",
        "_i_",
        "<b>",
        "\\",
        "a\u0301\u0301\u0301\u0301\u0301",
        "\u202eabc",
        "\ufeff",
        "W" * 70,
    ],
}


def random_canvas(seed: int) -> Canvas:
    """Give the canvas of a seed, the same each time."""
    return _Dice(seed).canvas()


class _Dice:
    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - test data

    def canvas(self) -> Canvas:
        front = FrontStage(
            value_proposition=self.maybe(self.text()),
            customers=self.maybe(self.text()),
            channels=self.maybe(self.text()),
            relationships=self.maybe(self.text()),
            revenue=self.maybe(self.text()),
            price=self.maybe(self.amount()),
            volume=self.maybe(
                Volume(low=Decimal(self._random.randint(1, 9999)), high=Decimal(9999), hoped=True)
            ),
        )
        venture = Venture(
            name=self._random.choice(("", self.text(), self.text())),
            stage=self._random.choice((UNSET, *Stage)),
            currency=self._random.choice(("", "EUR", "CNY", "JOD", "INR")),
        )
        count = self._random.choice((0, 1, 5, 12, 30, 120))
        return Canvas(venture=venture, front_stage=front).with_new(self.entry() for _ in range(count))

    def text(self) -> str:
        script = self._random.choice(list(WORDS))
        length = self._random.choice((1, 2, 4, 8, 40))
        words = [self._random.choice(WORDS[script]) for _ in range(length)]
        if not self._random.randint(0, 4):
            words.append(self._random.choice(WORDS[self._random.choice(list(WORDS))]))
        return " ".join(words)[:300]

    def maybe(self, value: T) -> T | UnsetType | None:
        return self._random.choice((UNSET, None, value, value, value))

    def amount(self) -> Amount:
        low = Decimal(self._random.choice(("0", "0.9", "12", "350", "8000", "1234567.89", "1e15")))
        high = low * self._random.choice((1, 1, 2))
        period = self._random.choice((None, *Period))
        per = self._random.choice(("cup", "杯", "رغيف", "")) if period is Period.UNIT else ""
        return Amount(
            low, high, self._random.choice(("EUR", "CNY", None)), period, per, self._random.random() < 0.2
        )

    def entry(self) -> Entry:
        sure = self.maybe(self._random.choice(list(Evidence)))
        text = self.text()
        match self._random.randint(0, 3):
            case 0:
                return Activity(
                    id=0,
                    text=text,
                    evidence=sure,
                    when=self._random.choice((UNSET, *When)),
                    due=self.maybe(date(2026, 1, 1) + timedelta(days=self._random.randint(0, 700))),
                    done=self._random.random() < 0.2,
                    starred=self._random.random() < 0.2,
                )
            case 1:
                return Resource(
                    id=0,
                    text=text,
                    evidence=sure,
                    kind=self.maybe(self._random.choice(list(ResourceKind))),
                    sourcing=self.maybe(self._random.choice(list(Sourcing))),
                )
            case 2:
                return Partner(
                    id=0,
                    text=text,
                    evidence=sure,
                    gives=self.maybe((self.text(),)),
                    gets=self.maybe((self.text(),)),
                )
        behaviour = self.maybe(self._random.choice(list(Behaviour)))
        return Cost(id=0, text=text, evidence=sure, amount=self.maybe(self.amount()), behaviour=behaviour)
