import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.reading.remarks import Remark, classify_remark

REMARKS = {
    Remark.CLARIFY: (
        "what do you mean?|huh?|I don't understand|?|???|what does that mean|"
        "what is a value proposition?|wdym|explain|I don't get it|I'm confused|not sure what you mean|"
        "I don't know what you mean|can you explain?|why?|sorry?|was meinst du?|no entiendo|"
        "je ne comprends pas|não entendi|什么意思？|ماذا تقصد؟|what do you mean by channels?|"
        "I dont understand the question|ok?"
    ),
    Remark.EXAMPLE: (
        "give me an example|like what?|for example?|can you give me an example?|example please|such as?|"
        "zum Beispiel?|un ejemplo|举个例子|مثال"
    ),
    Remark.DONT_KNOW: (
        "I don't know|no idea|dunno|not sure yet|idk|keine Ahnung|no sé|ne sais pas|je ne sais pas|"
        "não sei|不知道|لا أعرف|I have no idea|I really don't know|haven't thought about it|"
        "I don't know yet|not sure|🤷|🤷\u200d♀️|I don't know what to write|no clue tbh|IDK!!"
    ),
    Remark.NONE: (
        "none|nothing|no one|n/a|N/A|-|nope|nobody yet|we don't have any|None yet.|not yet|no partners|"
        "no partners yet|nothing else|keine|nada|rien|没有|لا يوجد|we have none|I don't need anything|—|"
        "no, nothing"
    ),
    Remark.SAME: (
        "same as before|same|as above|see above|ditto|Same as above.|wie oben|lo mismo|同上|"
        "I already said that"
    ),
    Remark.SKIP: (
        "skip|next|pass|later|Skip this one|maybe later|weiter|siguiente|passer|跳过|تخطي|skip please|not now"
    ),
    Remark.NOISE: (
        "lol|haha|hahahaha|ok|okay|asdf|sdfsdf|👍|😂😂|hi|hello|thanks|thank you|...|test|ok thanks|"
        "looool|cool|xcvbnm|你好|شكرا|good morning|ok 👍|!"
    ),
    Remark.BACK: "back|go back|previous|Back!|zurück|atrás|retour|返回",
    Remark.STOP: "stop|pause|gotta go|cancel|I have to go|bye|quit|let's stop here|停止|توقف",
    Remark.HELP: "help|help me|can you help me?|Hilfe|ayuda|帮助",
    Remark.YES: "yes|yep|sure|ja|sí|oui|sim|نعم|是的|✅",
    Remark.NO: "no|nein|non|no thanks|لا",
}

ANSWERS = [
    "nothing but flour and water",
    "none of the big ones, just Mill Roasters",
    "same-day delivery",
    "pass on leads",
    "test batches",
    "later: open a second shop",
    "skip hire",
    "help customers",
    "stop motion studio",
    "Ok Coffee",
    "Test Kitchen",
    "Back Bakery",
    "Same Same",
    "Stop Motion",
    "Next Level Bakery",
    "help desk",
    "same suppliers",
    "no sugar",
    "no waste packaging",
    "back office work",
    "next day delivery",
    "previous customers",
    "yes men",
    "hi-fi shop",
    "thanks cards",
    "cool box",
    "pause cafés",
    "cancel old contracts",
    "nobody's bakery",
    "no idea factory tours",
    "don't know anyone in retail, so cold calls",
    "example boxes",
    "sample boxes for cafés",
    "skip the middleman",
    "IBM",
    "BMW",
    "html",
    "a bar",
    "HSBC",
    "咖啡",
    "شركة القهوة",
    "パン屋",
    "me",
    "Tom",
    "I",
    "5",
    "800",
    "👩\u200d🍳 cook",
    "R&D",
    "Lol Surprise Dolls",
    "what the customers want",
    "pass exams",
    "nothing fancy, a van",
    "nope.com",
    "Hello Fresh",
    "Thanks a Latte",
    "yes we deliver bread",
    "we don't have any staff but my cousin",
    "why people buy",
    "free samples",
    "later opening hours",
    "not yet registered company",
]


@pytest.mark.parametrize(
    ("text", "remark"), [(text, kind) for kind, said in REMARKS.items() for text in said.split("|")]
)
def test_a_remark_is_not_taken_for_an_answer(text: str, remark: Remark) -> None:
    assert classify_remark(text) is remark


@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer_is_never_swallowed(text: str) -> None:
    assert classify_remark(text) is None


def test_an_empty_message_is_no_remark() -> None:
    assert classify_remark(" \u202e\x00 ") is None


@given(
    st.sampled_from([text for said in REMARKS.values() for text in said.split("|")]),
    st.sampled_from(["van", "烤箱", "فرن"]),
)
def test_a_remark_with_a_thing_on_its_own_line_is_an_answer_or_the_same_question(
    remark: str, thing: str
) -> None:
    assert classify_remark(f"{thing}, {thing}\n{remark}") in (None, Remark.CLARIFY, Remark.EXAMPLE)
