"""The words by which a statement is sure: things, people, costs, and what one does for a living."""

from conversations.reading.listwords import DETERMINERS
from conversations.reading.wordsets import words

THINGS = words(
    "van vans truck trucks lorry car cars bike bikes bicycle scooter trailer trailers cart carts "
    "boat forklift tractor oven ovens kitchen kitchens fridge fridges freezer freezers mixer mixers "
    "grinder grinders stove machine machines printer printers laptop laptops computer computers "
    "tablet camera cameras phone phones server servers projector office offices shop shops store "
    "stores stall stalls stand room rooms studio studios workshop workshops warehouse garage garages "
    "barn building house houses flat space desk desks chair chairs table tables tent tents container "
    "containers website domain software app licence license land field greenhouse loom lathe drill "
    "saw sewing-machine kiln pitch storage unit equipment furniture tools tool generator solar-panel "
    "counter display shelf shelves till scale scales mould moulds instruments piano"
)
"""Nouns that are surely things one can have; elsewhere the verb has to tell."""
KIN = words(
    "cousin cousins brother brothers sister sisters mother father mum mom dad wife husband partner "
    "son sons daughter daughters uncle aunt nephew niece friend friends neighbour neighbours "
    "neighbor neighbors girlfriend boyfriend flatmate roommate parents family in-laws brother-in-law "
    "sister-in-law mother-in-law father-in-law grandmother grandfather"
)
PEOPLE = words(
    "baker bakers cook cooks chef chefs driver drivers waiter waiters waitress server barista "
    "baristas cashier cleaner cleaners packer packers seller sellers salesperson assistant "
    "assistants helper helpers apprentice apprentices intern interns student students volunteer "
    "volunteers developer developers programmer coder engineer engineers designer designers "
    "accountant accountants bookkeeper bookkeepers lawyer teacher teachers trainer trainers coach "
    "coaches tutor tutors nurse nurses carer carers gardener gardeners mechanic mechanics carpenter "
    "carpenters tailor tailors seamstress worker workers employee employees manager managers "
    "director secretary receptionist photographer translator consultant consultants freelancer "
    "freelancers courier couriers technician technicians electrician plumber painter builder "
    "builders farmhand salesman saleswoman salespeople people staff person colleague colleagues co- "
    "founder cofounder founder team-mate"
)
"""Nouns for people who do the work; a customer or a supplier is none of them."""
CUSTOMERS = words(
    "customer customers client clients buyer buyers tenant tenants guest guests user users "
    "subscriber subscribers visitor visitors tourist tourists patient patients reader readers member "
    "members investor investors kids children people everyone everybody somebody someone nobody "
    "others them him her you"
)
COSTS = words(
    "rent insurance electricity power gas water heating fuel petrol diesel internet wifi broadband "
    "phone hosting software advertising ads marketing packaging postage shipping flour wages salary "
    "salaries pay payroll tax taxes vat fee fees licence license permit accountant accounting "
    "bookkeeping maintenance repairs cleaning bill bills subscription subscriptions lease leasing "
    "storage stationery commission interest loan repayment repayments premium premiums deposit "
    "parking tolls utilities ingredients supplies materials security miete strom versicherung benzin "
    "gehalt alquiler luz seguro gasolina sueldo loyer electricite assurance essence salaire aluguel "
    "luz gasolina salario"
)
"""What one pays for: said with an amount beside it, it is a cost."""
DOING = words(
    "answer assemble bake bottle brew bring build butcher clean coach collect cook craft create cut "
    "decorate deliver demo design develop distribute do draw dye edit embroider engrave film fix fry "
    "grill grind grow handle harvest host install iron knit make manage manufacture mend mill mix "
    "mow operate organise organize pack package paint photograph pick pickle plant post prepare "
    "press print process produce program promote provide publish record recycle refill rehearse "
    "repair restore roast run sell serve service sew ship sort source stock store supervise supply "
    "support tailor teach test train translate transport vet wash weave weld wrap write advertise "
    "ferment smoke tutor translate cater drive hand keep"
)
"""Verbs of work: with what is done beside them, they tell an activity."""
VAGUE = words(
    "it them this that these those everything something nothing anything things thing stuff lot lots "
    "time attention progress money sense mistake mistakes friends idea ideas company competition "
    "competitors shares trouble fun problem problems question questions meeting meetings plan plans "
    "chance luck way ways difference decision decisions job best bit more less loss losses profit "
    "profits hope feeling one ones some any much many well badly late early soon fast slow good "
    "great better worse out off up down again there here"
)
"""Words that name nothing that could stand on a canvas."""
MOMENTS = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december today tomorrow now then home here there scratch "
    "next last week month year morning spring summer autumn winter it them him her us time "
    "experience memory"
)
"""Words after "from" that are no giver."""
POINTERS = words("the this that our my these those")
"""Determiners by which one speaks of something that may be known already."""
MARKS = DETERMINERS | words("our own another some two three")
COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "both": 2, "zwei": 2, "drei": 3, "dos": 2, "tres": 3, "dois": 2, "duas": 2,
}  # fmt: skip


def base_of(verb: str) -> str:
    """Give the plain form of a verb of work ("selling", "does"), empty where it is none."""
    if verb in DOING:
        return verb
    stems = [verb[: -len(end)] for end in ("ing", "es", "s", "ed") if verb.endswith(end)]
    if verb.endswith("ies"):
        stems.append(f"{verb[:-3]}y")
    for stem in stems:
        undoubled = stem[:-1] if stem[-2:-1] == stem[-1:] else stem
        for base in (stem, f"{stem}e", undoubled):
            if base in DOING:
                return base
    return ""
