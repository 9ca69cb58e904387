"""Who works, and who is paid."""

import re

from conversations.coach.vocabulary.matching import either, listed

_JOBS = """
        people | team* | staff* | founder* | co-founder* | cofounder* | employee* | worker* | engineer* |
        developer* | designer* | baker | bakers | driver* | manager* | assistant* | cook | cooks | chef* |
        barista* | teacher* | trainer* | nurse* | doctor* | vet | vets | artist* | artisan* | craftsm* |
        tailor | tailors | seller* | sales rep* | reps | consultant* | researcher* | scientist* | intern |
        interns | helper* | cleaner* | accountant* | lawyer* | technician* | mechanic* | coder* |
        programmer* | freelancer* | crew | crews | personnel | rider* | chemist* | stylist* |
        photographer* | writer* | editor* | moderator* | beekeeper* | operator* | tutor* | therapist* |
        gardener* | carpenter* | electrician* | plumber* | packer* | bookkeeper* | volunteer* | student* |
        guide | guides | seamstress* | weaver* | potter | potters | apprentice* | grower* | herder* |
        cheesemaker* | brewer* | butcher* | fisherm* | farmhand* | farmer* | sister | sisters | brother |
        brothers | storyteller* | puppeteer* | filmmaker* | musician* | actor* | dancer* | instructor* |
        coach | coaches | coordinator* | receptionist* | waiter* | waitress* | server staff | bartender* |
        courier* | pilot | pilots | analyst* | architect | architects | builder* | mason | masons |
        painter* | welder* | machinist* | roaster staff | ceo | cto | coo | cfo | director* | officer* |
        agents | salespeople | salesperson* | saleswom* | salesm* | workforce | labourer* | laborer* |
        specialist* | professional* | midwi* | dentist* | caregiver* | carers | nann* | sitters |
        walkers | groomer* | barber* | hairdresser* | beautician* | masseur* | physio* | psycholog* |
        dietician* | nutritionist* | translator* | illustrator* | animator* | sommelier* | buyers |
        smokers | sewers | educator* | social worker* | babysitter* | bookseller* | clerk* | aunt |
        uncle | nephew | niece | miller | maker* | chauffeur* | janitor* | caretaker* | warden* |
        housekeeper* | porter* | meteorolog* | biolog* | agronomist* | botanist* | embroiderer* |
        jeweller* | jeweler* | blacksmith* | glassblower* | printers staff | myself | couple |
        paramedic* | medics | smith | smiths | quartet | trio | duo | orchestra | ensemble | choir |
        band | undertaker* | sales force | field force | consultant force | salesforce | twins | midwife |
        monks | nuns | craftspeople | tradespeople | townspeople | locals | youths | youth | teens |
        retirees | pensioners | seniors | cook and | deputy | host couple | apprentices | family of |
        husband | wife | cousin | me | inventor* | owner-manager | partner and i
    """
WORKERS = re.compile(
    listed(_JOBS).pattern + r"(?=\W*$|\s*[,;:(/&]|\s+(?:and|or|with|who|for|from|in|at|as|to|on|of|run)\b)",
    re.IGNORECASE,
)
"""People by their jobs, where the job isn't said of a thing ("developer laptops")."""
PEOPLE = listed(
    _JOBS
    + """
        |
        person* | our skills | my skills | agent* | expert* | specialist* | partner* | human* | talent* |
        community | communities | friend* | mother | father | family | host | hosts | mentor* | advisor* |
        adviser* | owner* | skill* | workforce | hands | keeper* | twins | daughter | son | neighbour* |
        neighbor* | hr | colleague* | alumni | members | crew | sellers | smoker*
    """
)
_TOOLS = (
    "container|computer|printer|trailer|freezer|projector|tractor|extractor|server|cooker|mixer|grinder|"
    "scanner|router|charger|trimmer|clipper|sensor|mower|chipper|sander|newsletter|paper|water|register|"
    "counter|cover|motor|conveyor|harvester|generator|dryer|poster|flyer|letter|number|order|offer|cellar|"
    "lever|pressure washer|dishwasher|boiler|steamer|toaster|roaster|heater|cooler|filter|tanker|scooter|"
    "starter|blender|shredder|digger|excavator|loader|planter|beer|cider|power|butter|sugar|flour|river|"
    "tower|corner|center|theater|folder|binder|sticker|banner|helicopter|elevator|monitor|calculator|"
    "simulator|incubator|detector|reactor|compressor|compactor|tracker|reader|player|speaker|buffer|timber|"
    "lumber|rubber|leather|silver|copper|fiber|supplier|provider|transformer|hammer|ladder|plotter|"
    "laminator|headquarter|character|chapter|cluster|customer|user|subscriber|follower|partner|quarter|"
    "floor|door|colour|color|flavour|vapour|mirror|tutor|other|easter|winter|summer|ginger|pepper|burger|"
    "diaper|drawer|shower|flower|layer|buyer list|marker|timer|meter|stapler|decanter|fermenter|sweater|"
    "counters"
)
SOMEBODY = re.compile(
    rf"^(?:the |our |my |a |an |one |two |three |four |five |six |seven |eight |nine |ten |twelve |\d+ |"
    rf"several |some |part-time |full-time |trained |skilled |experienced |local |young |retired |"
    rf"certified )*(?:[\w-]+ ){{0,2}}?(?!(?:{_TOOLS})s?\b)\w+(?:ers?|ors?|ists?|ians?|eurs?|eers?|smiths?|"
    rf"wrights?|men|women|ographers?|medics?)(?=\W*$|\s*[,;:(/&]|\s+(?:and|or|with|who|for|from|in|at|as|"
    rf"to|on|of|run)\b)",
    re.IGNORECASE,
)
"""A word that ends like a job ("two tilers", "a botanist"), unless it is known for a tool."""
NAMES = re.compile(r"^[A-Z][a-z]+(?:(?:,\s*|\s+(?:and|&)\s+)[A-Z][a-z]+){1,4}$")
PAY = either(
    listed(
        """
            pay | payroll | paid | wage* | salar* | labour | labor | staff* | team* | employee* |
            compensation | freelanc* | people | personnel | my time | own time | spare time | time |
            stipend* | payout* | developer* | workers | founder* | helper* | crew | hourly | honorari* |
            commission* | contractor* | workforce | manpower | human resource* | hr | hire | hires |
            hiring | volunteer* | remuneration | allowance* | tips | man-hours | hours | drawings |
            living costs | living expenses | nurses | teachers | drivers | engineers | designers | cooks |
            chefs | trainers | therapists | instructors | tutors | guides | interns | consultants |
            talent | operators | technicians | cleaners
        """
    ),
)
BROAD_COSTS = listed(
    """
        operat* | r&d | research | development | admin* | overhead* | g&a | sg&a | general expenses |
        production | manufactur* | service cost* | support | marketing and sales | customer service |
        content | store* | plant | running | product* | technology | engineering | design
    """
)
"""Costs of grown firms within which pay is counted."""
UNPAID = listed(
    """
        volunteer* | unpaid | student researcher* | advisor* | adviser* | mentor* | supervisor* | family |
        friend* | for free | honorary | pro bono | community | communities | users | board | network |
        partner* | hosts | customers | agents | artists uploading | reviewers
    """
)
