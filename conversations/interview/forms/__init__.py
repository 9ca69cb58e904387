"""The forms of questions, by the names that scripts use."""

from conversations.interview.forms.activities import ExpertForm, MonthForm
from conversations.interview.forms.base import Form
from conversations.interview.forms.costs import CostsForm, GrowingForm, PricesForm
from conversations.interview.forms.items import ItemsForm, PeopleForm
from conversations.interview.forms.partners import HalvesForm, PartnersForm
from conversations.interview.forms.sale import CurrencyForm, SaleForm
from conversations.interview.forms.setup import CustomersForm, NameForm, PromiseForm, StageForm, WorkForm
from conversations.interview.forms.sourcing import SourcingForm

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
}
