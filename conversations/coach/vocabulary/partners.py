"""What is said of partners: the only one, a rival, a buyer, a big name, somebody who does the work."""

import re

from conversations.coach.vocabulary.matching import either, listed, words

SOLE = either(
    listed(
        """
            sole | single-source | single source | monopol* | one-of-a-kind | irreplaceable |
            nobody else | no one else | no alternative* | no other | can't be replaced |
            cannot be replaced | hard to replace | dependent on | depend entirely | entirely dependent
        """
    ),
    r"\bonly\s+(?:\w+\s+){0,4}(?:source|supplier|maker|provider|producer|manufacturer|firm|company|one|"
    r"vendor|mill|farm|factory|lab|dealer|importer|place|partner|who|that)\b",
    r"\b(?:the|our|his|her|its|their) only\b|^only\s+\w+",
    r"^(?:one|a single|single|our one)\s+(?:\w+\s+){0,3}(?:supplier|maker|manufacturer|foundry|factory|"
    r"mill|farm\b|vendor|importer|wholesaler|producer|provider|lab\b|source)",
    r"\b(?:all|every|100\s?%)\s+(?:of\s+)?(?:our|the)\s+\w+.{0,30}\bfrom\s+(?:one|a single)\b",
    r"\bexclusive(?:ly)?\s+(?:supplier|source|supply|from)\b|\bmonopoly\b",
)
TRADES = listed(
    """
        bakery | bakeries | brewery | breweries | café | cafe | cafés | restaurant* | gym | gyms |
        hostel* | hotel* | salon* | clinic* | theatre* | museum* | daycare* | creamery | winery |
        wineries | cinema* | bookshop* | florist* | pharmacy | pharmacies | courier* | tour company |
        tour companies | pizzeria* | ice cream parlour* | nursery | nurseries | kindergarten* |
        food truck* | coffee cart* | coffee shop* | taxi company | cab firm* | laundry | laundrette* |
        yoga studio* | dance school* | language school* | driving school* | music school* | car wash* |
        barber shop* | butcher*
    """
)
RIVAL = either(
    listed("competitor* | rival* | competing | competition | coopetition | co-opetition | arch-rival"),
    r"^(?:an)?other\s+(?:\w+\s+){0,4}(?:firm|company|shop|store|bakery|farm|studio|agency|school|club|café|"
    r"cafe|restaurant|brewery|gym|hotel|hostel|workshop|maker|brand|truck|cart|clinic|start-?up|roaster|"
    r"provider)s?\b",
    r"^(?:the\s+)?(?:neighbouring|neighboring|fellow)\s+\w+.{0,20}\b(?:shop|bakery|studio|truck|cart|"
    r"brewery|maker|roaster|café|cafe|school|gym|hostel)s?\b",
)
JOINT_VENTURE = either(
    listed("joint venture* | jointly owned | joint company | jv"),
    r"\b(?:owned|founded|set up)\s+(?:together|jointly|half)\b|\bhalf and half\b|\bnew (?:company|"
    r"firm) .{0,30}\bwith\b|\bset up and share\b|\bpooling into one\b|\bco-?owned with\b|"
    r"\b50[/-]50 (?:company|venture)",
)
AGREED = listed(
    "agreement signed | signed agreement | signed contract | terms agreed | contract signed |"
    " written agreement | agreed"
)
BUYS = either(
    r"\b(?:buys?|purchases?|orders?|takes?|subscribes? to|books?|hires?|pays? for|consumes?)\s+(?!on\b|"
    r"part\b|care\b|over\b|back\b|us\b)(?:\w+\s+){0,5}(?:from us|of us|our|weekly|monthly|daily|a week|"
    r"a month|each week|each month|every|\d+)|\bwill buy\b|\bbuying from us\b|\bpays? us\b|\bwho buy\b|"
    r"\bthat buy\b|\bbuys? our\b|\bbuys? from us\b",
    r"\bour (?:\w+ )?(?:client|customer|buyer|guest)s? \w+$",
    r"^(?:subscribing|paying|buying|purchasing)\s+\w+",
    r"^(?:\w+\s+){0,3}(?:customers|clients|consumers|end[- ]users|shoppers|subscribers|"
    r"buyers)\b(?!\s+(?:service|support|data|relation|care))",
    r"^buys?\s+(?!us\b)\w+",
)
SUPPLIES = either(
    r"\b(?:gives?|suppl\w+|provides?|lends?|sells?|delivers?|lists?|promotes?|refers?|recommends?|"
    r"sponsors?|sends?|brings?|hosts?|teach\w*|trains?|funds?|donates?|shares?|makes?|produces?|tests?|"
    r"rents?|rents? out|leases?|resells?|introduces?|lets? us|advises?|pilots? (?:with|for) us|"
    r"hands? out)\b",
    r"\bwe (?:buy|order|purchase)\b|\bbought from\b|\bas (?:a )?(?:pilot|reference|reseller|dealer|"
    r"distributor)",
)
_WORK = words(
    """
        make | produce | build | develop | design | write | code | program | bake | cook | fold | roast |
        brew | sew | knit | weave | manufacture | assemble | train | treat | clean | repair | run |
        operate | create | craft | print | perform | handle | prepare | tailor | paint | film | edit |
        grow | distil | advise | mill | bottle | install | conduct | lead | guide | translate | compose |
        record | plan | drive | walk
    """
)
_PLAIN = words(
    """
        make | produce | build | develop | write | bake | cook | sew | knit | weave | manufacture |
        assemble | teach | treat | repair | operate | create | prepare | perform | grow | code
    """
)
DOING = (
    "(?:"
    + "|".join(
        [
            *(f"{verb}s" for verb in _WORK),
            *_PLAIN,
            "teaches",
            "matches",
            "presses",
            "carr(?:y|ies) out",
            "coaches",
            "does",
            "do(?:es)? all",
            "takes? care of",
            "looks? after",
        ]
    )
    + ")"
)
PERCENT = re.compile(r"\d+(?:[.,]\d+)?\s?(?:%|percent|per cent)", re.IGNORECASE)
PAID_SHARE = either(
    PERCENT,
    listed("commission* | royalt* | revenue share | share of sales | share of revenue"),
)
SHARE_COST = listed(
    """
        commission* | share* | fee | fees | royalt* | payout* | percentage | cut | transaction* |
        referral* | affiliate* | platform cost* | booking* | marketplace*
    """
)
_BRANDS = """
        google | microsoft | amazon | aws | apple | facebook | meta | linkedin | ibm | samsung | sony |
        intel | nvidia | oracle | sap | salesforce | tesla | toyota | bmw | mercedes | volkswagen |
        siemens | bosch | ge | general electric | walmart | ikea | nike | adidas | coca-cola | coca cola |
        pepsi* | nestlé | nestle | unilever | procter | danone | starbucks | mcdonald* | visa |
        mastercard | paypal | stripe | jpmorgan | goldman | hsbc | deutsche bank | citi | citibank |
        barclays | santander | allianz | axa | deloitte | pwc | kpmg | mckinsey | accenture | unicef |
        unesco | who | un | united nations | undp | world bank | imf | nasa | esa | european union |
        european commission | eu | red cross | greenpeace | wwf | oxfam | harvard | mit | stanford |
        oxford | cambridge | disney | netflix | spotify | uber | airbnb | booking.com | tripadvisor |
        dhl | ups | fedex | vodafone | at&t | verizon | t-mobile | telekom | orange | telefonica |
        lufthansa | emirates | shell | bp | total | tata | reliance | alibaba | tencent | huawei |
        xiaomi | philips | lidl | aldi | tesco | carrefour | rewe | edeka | zalando | ebay | shopify |
        h&m | zara | pfizer | bayer | novartis | roche | johnson & johnson
    """
BIG_NAME = either(
    listed(
        _BRANDS
        + """
            |
            ministr* | government* | national | federal | state | municipal* | chamber of commerce |
            universit* | tv station* | television | broadcaster* | pension fund* | central bank |
            parliament | international | multinational* | global | airlines | airline | federation |
            european | army | police | telecom* | big four | fortune 500 | leading | major | world |
            large bank* | supermarket chain* | hospital chain* | stock exchange | embassy | embassies | un
        """
    ),
)
