"""What founders write, from the plain to the nasty, and buttons that nobody ever drew."""

from __future__ import annotations

from hypothesis import strategies as st

ANSWERS = (
    "brew and serve, hand out stamp cards",
    "two vans, an oven; three bakers",
    "cart, espresso machine, grinder, our cold-brew recipe",
    "3,000 flyers",
    "R&D, mostly testing",
    "me and Tom",
    "Me",
    "Mill Roasters: machine, beans / our orders; station: pitch / rent",
    "Mill Roasters",
    "beans / our orders",
    "1 350 a month, 2 free, 3 0.90 a cup, 4 200 a month",
    "rent 800-1200 p.m., insurance 40 a month",
    "3.20 a cup, maybe 1200",
    "1,2 Mio",
    "a few hundred",
    "free",
    "€",
    "EUR",
    "just an idea",
    "growing",
    "Good coffee in two minutes, for commuters",
    "Good coffee",
    "a platform",
    "all ours",
    "1",
    "0",
    "-1",
    "1e999",
    "99999999999999999999999999999999 a month",
    "1 1 1 1 1",
    "½",
)
REMARKS = (
    *(
        "what do you mean?",
        "give me an example",
        "I don't know",
        "none",
        "no",
        "yes",
        "same as before",
        "skip",
    ),
    *("lol", "?", "...", "back", "stop", "help", "nothing else", "same", "ok", "🤷", "👍", "thanks", "hm"),
)
CHANGES = (
    "rent is 900 now",
    "finished the brew",
    "drop cart",
    "we bought the cart",
    "cart is 900 now",
    "undo",
)
NASTY = (
    "",
    "   ",
    "\n\n",
    "\x00",
    "a\x00b\x07c",
    "\u202eevil\u202c",
    "\u200b\u200d",
    "<b>bold</b>",
    "<script>alert(1)</script> & <",
    "**bold** _under_ [link](http://x.y)",
    "&amp; &lt;",
    "{name} {n} {0} %s %(x)s",
    "قهوة جيدة، خبز؛ شاي",
    "好咖啡，两分钟 ☕️；面包🍞、茶",
    "👩‍👩‍👧‍👦 family, 🏳️‍🌈",
    "e\u0301\u0301\u0301",
    "; , ; , and , &",
    "/ / /",
    ": : :",
    "a: b / c / d / e",
    "x" * 5000,
    "word " * 2000,
    ", ".join(f"thing {number}" for number in range(200)),
    "\n".join(f"firm {number}: gives {number} / gets {number}" for number in range(30)),
    "/unknown",
    "o:over2",
    "1:1:skip",
    "\ud7ff\ue000\uffff",
    "ﷺ" * 50,
)

typed = st.one_of(
    st.sampled_from(ANSWERS),
    st.sampled_from(REMARKS),
    st.sampled_from(CHANGES),
    st.sampled_from(NASTY),
    st.text(max_size=40),
    st.lists(st.sampled_from((*ANSWERS, *NASTY[:22])), min_size=2, max_size=4).map(", ".join),
)

VERBS = (
    *("go", "see", "set", "help", "priv", "exp", "vl", "over", "over2", "gone", "kept", "mind", "quiet"),
    *("held", "v", "e", "b", "add", "redo", "q", "sort", "undo", "coach", "why", "not"),
    *("n", "mv", "re", "am", "dr", "to", "dn", "wh", "st", "so", "be", "", "zzz"),
)
CHOICES = (
    *("ex", "why", "who", "fix", "fixed", "one", "skip", "back", "next", "ours", "done", "several", "none"),
    *(
        "me",
        "re:1",
        "mv:1",
        "to:1:costs",
        "to:1:nowhere",
        "dr:1",
        "dr:999",
        "re:",
        "m1",
        "m999",
        "m",
        "p0",
        "p1",
    ),
    *("p99", "p", f"p{'9' * 40}", f"re:{'9' * 40}", "m٣", "p٣", "p²", "dr:²", "d14", "dend", "dnone"),
    *("s:idea", "s:mars", "k:platform", "k:", "c:EUR", "c:XXX", ":", "::", "ex:ex", "é" * 20),
)
ARGUMENTS = (
    *(
        "activities",
        "resources",
        "partners",
        "costs",
        "setup",
        "nowhere",
        "0",
        "1",
        "2",
        "3",
        "7",
        "999",
        "-1",
    ),
    *("9" * 30, "²", "٣", "", "no", "answer", "change", "owned", "leased", "partner", "fixed", "variable"),
    *("name", "stage", "promise", "work", "month", "weekly"),
)


def forged(venture: str, token: str) -> st.SearchStrategy[str]:
    """Give data of buttons that nobody drew, some of them nearly right."""
    objects = st.builds(
        lambda verb, own, rest: ":".join(("o", verb, *((venture,) if own else ()), *rest))[:64],
        st.sampled_from(VERBS),
        st.booleans(),
        st.lists(st.sampled_from(ARGUMENTS), max_size=3),
    )
    prompts = st.builds(
        lambda version, known, choice: f"{version}:{token if known else '0'}:{choice}",
        st.sampled_from(("1", "1", "1", "0", "2", "")),
        st.booleans(),
        st.sampled_from(CHOICES),
    )
    return st.one_of(objects, prompts, st.text(max_size=20))
