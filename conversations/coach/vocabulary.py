"""The words that rules look for.

They are English: where a canvas is in another language, rules that would conclude something from the absence
of a word stay silent.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from conversations.canvas.facets import Block

if TYPE_CHECKING:
    from collections.abc import Iterable

    from conversations.canvas.document import Canvas

_WORD = re.compile(r"[^\W\d_]+")
_MOSTLY = 0.9


def _words(words: str) -> frozenset[str]:
    return frozenset(" ".join(word.split()) for word in words.split("|"))


_FOREIGN = _words(
    """
        und | der | das | für | mit | ein | eine | zu | le | les | des | et | pour | avec | une | du |
        el | los | las | para | con | una | y | il | gli | di | che | och | att | med | og | på | het |
        een | voor | uma | com
    """
)


def _stems(words: str) -> re.Pattern[str]:
    """Compile words, where `*` stands for any ending."""
    patterns = (
        re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in sorted(_words(words))
    )
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)


RESEARCH = _stems(
    """
        research* | interview* | survey* | questionnaire* | feedback | validat* | test | tests | testing
        | prototyp* | pilot* | observ* | study | studies | talk to | talk with | talking to | ask |
        asking | listen* | speak to | speak with | focus group* | find out | try out | trial* |
        experiment* | market analysis | taste* | tasting* | competitor*
    """
)
LICENCE = _stems(
    """
        licen* | permit* | registr* | register* | certif* | incorporat* | authoris* |
        authoriz* | approval* | accredit* | inspect* | insurance | trademark* | legal* | concession* |
        business number | tax number | compan* formation | hygiene
    """
)
REACH = _stems(
    """
        market* | sell* | sale | sales | sold | advert* | ad | ads | promot* | post | posts | posting |
        instagram | facebook | tiktok | linkedin | youtube | social media | campaign* | flyer* |
        leaflet* | poster* | sign | signs | call | calls | email* | mail* | newsletter* | blog* |
        website* | web | webshop* | online | shop* | store* | stall* | stand | deliver* | ship | ships |
        shipping | shipment* | distribut* | attract* | acqui* | outreach | pitch* | fair | fairs | seo |
        refer* | invite* | recruit* | win | demo* | visit* | event* | brand* | retail* | e-commerce |
        commerce | catalogue* | export* | word of mouth | open day* | franchis* | show | showroom* |
        tell | launch* | publicity | pr | influencer*
    """
)
KEEP = _stems(
    """
        support* | service | services | servic* | help* | customer* | client* | loyal* | stamp* |
        remind* | newsletter* | repl* | answer* | review* | communit* | follow* | check in* | check-in*
        | keep* | regular* | subscriber* | feedback | retain* | retention | complain* | guarantee* |
        warrant* | member* | relation* | aftercare | after-sales | care | train* | workshop* | thank* |
        host* | greet* | welcome* | consult* | moderat* | engag* | trust | return* | repair* | maintain*
        | discount* | reward* | gift* | guest* | birthday*
    """
)
EARN = _stems(
    """
        sell* | sale | sales | sold | invoic* | bill | bills | billing | charg* | pay* | pric* |
        subscri* | fee | fees | commission* | order* | rent* | donat* | fundrais* | grant* | sponsor* |
        monet* | earn* | revenue* | income* | checkout* | deal* | contract* | quote* | book | booking* |
        take | collect* | licens* | ticket* | tender* | negotiat* | offer* | upsell* | trade | retail* |
        store* | shop* | deposit* | advertis*
    """
)
_JOBS = """
        people | team* | staff* | founder* | co-founder* | cofounder* | employee* | worker* | engineer* |
        developer* | designer* | baker | bakers | driver* | manager* | assistant* | cook | cooks | chef* |
        barista* | teacher* | trainer* | nurse* | doctor* | vet | vets | artist* | artisan* | craftsm* |
        tailor | tailors | seller* | sales rep* | reps | consultant* | researcher* | scientist* | intern |
        interns | helper* | cleaner* | accountant* | lawyer* | technician* | mechanic* | coder* |
        programmer* | freelancer* | crew | personnel | rider* | chemist* | stylist* | photographer* |
        writer* | editor* | moderator* | beekeeper* | operator* | tutor* | therapist* | gardener* |
        carpenter* | electrician* | plumber* | packer* | bookkeeper* | volunteer* | student*
    """
WORKERS = re.compile(
    _stems(_JOBS).pattern + r"(?=\W*$|\s*[,;:(/&]|\s+(?:and|or|with|who|for|from|in|at|as|to|on|of)\b)",
    re.IGNORECASE,
)
"""People by their jobs, where the job isn't said of a thing ("developer laptops")."""
PEOPLE = _stems(
    _JOBS
    + """|
        person* | me | myself | i | my | we | our skills | agent* | expert* | specialist* | partner* |
        human* | talent* | community | communities | brother | sister | wife | husband | friend* | cousin |
        mother | father | family | host | hosts | farmer* | mentor* | advisor* | adviser* | owner* |
        skills | skilled | workforce | hands | keeper*
    """
)
FUNDING = _stems(
    """
        money | cash | saving* | loan* | credit | grant* | fund | funds | funding | fundrais* |
        crowdfund* | invest* | capital | budget* | equity | angel* | bank* | donat* | sponsor* | financ*
        | subsid* | deposit* | pre-order* | preorder* | revenue* | income | prize | scholarship* | euro*
        | dollar* | pound* | stipend* | endowment*
    """
)
MONEY_SIGN = re.compile(r"[$€£¥₹]|\b(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|CAD|AUD|INR)\b")
PAY = _stems(
    """
        pay | payroll | paid | wage* | salar* | labour | labor | staff* | team* | employee* |
        compensation | freelanc* | people | personnel | my time | own time | spare time | stipend* |
        payout* | developer* | workers | founder* | helper* | crew | hourly | honorari* | commission*
    """
)
UNPAID = _stems(
    """
        volunteer* | unpaid | student* | advisor* | mentor* | supervisor* | family | friend*
    """
)
SOLE = _stems(
    """
        only | sole | single | exclusive* | one-of-a-kind | monopol*
    """
)
UNIQUE = _stems(
    """
        recipe | recipes | formula | formulas | formulae | firmware | invention* | algorithm* | patent
        pending | dataset* | data set* | source code | design | designs | blueprint* | prototype*
    """
)
NOT_UNIQUE = _stems(
    """
        skill* | capabilit* | team* | software | tool* | expert* | know-how | book | books | thinking |
        licen*
    """
)
PROTECTED = _stems(
    """
        patent* | trademark* | copyright* | secre* | nda | ndas | licen* | protected | protect* |
        registered design*
    """
)
_MAKING = r"build|launch|develop|create|make|set\s+up|open|establish|start|design"
_WHOLE = (
    r"platform|app|website|site|company|business|shop|store|brand|network|factory|marketplace|product|software|"
    r"system|restaurant|school|hotel|franchise"
)
BIG = re.compile(
    rf"\b(?:{_MAKING})\s+(?:(?:the|a|an|our|my|whole|new|own)\s+)*(?:\w+\s+)?(?:{_WHOLE})$", re.IGNORECASE
)
EQUIPMENT = _stems(
    """
        machine* | oven* | van | vans | car | cars | truck* | vehicle* | equipment | building* | cart |
        carts | press | lathe* | printer* | fridge* | freezer* | kitchen | boat* | trailer* | bike* |
        shop fit* | fit-out | furniture | server | servers | tools | tractor* | container*
    """
)
GENERIC: dict[Block, frozenset[str]] = {
    Block.ACTIVITIES: _words(
        """
            marketing | sales | selling | advertising | promotion | research | development | production |
            manufacturing | operations | logistics | distribution | service | services | customer service |
            support | customer support | management | administration | admin | finance | networking |
            planning | work | branding | social media | r&d | delivery | purchasing | communication
        """
    ),
    Block.RESOURCES: _words(
        """
            equipment | machines | machinery | tools | materials | raw materials | resources |
            technology | software | hardware | people | staff | team | employees | human resources |
            money | capital | finance | funding | knowledge | know-how | skills | expertise | experience
            | data | brand | network | infrastructure | assets | things | time
        """
    ),
    Block.PARTNERS: _words(
        """
            partners | suppliers | supplier | investors | investor | vendors | distributors | companies
            | businesses | government | manufacturers | contractors | consultants | associations |
            institutions | organisations | organizations | others | stakeholders | providers | service
            providers
        """
    ),
    Block.COSTS: _words(
        """
            costs | cost | expenses | other | others | other costs | miscellaneous | misc | overhead |
            overheads | fixed costs | variable costs | operating costs | operations | various |
            everything | fees
        """
    ),
}
_LEADING = re.compile(r"^(?:the|our|my|some|various|key|general|good|more|do|doing)\s+", re.IGNORECASE)


def generic(text: str, block: Block) -> bool:
    """Tell whether a text is a word that could stand on anybody's canvas."""
    bare = _LEADING.sub("", text.strip(" .!…").casefold())
    return bare in GENERIC[block]


def mentions(vocabulary: re.Pattern[str], texts: Iterable[str]) -> bool:
    """Tell whether any of the texts has one of the words."""
    return any(vocabulary.search(text) for text in texts)


def readable(canvas: Canvas) -> bool:
    """Tell whether the entries seem to be English, so that a word that isn't there may mean something."""
    letters = [letter for entry in canvas.entries for letter in entry.text if letter.isalpha()]
    if not letters or sum(letter.isascii() for letter in letters) < _MOSTLY * len(letters):
        return False
    words = {word for entry in canvas.entries for word in _WORD.findall(entry.text.casefold())}
    return len(words & _FOREIGN) <= 1
