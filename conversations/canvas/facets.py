"""The enumerations of the field, and what a facet can hold.

A facet is *not asked* (`msgspec.UNSET`, and absent when stored), *unknown* (`None`: the founder was asked and
doesn't know) or a value. Advice about a missing facet speaks on *unknown*, never on *not asked*.
"""

from enum import Enum


class Block(Enum):
    """The four backstage blocks, in the order of the interview."""

    ACTIVITIES = "activities"
    RESOURCES = "resources"
    PARTNERS = "partners"
    COSTS = "costs"


class Stage(Enum):
    """How far along a venture is."""

    IDEA = "idea"
    PRE_LAUNCH = "pre_launch"
    EARLY = "early"
    GROWTH = "growth"
    ESTABLISHED = "established"

    @property
    def trading(self) -> bool:
        """Whether the venture sells already, so that it is spoken to in the present tense."""
        return self in (Stage.EARLY, Stage.GROWTH, Stage.ESTABLISHED)


class BusinessType(Enum):
    """What kind of work a venture mostly does (the seed's types)."""

    PRODUCTION = "production"
    PROBLEM_SOLVING = "problem_solving"
    PLATFORM = "platform"
    SUPPLY_CHAIN = "supply_chain"


class Serves(Enum):
    """The parts of the front stage that an activity or a resource can serve."""

    VALUE_PROPOSITION = "value_proposition"
    CHANNELS = "channels"
    RELATIONSHIPS = "relationships"
    REVENUE = "revenue"


class ActivityKind(Enum):
    """Kinds of key activities; support such as research or marketing has none."""

    PRODUCTION = "production"
    PROBLEM_SOLVING = "problem_solving"
    PLATFORM = "platform"
    SUPPLY_CHAIN = "supply_chain"


class ResourceKind(Enum):
    """Kinds of key resources."""

    PHYSICAL = "physical"
    INTELLECTUAL = "intellectual"
    HUMAN = "human"
    FINANCIAL = "financial"


class PartnerKind(Enum):
    """Kinds of key partners."""

    STRATEGIC_ALLIANCE = "strategic_alliance"
    COOPETITION = "coopetition"
    JOINT_VENTURE = "joint_venture"
    SUPPLIER = "supplier"


class Sourcing(Enum):
    """How a resource is had."""

    OWNED = "owned"
    LEASED = "leased"
    PARTNER = "partner"


class When(Enum):
    """Whether an activity is for now or waits under Later."""

    NOW = "now"
    LATER = "later"


class Behaviour(Enum):
    """Whether a cost stays or grows with what is sold."""

    FIXED = "fixed"
    VARIABLE = "variable"


class Evidence(Enum):
    """How sure the founder is of an entry."""

    GUESS = "guess"
    ASKED = "asked"
    AGREED = "agreed"
    PAID = "paid"
