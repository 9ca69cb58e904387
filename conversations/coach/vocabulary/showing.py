"""What activities do for the front stage: reach people, keep them, earn."""

from conversations.coach.vocabulary.matching import either, listed

CUSTOMERS = (
    r"(?:customer|client|user|member|buyer|guest|subscriber|patient|parent|famil|student|pupil|passenger|"
    r"visitor|reader|listener|viewer|tenant|resident|household|shopper|borrower|donor|regular|fan|couple|"
    r"child|kid|owner|office|restaurant|hotel|school|clinic|farm|shop|firm|compan|business|landlord|"
    r"teacher|chef|grower|traveller|traveler|tourist|learner|employer|player|gamer|runner|cyclist|driver|"
    r"renter|retailer|consumer|people|person|doctor|neighbour|neighbor)\w*"
)
_REACH_WORDS = listed(
    """
        marketing | sell* | sale | sales | sold | advert* | ad | ads | promot* | post | posts | posting |
        instagram | facebook | tiktok | linkedin | youtube | whatsapp | social media | campaign* |
        flyer* | leaflet* | poster* | cold call* | cold-call* | cold email* | door to door |
        door-to-door | knock* | newsletter* | blog* | webshop* | web shop | online shop* | online store* |
        e-shop | stall* | deliver* | ship | ships | shipping | shipment* | distribut* | attract* |
        acquir* customer* | acquisition | outreach | pitch | pitches | pitching | fair | fairs | seo |
        sem | referral* | demo | demos | demonstrat* | events | brand campaign* | branding |
        brand building | build the brand | build our brand | retail* | e-commerce | ecommerce | commerce |
        catalogue* | export* | word of mouth | open day* | open house | put notes | notes on | stickers |
        franchis* | showroom* | publicity | pr | influencer* | hand out | give out | samples | pop-up* |
        popup* | exhibit* | trade show* | road show* | roadshow* | awareness | press | media | podcast* |
        radio | tv | signage | put up | street sign | market stall* | farmers market* | weekend market* |
        tell customers | tell people | wholesale | store operations | run stores | run the stores |
        run shops | win customers | win clients | google ads | conference* | congress* | meetup* |
        talks at | speak at | talk at | lectures at | stand at | notices | classifieds | window display |
        display* | branded van | branded car | sample cards | sampling | tastings | open days |
        open evening* | cards in hotels | magnets | bloggers | demonstrations | behance |
        spread the word | stories | launch video | window posters | publish* | lead generation |
        generate leads | leads | prospect* | canvass* | cater* | loudspeaker | advocacy | offer offices |
        list on | listing on | invite* | booth | street team | email marketing
    """
)
_REACH_FORMS = (
    r"(?<!repair )(?<!service )(?<!maintenance )(?<!control )(?<!follow-up )\bvisit(?:s|ing)?\b",
    r"\bmarket(?:s|ed)?\b(?! (?:research|analys|stud|data|survey|value|risk|test|trend|price))",
    r"\bsigns?\s+(?:by|at|on|in|above|outside|near|with|along|for)\b",
    (
        r"^(?:call|phone|email|e-mail|mail|write to|text|message|approach|contact)\b(?!.*\b(?:after|later|"
        r"month|regular|again|existing|subscriber|member|supplier|each|every|when)\w*)"
    ),
    (
        r"\b(?:win|bring|get|gain|acquire|find|recruit|convert|sign up|reach)\b.{0,20}\b(?:customer|client|"
        r"user|buyer|guest|subscriber|member|borrower|traveller|student|patient|shopper|reader)\w*"
    ),
    rf"\b(?:show|present|offer|introduce)\b.{{0,40}}\b(?:to|at|in)\s+(?:\w+\s+)?{CUSTOMERS}",
    r"^put\b.{0,40}\b(?:notes?|cards?|stickers?|ads?|posters?|leaflets?|signs?|boards?|flyers?|banners?)\b",
    r"\bshow\b.{0,25}\bat\b|\btell\s+\w+\s+about\b",
)
REACH = either(_REACH_WORDS, *_REACH_FORMS)
SIGN_UP = listed("sign up | signing up | sign-up* | enrol* | recruit* | onboard* | bring")

_KEEP_WORDS = listed(
    """
        customer support | support* | customer service* | after-sales | aftersales | after sales |
        help desk | helpdesk | helpline | hotline | serve customer* | serve client* | serve guest* |
        loyal* | stamp card* | stamp* | remind* | newsletter* | repl* | answer* | respond* | review* |
        communit* | follow up | follow-up* | follow-ups | check in | check-in* | check back |
        checks back | keep in touch | regular customer* | regulars | regular guests | subscriber* |
        feedback | retain* | retention | complain* | guarantee* | warrant* | member* | relation* |
        aftercare | customer care | care for customer* | thank* | greet* | welcome* | moderat* | engag* |
        refund* | returns | exchanges | discount* | voucher* | reward* | gift* | birthday* | anniversar* |
        bonus* | free refill* | free repair* | dispute* | satisf* | customer success | tips to | loyalty |
        club | trust | hand over gifts | service the | help customer* | help client* | help user* |
        help guest* | help teacher* | help patient* | train customer* | train user* | train client* |
        customer relationship* | crm | stay in touch | in touch | remember | invite back |
        standing order* | subscription* | points | per diem | maintenance visit* | user group* | forum |
        chat with | listen to customer* | listen to client* | replace broken | take friction |
        friction out | consistently good | keep risks low | stays consistent | alter * for free |
        for free | mending | hospitality | hosting guests | rating* | take care of customer* |
        take care of guest* | care of guest* | fan | fans | retargeting
    """
)
_KEEP_FORMS = (
    (
        r"\b(?:send|text|write|phone|call|message|email|mail|ring|post|give|drop off|visit|ask|inform|"
        r"update|tell|let|offer|treat)\b.{0,40}\b(?:customers|clients|members|regulars|guests|buyers|"
        r"subscribers|users|patients|passengers|couples|donors|readers|fans|families|"
        r"learners)\b.{0,60}\b(?:after|later|when|again|who|every|each|month|week|year|birthday|back|about|"
        r"vote|update|offer|tips?|news)\w*"
    ),
    (
        r"\b(?:send|text|write|mail|email|give|drop off)\b.{0,30}\b(?:photo|postcard|card|note|tip|recipe|"
        r"message|clip|reminder|update|news|sample|letter|summary|report|video)s?\b(?!.*\b(?:offer|invoice|"
        r"bill)s?\b)"
    ),
    (
        r"\b(?:after|following)\s+(?:each|every|a|the|one|two|six)\s+(?:\w+\s+)?(?:walk|visit|class|sale|"
        r"purchase|month|week|year|evening|show|meal|stay|delivery|lesson|session|tour|job|order)\b"
    ),
    (
        r"\b(?:every|each|the)\s+(?:third|fifth|sixth|seventh|eighth|ninth|tenth|twelfth)\b|"
        r"\btenth\b.{0,20}\bfree\b|\bfree\b.{0,30}\b(?:tenth|fifth|every|each)\b"
    ),
    r"\b(?:call|phone|visit|check)\b.{0,40}\b(?:a|one|two|three|six)\s+(?:day|week|month|year)s?\s+later\b",
    (
        r"\bremember\b|\bgo(?:es)? the extra mile\b|\bon name days\b|\bat christmas\b|\bbefore (?:winter|"
        r"christmas)\b"
    ),
)
_CONTACT = (
    r"(?:calls?|ring|rings?|phone|texts?|letters?|reports?|visits?|messages?|emails?|e-mails?|notes?|"
    r"cards?|photos?|albums?|circles?|evenings?|meetings?|meet|meets|meet-?ups?|talks?|chats?|chat|"
    r"ride-outs?|gatherings?|part(?:y|ies)|clubs?|nights?|updates?|news|tips?|menus?|surveys?|check-?ups?|"
    r"inspections?|services?|reviews?|polls?|thank|ask|write|tell|show|share|surprises?|water|trim|tend|prune|samples?|hours|"
    r"workshops?|webinars?|events?|dinners?|breakfasts?|picnics?|open house)"
)
_AGAIN = (
    r"(?:every|each|weekly|monthly|quarterly|yearly|annual(?:ly)?|twice|once a|after|again|anniversary|"
    r"birthdays?|term|season|regular(?:ly)?|later|afterwards|following|for (?:a|one|two|three) (?:year|"
    r"month)s?)"
)
_RECURRING = (
    rf"^(?!.*\b(?:invoice|bill|pay|fee|tax|rent|sell|accounts?|staff|team|supplier|machine|stock|"
    rf"book)\w*\b).*\b(?:{_CONTACT}\b.*\b{_AGAIN}|{_AGAIN}\b.*\b{_CONTACT})\b"
)
_PERKS = (
    r"\bfree\b(?! (?:from|of (?:sugar|gluten|charge for us)|range|style|time|of tax))|"
    r"\bwith every (?:order|parcel|box|purchase|pair|delivery|bag)\b|\b(?:for life|spare parts)\b|"
    r"\b(?:for free|free of charge|at no (?:extra )?cost|on the house)\b|\bfirst \w+ free\b|"
    r"\bfree (?:\w+ )?(?:service|repair|refill|coffee|check|tasting|trial|advice|return|delivery|"
    r"replacement|lesson|upgrade|fitting|maintenance|mending|wax|roll|drink)s?\b|\b(?:punch|loyalty|stamp|"
    r"bonus|thank-you|member|customer) cards?\b|\brefills?\b|\bbuddy\b|\b(?:advice|help|support|alert|"
    r"service|phone|chat|customer|care|nurse) (?:line|hotline|desk)\b|\bhotline\b|\btake back\b|"
    r"\bprogress (?:letter|report|talk|check)s?\b|\bon (?:their )?(?:birthdays?|name days?)\b|"
    r"\bparent evenings?\b|\b(?:repair|service|mend|maintain|sharpen|oil|tune|clean|adjust|"
    r"check)\b.{0,30}\b(?:for (?:a|one|two|three|five|ten) years?|after (?:a|one|two|six)|again|"
    r"for life)\b|\b(?:field|after-sale|repair|maintenance|aftermarket|member) services?\b|"
    r"\bservice (?:visits?|calls?|contracts?)\b|\brepair within\b|\bhomework help\b|\bfamily evenings?\b|"
    r"\bexchange within\b|\bmoney back\b|\bmoney-back\b"
)
KEEPING = either(_KEEP_WORDS, *_KEEP_FORMS)
KEEP = either(KEEPING, _RECURRING, _PERKS)
"""Also what is only likely to keep customers: being in touch again, doing something for free."""

_EARN_WORDS = listed(
    """
        sell* | sale | sales | sold | invoic* | bill | bills | billing | charg* | payment* | paid |
        pricing | set prices | subscri* | fee | fees | commission* | take orders | taking orders |
        handle orders | process orders | accept orders | collect orders | fulfil orders | custom orders |
        orders | pre-order* | preorder* | rent out | renting out | rental* | lease out | let rooms |
        letting | donat* | fundrais* | grant* | sponsor* | raise money | raise funds | monetis* |
        monetiz* | earn* | revenue* | income | checkout* | contracts | sign contracts | quotes |
        write offers | send offers | booking* | take bookings | take deposits | take a deposit |
        deposit* | take cash | take card | take a cut | ticket* | tender* | upsell* | cross-sell* |
        retail* | store operations | run stores | run shops | stall* | direct debit | card reader |
        card payment* | web orders | vouchers | webshop* | web shop | online shop* | online store* |
        close deals | deals | member fees | membership* | dues | pledge* | crowdfund* | licensing |
        trade in | auction* | win customers | win clients | market the | lend and collect | cashier |
        till | cash on delivery | cash | in advance | upfront | up front | half on | half in |
        half after | half before | royalt* | e-commerce | ecommerce | collect rent | collect money |
        collect cash | vend | vending | price list
    """
)
EARNING = either(
    _EARN_WORDS,
    r"\btake\s+(?:a\s+)?\d+\s?(?:%|percent)",
    r"\blicen[cs]e\s+(?:out|our|the|it|to)\b",
    r"\boffer\b.{0,30}\b(?:plan|package|pass|subscription|membership)s?\b",
    r"\bcollect\b.{0,20}\b(?:pay|fee|money|cash|rent|due|weekly|monthly)\w*",
    r"\b(?:keep|take|charge|get|earn|receive|retain)\s+(?:a |an |the |our |in )?(?:\d+\s?(?:%|percent)|"
    r"half|third|share|cut|fee|commission|money|mobile money|cash|cards?|margin|deposit)",
    r"\b(?:passes|pass|season tickets?|prepaid|retainers?|instal?lments?|packages?|licences|licenses|price|"
    r"prices|rates|tariffs?|quotes?|quote|estimates?)\b",
    r"\b(?:rent|fee|price|charge|pay|money|licence|license|subscription)\w*\s+(?:per|by|for) \w+|"
    r"\bper (?:hectare|seat|user|unit|ride|use|visit|parcel)\b|\bcard at the door\b|\bover the counter\b|"
    r"\bat the (?:till|counter|door)\b",
)
_SERVING = listed(
    """
        serve coffee | serve food | serve meals | serve guests | serve customers | serve drinks |
        serve lunch | check in guests | and serve | and host | host guests | serve the tap room
    """
)
EARN = either(EARNING, _SERVING)
"""Where people come in and are served, they pay as well."""
