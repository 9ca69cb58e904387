"""The words that tell whether a comma or an "and" separates things or holds one thing together."""

from conversations.reading.wordsets import lines, words

VERBS = words(
    (
        "accept add advertise advise analyse analyze answer apply approve arrange ask assemble attend "
        "audit bake blog book borrow bottle brand brew bring build buy calculate call cater certify "
        "charge chat check clean close coach code collect compare connect contact cook coordinate copy "
        "count craft create cut decide decorate deliver demo deploy design develop direct discuss "
        "dispatch distribute do document draft draw drive dry earn edit educate email employ engage "
        "engrave enter estimate evaluate explain feed fill film find finish fit fix fold follow fry fund "
        "gather get give go grade greet grill grind grow guide hand handle harvest help hire hold host "
        "identify improve inform inspect install interview invest invite invoice iron join keep knit "
        "label launch learn lease lend list listen load look maintain make manage manufacture market "
        "measure meet mentor mill mix moderate monitor mow negotiate offer onboard open operate order "
        "organise organize pack package paint park partner pay perform phone pick pitch plan plant play "
        "polish post prepare present press price print process produce program promote provide publish "
        "purchase put raise reach read receive recommend record recruit recycle refill register remind "
        "rent repair reply research reserve respond restock review roast run sample schedule secure sell "
        "send serve service set sew share ship shop show sign solve sort source speak sponsor staff "
        "stand start stay stock store study supply support survey take talk teach tell test track trade "
        "train translate transport treat try turn tweet update upload use validate vet visit wait walk "
        "wash watch water weigh weld welcome win work wrap write upgrade refund collaborate network "
        "iterate prototype experiment recruit knock door-knock cold-call mail donate rehearse tune "
        "tailor shoot style"
    ),
)
NOUNS_TOO = words(
    (
        "book brand bottle mill mix oven park press stock store shop staff service network market van "
        "design code label water stand plan pitch price sample phone film list play program process "
        "package partner test research work review order post sign plant paint iron grill blog demo "
        "share trade support display call email mail chat hire lease rent supply transport truck guide "
        "host coach mentor track turn use coordinate fund cook grind dry present record load sponsor "
        "invoice charge repair copy survey show shop upgrade refund update fit prototype experiment style"
    ),
)
"""Verbs that are as often nouns: alone they tell nothing."""
CONTINUES = words(
    (
        "roughly over nearly almost which who whom whose where that because since although though so but "
        "unless until till if when whenever while whereas mostly mainly especially particularly "
        "including includes like namely e.g. eg i.e. ie preferably ideally usually sometimes often "
        "always never maybe perhaps probably possibly hopefully eventually not without with within as "
        "for from to into onto by at in on of about around after before during near across through via "
        "per each both either depending based paid made done given thanks according instead rather even "
        "at least just only or nor ok right please obviously basically really too though already again "
        "soon now currently later yet still etc etc. usw bzw mostly gradually respectively inc inc. ltd "
        "ltd. llc gmbh phd md jr jr. sr sr. esq co. corp corp. dass weil wenn meistens vor besonders mit "
        "ohne fur bei aus von nach zu que porque cuando sobre con sin para desde sobretodo "
        "principalmente qui parce surtout avec sans pour chez depuis com sem quando twice once thrice"
    ),
)
"""Words that begin a remark on what was just said, rather than the next item."""
PREPOSITIONS = words(
    (
        "as for from to into onto by at in on of about around after before during near across through "
        "via with without within"
    ),
)
OPENERS = words(
    "when whenever if once after before while because since as every each during unless until for to "
    "in on at by with"
)
"""Words whose clause, at the beginning, belongs to what follows it ("Once open, bake every day")."""
DETERMINERS = words(
    (
        "a an the my our your his her their its some any this that these those another one two three "
        "four five six seven eight nine ten eleven twelve several few many more no ein eine einen einem "
        "der die das den mein meine meinen unser unsere un una uno unos unas el los las mi mis nuestro "
        "nuestra nuestros le la les une des mon ma mes notre nos um uma o os as meu minha nosso nossa "
        "zwei drei vier dos tres cuatro deux trois quatre dois duas"
    ),
)
SELVES = words("me i myself ich yo moi je eu mich mi us we")
RELATIVES = words(
    "it them they this that these those its their he she him her us we i you to then so also which who whose"
)
ADJECTIVES = words(
    (
        "fresh local big small large good great clean warm cold hot simple fast quick cheap organic "
        "healthy new old friendly reliable secure safe modern strong nice bright quiet easy short long "
        "light heavy soft hard natural raw sweet dry daily weekly monthly social legal personal "
        "professional digital physical mobile custom customised customized homemade handmade seasonal "
        "sustainable affordable premium high low basic industrial commercial electric free gluten-free "
        "vegan hand-made well-known experienced skilled qualified young black white green red blue key "
        "main financial technical medical public private regional national international online used "
        "second-hand seasoned sturdy cosy cozy sunny beautiful open honest"
    ),
)
FIXED = lines(
    (
        "salt and pepper|research and development|bed and breakfast|terms and conditions|pros and cons|"
        "arts and crafts|health and safety|supply and demand|fish and chips|trial and error|"
        "food and drink|food and drinks|food and beverage|food and beverages|wear and tear|"
        "black and white|bits and pieces|profit and loss|back and forth|up and running|mac and cheese|"
        "gin and tonic|search and rescue|import and export|lost and found|meet and greet|nuts and bolts|"
        "pen and paper|pots and pans|rules and regulations|friends and family|family and friends|"
        "rock and roll|cut and paste|copy and paste|sales and marketing|marketing and sales|"
        "sales and distribution|mom and pop|mum and dad|mom and dad|bread and butter|"
        "peanut butter and jelly|heart and soul|time and money|time and effort|blood sweat and tears|"
        "law and order|knife and fork|knives and forks|cup and saucer|cups and saucers|hook and loop|"
        "oil and vinegar|hot and cold|day and night|night and day|more and more|over and over|"
        "first and foremost|learning and development|hide and seek|plug and play|pick and pack|"
        "mix and match|print and cut|wash and fold|cash and carry|click and collect|drag and drop|"
        "stop and go|buy and sell|check and balance|checks and balances|cream and sugar|milk and sugar|"
        "milk and honey|soap and water|bread and wine|cheese and wine|wine and cheese|"
        "repair and maintenance|repairs and maintenance|maintenance and repair|maintenance and repairs|"
        "power and water|water and electricity|electricity and water|gas and electricity|heat and light|"
        "light and heat|heating and lighting|taxes and fees|fees and taxes|duties and taxes|"
        "wages and salaries|salaries and wages|name and logo|lock and key|ups and downs|"
        "thousands and thousands|years and years|art and design|design and build|science and technology|"
        "skill and experience|skills and experience|knowledge and experience|experience and knowledge|"
        "research and testing|hard and software|hardware and software|software and hardware|"
        "text and images|sound and light|sound and vision|come and go|wait and see|hit and miss|"
        "touch and go|give and take|ins and outs|dos and don'ts|odds and ends|flora and fauna|"
        "peace and quiet|safe and sound|short and sweet|spick and span|tried and tested|null und nichtig|"
        "salz und pfeffer|forschung und entwicklung|sal y pimienta|investigacion y desarrollo|"
        "sel et poivre|recherche et developpement|sal e pimenta|pesquisa e desenvolvimento|hab und gut|"
        "grund und boden"
    ),
)
ABSTRACT_ENDS = (
    "ing",
    "tion",
    "sion",
    "ment",
    "ance",
    "ence",
    "ity",
    "ship",
    "ung",
    "ysis",
    "ness",
    "ción",
    "cion",
    "cao",
)
COUNTRIES = words(
    (
        "germany france spain portugal italy england scotland wales ireland uk usa us netherlands "
        "belgium austria switzerland sweden norway denmark finland poland greece turkey egypt morocco "
        "tunisia nigeria kenya ghana uganda india pakistan china japan brazil mexico argentina chile "
        "colombia peru canada australia california texas ny ca tx deutschland frankreich spanien"
    ),
)
ABBREVIATIONS = words(
    (
        "e.g. i.e. eg. ie. etc. inc. ltd. co. corp. dr. mr. mrs. ms. prof. st. no. nr. vs. approx. ca. "
        "bzw. z.b. d.h. usw. ggf. incl. excl. min. max. jr. sr. dept. est. p.m. a.m. p.a. u.s. u.k. sra. "
        "sr. av. tel. str. hrs. mo. yr. bros. fr. rs. mio. tsd. mrd. rev. gen. fig. vol. pp. ed. "
        "a.s.a.p. ph.d. m.d. s.a. s.l. s.r.l. b.v."
    ),
)
CLAUSE_OPENERS = words("when whenever if once after before while because since as during unless")
SUBJECTS = words("we i they you he she it the our my people customers")
MEASURES = words(
    (
        "a an per month months year week day hour hours days weeks eur euro euros usd dollars pounds "
        "each k m p.m. p.a. once monthly yearly am pm percent kg piece unit total or so times"
    ),
)
SHARED_HEADS = words(
    "providers suppliers channels media partners vendors companies firms platforms networks agencies "
    "services engines algorithms relationships costs expenses fees skills permits manufacturers",
)
"""Words that close a list and belong to all of it: "maps, GPS and payment providers"."""
ROLES = words("partner supplier competitor rival maker provider manufacturer distributor producer")
STATES = words(
    (
        "rented leased owned borrowed used second-hand secondhand new old big small large part-time "
        "full-time parttime fulltime freelance weekly monthly daily yearly annually hourly online "
        "offline remote remotely everyday seasonal seasonally optional mine ours free cheap expensive "
        "refurbished nearby locally wholesale donated lent bought unpaid volunteer temporary permanent "
        "one-off"
    ),
)
"""Words that say of the item before how it is, when alone or before a small word ("van, rented for now")."""
