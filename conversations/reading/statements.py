"""Statements at a quiet moment: "We lease a van from Hertz and our cousin does the books".

A grammar of sure patterns. What it reads is written down without asking; a doubt (a plan, a question, a
condition, something that customers pay) leaves the clause unread, for others to sort.
"""

from __future__ import annotations

import re

from conversations.reading.statements_clauses import clauses
from conversations.reading.statements_doing import read_doing
from conversations.reading.statements_facts import Ally, Clause, Done, Fact, Had, Paid
from conversations.reading.statements_having import read_having
from conversations.reading.statements_paying import read_paying
from conversations.reading.statements_phrases import priced
from conversations.reading.text import fold
from conversations.remembering import remembered

__all__ = ["Ally", "Clause", "Done", "Fact", "Had", "Paid", "read_statements"]

_DOUBT = re.compile(
    r"[?؟？]\s*$|\b(?:not|no|never|nobody|none|nothing|without|hardly|if|unless|whether|might|may|"
    r"maybe|perhaps|probably|"
    r"could|should|would|wants?|wanted|plan(?:s|ned|ning)?|hop(?:e|es|ed|ing)|think(?:s|ing)?|"
    r"thought|consider\w*|"
    r"going to|gonna|will|soon|some ?day|one day|later|eventually|next (?:week|month|year|spring|"
    r"summer|autumn|winter)|"
    r"used to|formerly|almost|nearly|tr(?:y|ies|ied|ying)|need(?:s|ed)?|look(?:s|ing)? for|wish|"
    r"about to|until|"
    r"once we|when we|what|how|why|who|when|dream\w*|ideally|instead|anymore|any more|too (?:high|"
    r"much|expensive)|"
    r"competitors?|they say|said|says|heard|nicht|kein\w*|vielleicht|quizas|talvez|peut-etre|"
    r"nunca|jamais)\b|n't\b|'ll\b|'d\b"
)
_LEAD = re.compile(
    r"^(?:(?:and|but|also|so|well|ok|okay|oh|hi|hello|hey|btw|fyi|by the way|good news|great news|"
    r"news|update|yes|yeah|"
    r"today|yesterday|last week|this week|this morning|finally|now|just|recently|in the meantime|"
    r"meanwhile)\b[,:!]*\s+)+"
)
_TOLD = re.compile(
    r"^(?:we|i|they|he|she|it|you|customers|people|everybody|hello|hi|hey|thanks|good)\b|"
    r"\b(?:is|are|was|were|has|have|had|did|does|do|broke|raised|went|sold|lost|quit|left|closed|moved|failed|"
    r"stopped|changed|bought|finished|started)\b"
)
_LONGEST = 160


@remembered
def read_statements(text: str) -> tuple[Clause, ...]:
    """Give the clauses of a message, each with what it surely says; one clause where there is one."""
    return tuple(Clause(clause, _facts(clause)) for clause in clauses(text))


def may_stand(text: str) -> bool:
    """Whether words may stand on a canvas as they are: not a plan, a doubt, or news of something."""
    folded = fold(text)
    return not (_DOUBT.search(folded) or _TOLD.search(folded))


def _facts(clause: str) -> tuple[Fact, ...]:
    folded = fold(clause)
    if len(clause) > _LONGEST or _DOUBT.search(folded):
        return ()
    lead = _LEAD.match(folded)
    words = clause[lead.end() if lead else 0 :].strip(" .!…,;:🎉👍😀🙂")
    cut = priced(words)
    if cut is None:
        return ()
    return read_having(cut) or read_paying(words) or read_doing(cut)
