"""A cohort, the people in it and what it asks of its ventures."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

import msgspec
from msgspec.structs import replace

from conversations.checkins.schedule import Schedule

SCHEMA = 1
BUILT_IN = "backstage"
"""The interview that comes with Backstage."""


class Role(Enum):
    """What a person is in a cohort; one person may be several things."""

    OWNER = "owner"
    MENTOR = "mentor"
    FOUNDER = "founder"


class Metric(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A number that the cohort asks for at each check-in, in the owner's words, and why it asks."""

    name: str
    why: str = ""


class Cohort(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A programme's ventures over a time. `starts` and `ends` are local days, both within it.

    `holidays` are days without a check-in. `digest_day` is a weekday from 0 (Monday), `digest_hour` a local
    hour, -1 where mentors only ask for it. `playbook` (with its version)
    names the interview that its founders are given. `version` is the stored one's, 0 before it is saved.
    """

    id: str
    name: str
    programme: str = ""
    schedule: Schedule = Schedule()
    starts: date
    ends: date
    holidays: tuple[date, ...] = ()
    metrics: tuple[Metric, ...] = ()
    digest_day: int = 0
    digest_hour: int = 8
    playbook: str = BUILT_IN
    playbook_version: int = 0
    ended: bool = False
    group: int = 0
    """The conversation of its group, 0 for none."""
    version: int = 0
    schema: int = msgspec.field(default_factory=lambda: SCHEMA)

    def week_of(self, day: date) -> int:
        """Give the number of the week that a day lies in, 1 for the first; 0 before the start."""
        return 0 if day < self.starts else (day - self.starts).days // 7 + 1


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A person in a cohort in one role. `venture` is what a founder takes part with, empty for the others.

    `name` is what the person is called in this cohort; `finished` tells whether the venture's interview is.
    `zone` is the time zone that a founder has told, filled in where somebody is to be written to.
    """

    person: int
    name: str
    role: Role
    since: datetime
    venture: str = ""
    finished: bool = False
    zone: str = ""


_decoder = msgspec.json.Decoder(Cohort)
_encoder = msgspec.json.Encoder(order="deterministic")


def encode_cohort(cohort: Cohort) -> bytes:
    """Give the cohort as a JSON document; its version is kept beside it."""
    return _encoder.encode(replace(cohort, version=0))


def decode_cohort(document: bytes, version: int) -> Cohort:
    """Give the cohort in a stored document; msgspec.ValidationError where it is none."""
    return replace(_decoder.decode(document), version=version)
