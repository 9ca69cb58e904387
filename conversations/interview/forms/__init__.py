"""The forms of questions, by the names that scripts use."""

from conversations.interview.forms.activities import ExpertForm, MonthForm
from conversations.interview.forms.base import Form
from conversations.interview.forms.costs import CostsForm
from conversations.interview.forms.growing import GrowingForm
from conversations.interview.forms.items import ItemsForm, PeopleForm
from conversations.interview.forms.partners import HalvesForm, PartnersForm
from conversations.interview.forms.prices import PricesForm
from conversations.interview.forms.sale import CurrencyForm, SaleForm
from conversations.interview.forms.setup import CustomersForm, NameForm, PromiseForm, StageForm, WorkForm
from conversations.interview.forms.sourcing import SourcingForm
from conversations.interview.forms.words import WordsForm

FITTING: dict[str, frozenset[str]] = {
    **dict.fromkeys(("name", "stage", "promise", "customers", "work"), frozenset({"setup"})),
    **dict.fromkeys(("month", "expert"), frozenset({"activities"})),
    **dict.fromkeys(("people", "sourcing"), frozenset({"resources"})),
    **dict.fromkeys(("partners", "halves"), frozenset({"partners"})),
    **dict.fromkeys(("prices", "costs", "growing", "sale", "currency"), frozenset({"costs"})),
    "items": frozenset({"activities", "resources"}),
    "words": frozenset({"setup", "activities", "resources", "partners", "costs"}),
}
"""The blocks that each form fits: what it writes belongs there."""

FORMS: dict[str, Form] = {
    "name": NameForm(),
    "stage": StageForm(),
    "promise": PromiseForm(),
    "customers": CustomersForm(),
    "work": WorkForm(),
    "items": ItemsForm(),
    "month": MonthForm(),
    "expert": ExpertForm(),
    "people": PeopleForm(),
    "sourcing": SourcingForm(),
    "partners": PartnersForm(),
    "halves": HalvesForm(),
    "prices": PricesForm(),
    "costs": CostsForm(),
    "growing": GrowingForm(),
    "sale": SaleForm(),
    "currency": CurrencyForm(),
    "words": WordsForm(),
}
