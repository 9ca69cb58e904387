"""Whole sentences that tell a change: "X can wait", "X agreed", "rename X to Y"; folded, one space a gap.

`about` names the entry.
"""

from __future__ import annotations

import re

from conversations.reading.changes_verbs import WE, Action

_X = r"(?P<about>.{2,80}?)"
_SOFT = r"(?:(?:just|finally|now|already|also|all|both|then|actually|today|has|have|had|did) )*"
_YES = (
    r"agreed|said yes|said ok(?:ay)?|confirmed|committed|accepted|signed(?: up)?|"
    r"gave us (?:a |their )?(?:yes|word)|(?:is|are) (?:in|on board|up for it|happy to do it)"
)
_TALKED = (
    r"asked|talked (?:to|with)|spoke(?:n)? (?:to|with)|called|phoned|rang|emailed|messaged|wrote to|"
    r"written to|met(?: with)?|visited|pitched(?: to)?|got a quote (?:for|from|on)"
)
_PUT_OFF = r"postpone[ds]?|delay(?:ed)?|shelved?|park(?:ed)?|put off|push(?:ed)? back|hold off (?:on|with)"
_LATER = r"(?:later|the back burner|next (?:month|quarter|year|season|spring|summer|autumn|winter))"
_AWAY = (
    r"left(?: us)?|quit|resigned|moved away|pulled out|backed out|dropped out|closed down|went bankrupt|"
    r"stopped working with us|is leaving|no longer works? (?:here|with us|for us)"
)
_BROKEN = (
    r"broke(?: down)?|is broken|died|is dead|stopped working|"
    r"(?:was|got|has been) (?:stolen|damaged|destroyed)"
)
_DEAL = r"(?:deal|contract|agreement|handshake|terms|yes)"
_HAVE_DEAL = (
    rf"(?:{WE} )?(?:have|got|signed|shook hands on|closed|agreed(?: on)?) (?:an? |the )?{_DEAL} (?:with|from)"
)
_PRICE = (
    r"went up|went down|rose|fell|increased|decreased|changed(?: price)?|"
    r"(?:got|is|are|became|has become) (?:now )?(?:a (?:lot|bit) |much )?"
    r"(?:cheaper|dearer|pricier|more expensive|less expensive|higher|lower)"
)

_SENTENCES: tuple[tuple[Action, str], ...] = (
    (Action.LATER, rf"(?:move|put|push|leave|keep|save) {_X} (?:to|for|until|till|on) {_LATER}"),
    (Action.LATER, rf"(?:{WE} )?(?:{_PUT_OFF}) {_X}(?: (?:to|until|till) .+)?"),
    (Action.LATER, rf"{_X} (?:can|has to|have to|will have to|must) wait(?: .{{1,30}})?"),
    (Action.LATER, rf"{_X} (?:(?:is|are) )?(?:for later|on hold|postponed|parked|not urgent)"),
    (Action.LATER, rf"(?:not now|later)[:,] ?{_X}"),
    (Action.NOW, rf"(?:{WE} )?(?:start|started|begin|began) (?:on |with )?{_X} now"),
    (Action.NOW, rf"(?:bring|move|pull) {_X} (?:forward|up|to now)"),
    (Action.NOW, rf"{_X} (?:is|are|comes?) (?:next|first|urgent|for now)"),
    (Action.BROKEN, rf"{_X} {_SOFT}(?:{_BROKEN})(?: (?:today|yesterday|again|last night))?"),
    (Action.LEFT, rf"{_X} {_SOFT}(?:{_AWAY})"),
    (Action.AGREED, rf"{_X} {_SOFT}(?:{_YES})(?: (?:to|on|with|for) .+)?"),
    (Action.AGREED, rf"{_HAVE_DEAL} {_X}"),
    (Action.AGREED, rf"(?:{WE} )?(?:agreed|signed|shook hands) with {_X}"),
    (Action.PAID, rf"(?:.{{2,40}} )?(?:paid|pays?|paying|bought|preordered|pre-ordered) for {_X}"),
    (
        Action.PAID,
        rf"{_X} {_SOFT}(?:paid(?: us| (?:a|the|their) deposit)?|(?:is|are|was|were) paid(?: for)?)",
    ),
    (Action.PAID, rf"(?:{WE} )?(?:paid|prepaid|settled) (?:the deposit (?:for|on) )?{_X}"),
    (Action.ASKED, rf"(?:{WE} )?(?:{_TALKED}) {_X}(?: (?:about|for|whether|yesterday|today)\b.*)?"),
    (Action.GUESS, rf"{_X} (?:is|are) (?:just |only |still )*(?:a guess|guesses|guessed|unproven)"),
    (Action.REPRICED, rf"{_X} {_SOFT}(?:{_PRICE})(?: now)?"),
)
FRAMES = tuple((action, re.compile(sentence)) for action, sentence in _SENTENCES)

MOVED = re.compile(
    rf"(?:move|put) {_X} (?:to|into|under|among) (?:the |key )*"
    r"(?P<block>activit(?:y|ies)|resources?|partners?|costs?(?: structure)?)"
)
RENAMED = tuple(
    re.compile(sentence)
    for sentence in (
        rf"(?:please )?(?:rename|reword|change|relabel) {_X} (?:to|into|as) (?P<name>.+)",
        rf"{_X} (?:is|are) (?:now )?called (?P<name>.+?)(?: now)?",
        rf"{_X} should (?:say|read|be called) (?P<name>.+)",
    )
)
DUE = re.compile(
    rf"(?:(?:finish|do|get|have|deadline for) )?{_X} "
    r"(?:(?:is|are|has to be|have to be|must be|should be|to be) )?(?:(?:done|finished|ready) )?"
    r"(?:due(?: (?:on|by))?|by|until|before|deadline:?) (?P<date>.{3,30})"
)
