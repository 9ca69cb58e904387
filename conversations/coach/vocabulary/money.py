"""Money: what carries a venture, what is dear and what is cheap."""

import re

from conversations.coach.vocabulary.matching import either, listed

FUNDING = listed(
    """
        money | cash | saving* | loan* | microloan* | credit | grant* | fund | funds | funding |
        fundrais* | crowdfund* | invest* | capital | budget* | equity | angel* | bank* | donat* | donor* |
        sponsor* | financ* | subsid* | deposit* | pre-order* | preorder* | revenue* | income | prize |
        scholarship* | euro* | dollar* | pound* | stipend* | endowment* | bootstrap* | inheritance |
        severance | overdraft | venture capital | vc | backer* | kickstarter | seed round | pre-seed |
        accelerator | incubator* grant | retained earnings
    """
)
MONEY_SIGN = re.compile(
    r"[$€£¥₹₺₦₱₫฿]|\b(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|CAD|AUD|INR|KES|NGN|ZAR|BRL|MXN|PLN|TRY)\b"
)
CASH = listed(
    """
        cash | saving* | money | bank | seed | capital | fund | funds | funding | loan* | grant* |
        invest* | raised | angel* | prize | runway | reserves
    """
)
_BUDGET = listed(
    """
        cheap* | lowest | low-cost | low cost | low-priced | low prices | low price | budget |
        affordable | discount* | no-frills | no frills | bargain* | economy | inexpensive | rock-bottom |
        cut-price | half the price | penny | pennies | dirt-cheap | value for money | thrift* | at cost
    """
)
BUDGET_PROMISE = either(
    _BUDGET,
    r"\b(?:under|below|less than|for|for only|just|from only|from)\s+(?:[$€£¥₹]\s?\d|(?:\d+|one|two|three|"
    r"four|five|six|seven|eight|nine|ten)\s?(?:euros?|dollars?|pounds?|cents?|€|\$|£))",
)
LUXURY_PROMISE = listed(
    """
        luxur* | premium | exclusive | exclusivity | finest | high-end | couture | five-star | 5-star |
        five star | bespoke | deluxe | gourmet | prestig* | elite | top-quality | highest quality |
        best quality | opulent | haute | michelin | world-class | lavish | royal | vip | upscale |
        upmarket | exquisite | fine dining | first-class | first class | heirloom | white-glove |
        white glove | executives | connoisseur* | collectors | aristocra* | masterpiece*
    """
)
LUXURY_COST = either(
    listed(
        """
            luxur* | marble | gold | gold-plated | golden | champagne | five-star | 5-star | flagship |
            penthouse | silk | first-class | first class | business class | chandelier* | limousine* |
            exclusive | high-end | celebrit* | prime location | michelin | caviar | crystal | bespoke |
            deluxe | lavish | top-floor | high street | mahogany | hand-woven | handwoven | persian |
            carrara | platinum | designer soap | oak panel* | art collection | private jet | helicopter* |
            sports car* | porsche | mercedes | ferrari | designer furniture | designer uniform* |
            designer interior* | designer lamp* | designer office* | designer lobby | starchitect |
            star architect* | fifth avenue | mayfair | velvet | cashmere | rolex | yacht* | spa |
            concierge* | butler* | valet* | opera | premium location | premium office* |
            premium furniture | premium packaging | premium ingredients | downtown tower | italian
        """
    ),
    r"\bdesigner\s+(?!pay|salar|wage|fee|time|hour|cost|and\b|s\b)\w+",
)
CHEAP_COST = listed(
    """
        cheap* | lowest-cost | lowest cost | low-cost | low cost | discount | discounted | second-hand |
        secondhand | polyester | bargain | remnant* | minimum wage* | minimum-wage | unpaid intern* |
        mixed grade | knock-off* | imitation* | fake | synthetic* | economy | lowest bidder* |
        rock-bottom | no-name | surplus | b-grade | second-rate | low-grade | low grade | inferior |
        plastic flowers | plastic cutlery | instant coffee | frozen | budget hotel* | budget supplier* |
        off-brand | value brand | basic plastic | oldest | used | cut-rate | worn | leftover* | scrap |
        thrift* | cardboard furniture | ready-made
    """
)
FREE = listed(
    "free | own spare time | spare time | no cost | nothing | donated | in kind | volunteer* | own time"
)
FREE_OF_SALES = listed(
    """
        nonprofit* | non-profit* | not-for-profit | ngo | charit* | foundation project | student project |
        association | social project | volunteer-run | voluntary
    """
)
LARGE_FIXED = either(
    listed(
        """
            headquarters | hq | flagship | downtown | city-centre | city centre | city center |
            prime location | prime-location | high street | showroom* | long lease | long-term lease |
            factory | warehouse* | tower | full-time staff | full-time team | full-time employees |
            full team | office floor* | call centre | executive* | management team
        """
    ),
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+)[- ]year (?:\w+ )?(?:lease|contract|rent)",
    r"\b(?:ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|\d{2,})\s+(?:\w+[- ])?(?:staff|employees|"
    r"salar\w+|engineers|developers|people|wages|sales\w*|full-time\w*)",
    r"\b(?:salar\w+|wages|pay)\b.{0,20}\b(?:ten|eleven|twelve|fifteen|twenty|thirty|\d{2,})\b(?! ?(?:%|"
    r"euro|dollar))",
)
