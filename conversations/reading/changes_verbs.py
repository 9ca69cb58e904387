"""The verbs of change: how one says that something is done, dropped, bought, agreed, put off."""

from __future__ import annotations

import enum
import re


class Action(enum.Enum):
    """What happened to an entry."""

    DONE = "done"
    DROP = "drop"
    LEFT = "left"
    """Somebody went away, who worked here or with us."""
    BROKEN = "broken"
    COST = "cost"
    RAISED = "raised"
    LOWERED = "lowered"
    REPRICED = "repriced"
    """It costs something else now; how much wasn't said."""
    OWNED = "owned"
    LEASED = "leased"
    LATER = "later"
    NOW = "now"
    DUE = "due"
    RENAMED = "renamed"
    MOVED = "moved"
    GUESS = "guess"
    ASKED = "asked"
    AGREED = "agreed"
    PAID = "paid"


_SOFT = r"(?:(?:just|finally|now|already|also|all|both|then|actually|today|has|have|had|did)\s+)*"
WE = r"(?:(?:we|i)(?:'ve| have|'re| are|'m| am)?(?: just| finally| now| already| also)?|just|finally)"
_IS = r"\b(?:is|are|'s|has been|have been|was|got)(?: now| finally| all| already)* "
_DROPPED = (
    r"drop(?:ped|ping)?|removed?|removing|deleted?|deleting|scrap(?:ped)?|forget(?: about)?|cancell?ed|cut|"
    r"cross(?:ed)? (?:out|off)|take off|took off|ditch(?:ed)?|"
    r"got rid of|gave up(?: on)?|stopped|no longer (?:do|have|need|use|offer|work with)|no more"
)
_GONE = r"gone|dropped|cancell?ed|off the table|out|no longer needed|history"
_NOT_ANY_MORE = (
    r"don'?t (?:do|have|need|use|offer|work with)(?= .{1,80}(?:any ?more|any longer))|"
    r"(?:isn'?t|aren'?t|is not|are not) needed any ?more"
)
_FINISHED = (
    r"finished|completed|done(?: with)?|got|received|passed|launched|signed|obtained|registered|"
    r"opened|ticked off|sorted(?: out)?|wrapped up|submitted|sent off"
)
_READY = (
    r"done|finished|completed?|ready|approved|granted|signed|through|sorted|launched|live|submitted|"
    r"registered|in the bag|here"
)
_DONE_ABROAD = r"\b(?:erledigt|fertig|abgeschlossen|terminado|termine|hecho|feito|listo)\b"

VERBS: tuple[tuple[Action, re.Pattern[str]], ...] = (
    (
        Action.DROP,
        re.compile(
            rf"^(?:please |{WE} )?(?:{_DROPPED}|{_NOT_ANY_MORE})\s|\b(?:is|are) (?:{_GONE})\b|"
            rf"\b(?:{_NOT_ANY_MORE})|^(?:streiche?|vergiss|losche?) ",
        ),
    ),
    (
        Action.OWNED,
        re.compile(
            rf"^(?:{WE} )?(?:bought|purchased|own|paid off|compramos|compre)\s|"
            r"\b(?:is|are) (?:ours|mine|bought|paid off) now\b|\b(?:belongs?) to us now\b|\bgekauft$",
        ),
    ),
    (
        Action.LEASED,
        re.compile(
            rf"^{WE} (?:leas(?:e|ed|ing)|rent(?:ed|ing)?|hired out|switched to (?:renting|leasing))\s|"
            r"^(?:renting|leasing|leased|rented)\s|"
            r"\b(?:is|are) (?:leased|rented)(?: now|$)|\bgemietet$",
        ),
    ),
    (
        Action.DONE,
        re.compile(
            rf"^(?:{WE} )?(?:{_FINISHED})\s|{_IS}(?:{_READY})\b|{_DONE_ABROAD}|\b(?:came|went) through$|"
            r"\barrived$|[,:-] (?:done|finished)[.!]*$|^done: |✅|^(?:acabe|terminei|conclui) ",
        ),
    ),
)
"""What is left of a sentence without the verb names the entry."""

COSTING = re.compile(
    r"\b(?:is|are|costs?|now|went up|went down|goes up|rose|fell|dropped|increased|decreased|changed|"
    r"raised|will be|became|cheaper|up to|down to|change|set|kostet|ist jetzt|cuesta|ahora|coute|maintenant|"
    r"custa|agora|instead of)\b|="
)
RAISED = re.compile(
    r"\b(?:went up|rose|increased|raised|goes up|is up|are up|more expensive|dearer|pricier|up) by\b|"
    r"\d\S*(?: \S+)? (?:more|extra|higher|dearer)\b"
)
LOWERED = re.compile(
    r"\b(?:went down|fell|decreased|lowered|goes down|is down|are down|dropped|cheaper|down) by\b|"
    r"\d\S*(?: \S+)? (?:less|lower|cheaper)\b"
)
UNSURE = re.compile(
    r"^(?:if|when|once|unless|should|shall|can|could|would|will|do|does|did|is|are|what|why|how|who|where|"
    r"which)\b|"
    r"\b(?:if|unless|whether|might|may|maybe|perhaps|probably|could|should|would|hop(?:e|es|ed|ing)|wish|"
    r"wants?|wanted|wanting|plan(?:s|ned|ning)? (?:to|on|for)|planning|think(?:s|ing)?|thought|consider\w*|"
    r"going to|gonna|about to|"
    r"not sure|almost|nearly|soon|tr(?:y|ies|ied|ying) to|needs? to|haven'?t|hasn'?t|didn'?t|isn'?t|aren'?t|"
    r"wasn'?t|weren'?t|won'?t|can'?t|cannot|couldn'?t|don'?t|doesn'?t|not|never|nobody|none of|yet|"
    r"competitors?|they say|says|heard|rumou?rs?|supposed to|expected to|used to|half|partly|nicht|kein\w*)\b"
)
"""A doubt, a plan, a question, or that it is not so: then nothing happened."""
SURE_NO = re.compile(
    r"(?:don'?t|isn'?t|aren'?t|is not|are not)(?= .{0,80}(?:any ?more|any longer))|\bnot urgent\b|^not now\b"
)
"""Ways of saying no that are a change in themselves."""

PAST = {
    "bought": "buy", "got": "get", "sent": "send", "wrote": "write", "found": "find", "met": "meet",
    "built": "build", "made": "make", "sold": "sell", "took": "take", "spoke": "speak", "chose": "choose",
    "held": "hold", "taught": "teach", "ran": "run", "drew": "draw", "hung": "hang", "gave": "give",
    "went": "go", "put": "put", "set": "set", "paid": "pay", "told": "tell", "won": "win", "did": "do",
    "brought": "bring",
}  # fmt: skip
"""What was done, in the form that activities are written in."""
