"""Activities that aren't things to do: results, dreams, whole ventures, lists."""

import re

from conversations.coach.vocabulary.matching import either

_AMOUNT = (
    r"(?:\d|[$€£¥₹]|one|two|three|five|ten|a hundred|a thousand|a million|\w+ (?:thousand|million|hundred))"
)
GOAL = either(
    r"^(?:the\s+)?(?:best|leading|biggest|largest|finest|no\.? 1|first choice|favou?rite|go-to|"
    r"top)\s+(?!practices?\b|sellers?\b|customers?\b|clients?\b)\w+.{0,30}\b(?:in|of|for|on|worldwide|"
    r"ever)\b",
    r"^(?:to\s+)?(?:be|become|becoming|being|remain|stay)\s+(?!in touch|on |open|available|at |with |"
    r"up[- ]to|reachable|present|there)(?:\w+)",
    rf"^(?:to\s+)?(?:reach|achieve|attain|hit|gain|get to|get|have|win|acquire|make|earn|grow to|"
    rf"scale to|sell)\s+"
    rf"(?:over |more than |at least |about |up to |our first |the first |to )*{_AMOUNT}[\w,.]*\s*(?:k|m|"
    rf"%|percent|million|"
    r"thousand)?\s*(?:\w+\s+){0,3}(?:%|percent|customers?|users?|members?|subscribers?|clients?|sales|"
    r"revenue|turnover|"
    r"profit|market share|shops|stores|cities|downloads|followers|euros?|dollars?|a (?:month|year)|by\b|"
    r"in (?:the )?"
    r"(?:first|year|\d))",
    r"^(?:to\s+)?(?:reach|achieve|attain|hit)\s+(?:(?:the|a|an|our|full|market|financial|sustained|"
    r"early)\s+)*(?:profitab\w+|break-?even|success\w*|leadership|growth|targets?|milestones?|goals?|"
    r"excellence|critical mass|sustainability|profits?|satisfaction|recognition|dominance|"
    r"product[- ]market fit|scale|independence)",
    r"^(?:to\s+)?(?:increase|boost|raise|double|triple|grow|improve|maximi[sz]e|expand)\s+(?:(?:the|our|"
    r"monthly|annual|yearly|total|net|gross|overall)\s+)*(?:sales|revenues?|turnover|profits?|"
    r"profitability|margins?|market share|income|earnings|customer base|user base|growth|"
    r"customer satisfaction|(?:brand )?awareness|brand recognition)\b(?!\s+(?:at|by|through|with|via|"
    r"channels?|teams?|from)\s+(?!\d))",
    r"^(?:to\s+)?(?:increase|boost|raise|double|triple|grow|cut|reduce|lower)\b.{1,40}\bby\s+(?:\d|half|"
    r"a third)",
    r"^(?:to\s+)?(?:double|triple)\s+\w+",
    r"^(?:to\s+)?(?:dominate|conquer|lead|own|disrupt|revolutioni[sz]e|take over)\s+(?:the|our|this|a|all)\b",
    r"\b(?:number one|no\.? ?1|#1|market leader|market leadership|world leader|the leading|"
    r"the best\b.{0,20}\b(?:in|of)|household name|unicorn|go viral|(?:become|be|get) famous|"
    r"win (?:an? )?(?:awards?|prizes?)|best[- ]known|most popular|most loved|most trusted|"
    r"top[- ]of[- ]mind)\b",
    r"^(?:happy|satisfied|loyal|delighted)\s+(?:customers|clients|guests|users)\b|^(?:success|growth|"
    r"profit|profitability|excellence|world domination|customer satisfaction|high quality|"
    r"financial stability|brand awareness)$",
    r"\b\d+\s?(?:%|percent)\s+(?:market share|growth|more|increase|of the market)\b",
    r"^\d[\d.,]*k?\s+(?:new\s+)?(?:customers|users|members|clients|subscribers|sales|downloads|"
    r"followers)\b.{0,30}\bby\b",
)
SOMEDAY = either(
    r"\b(?:some ?day|one day|eventually|in the (?:distant |long |far )?(?:future|run|term)|"
    r"in the long term|long[- ]term|later on|at some point|ultimately|when we(?:'re| are) (?:big|rich|"
    r"large|famous|bigger|profitable)|once we(?:'re| are| have)(?: \w+)? (?:big|bigger|rich|famous|large|"
    r"established|profitable|money|enough)|down the (?:road|line)|sooner or later|next year|if (?:all|"
    r"things) go(?:es)? well)\b",
    r"\b(?:in|within|after)\s+(?:about\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|\d+|a few|"
    r"several|some)\s+years?\b(?!\s+(?:contract|lease))",
    r"\b(?:by|in)\s+20[3-9]\d\b|\byear (?:two|three|four|five|[2-9])\b|\bphase (?:two|three|2|3|ii|iii)\b",
    r"\b(?:maybe|perhaps|possibly)\b.{0,15}\b(?:open|launch|expand|build|start|enter|sell|offer|add)\b",
)
FAR_AWAY = either(
    r"\b(?:go public|ipo|stock market|franchise (?:the|our|it)|(?:expand|launch|go|roll out|open|"
    r"sell)\b.{0,25}\b(?:world ?wide|globally|internationally|across europe|to (?:all of )?(?:europe|asia|"
    r"america|africa|the us|usa)|overseas|abroad|all over the world|every (?:city|country)|nationwide)|"
    r"second (?:shop|store|branch|location|factory)|own factory in)\b"
)
"""What comes long after a first sale."""
_MAKING = (
    r"build|launch|develop|create|make|set\s+up|open|establish|start|design|found|construct|program|code"
)
_WHOLE = (
    r"platform|app|website|site|company|business|shop|store|brand|network|factory|marketplace|product|"
    r"software|system|restaurant|school|hotel|franchise|ecosystem|village|centre|center|infrastructure|"
    r"solution|plant|hospital|university|operating system|empire|organisation|organization|chain|venture"
)
BIG = either(
    rf"\b(?:{_MAKING})\s+(?:(?:the|a|an|our|my|whole|new|own|complete|full|"
    rf"entire)\s+)*(?:[\w-]+\s+)?(?:{_WHOLE})$",
    rf"\b(?:{_MAKING}|do|run|handle|organi[sz]e|manage|digiti[sz]e|automate|modernise|modernize|"
    rf"renovate)\b.{{0,30}}\b(?:whole|"
    r"entire|complete|full|all|everything|end-to-end|from scratch|nationwide|worldwide|world|"
    r"every (?:city|country|school|"
    r"village|shop|home))\b",
    r"\b(?:revolutioni[sz]e|transform|change|disrupt|reinvent|save|solve)\s+(?:the\s+)?(?:\w+\s+)?(?:world|"
    r"industry|sector|education|healthcare|market|hunger|poverty|climate|planet|economy|society|"
    r"agriculture|transport)\b",
    r"^(?:equip|train|connect|supply|digiti[sz]e|reach|cover|bring|teach|feed|vaccinate|build|provide|give|"
    r"plant|create|translate|renovate|install|replace|serve|convert|open|launch|visit|educate|house|free|"
    r"clean up)\b.{0,40}\b(?:all|every)\s+(?:of\s+)?(?:the\s+|our\s+)?(?:\d{2,}|schools?|villages?|cit(?:y|"
    r"ies)|countr(?:y|ies)|households?|hospitals?|farms?|children|citizens|homes?|regions?|districts?|"
    r"towns?|islands?|languages?|continents?|industries)\b",
    r"\beverything\b|\b(?:set up|start|run)\s+(?:the|our|a)\s+(?:whole\s+)?(?:business|company|venture)\b",
)
PARTS = re.compile(
    r"\s*(?:,|;|\+|/|\s&\s|\band also\b|\bas well as\b|\bplus\b|\band then\b|\band\b)\s*", re.IGNORECASE
)
