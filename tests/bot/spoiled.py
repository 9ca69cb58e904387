"""Updates as Telegram sends them, with something in them spoiled."""

from __future__ import annotations

import json

from hypothesis import strategies as st

BOT = 7000000001

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from((0, 1, -1, 2**63, 2**80)),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
LENA = {"id": 5, "is_bot": False, "first_name": "Lena", "language_code": "en"}
CHAT = {"id": 5, "type": "private"}
ENTITY = {"type": "bot_command", "offset": 0, "length": 6}
MESSAGE = {"message_id": 7, "from": LENA, "chat": CHAT, "text": "/start now", "entities": [ENTITY], "date": 1}
TAP = {"id": "9", "from": LENA, "message": MESSAGE, "data": "1:1:skip"}
STANDING = {"user": LENA, "status": "member"}
CHANGE = {
    "chat": CHAT,
    "from": LENA,
    "old_chat_member": STANDING,
    "new_chat_member": {**STANDING, "status": "kicked"},
}
UPDATES = (
    {"update_id": 1, "message": MESSAGE},
    {"update_id": 2, "edited_message": MESSAGE},
    {"update_id": 3, "callback_query": TAP},
    {"update_id": 4, "my_chat_member": CHANGE},
    {
        "update_id": 5,
        "message": {**MESSAGE, "reply_to_message": MESSAGE, "chat": {"id": -5, "type": "group"}},
    },
)


@st.composite
def spoiled_updates(draw: st.DrawFn) -> bytes:
    """Give a right update in which something, at any depth, is replaced, or is missing, or was added."""
    update = json.loads(json.dumps(draw(st.sampled_from(UPDATES))))
    for _ in range(draw(st.integers(0, 3))):
        spoil(draw, update)
    return json.dumps(update).encode()


def spoil(draw: st.DrawFn, inside: dict[str, object]) -> None:
    name = draw(st.sampled_from((*sorted(inside), "text", "caption", "voice")))
    here = inside.get(name)
    if isinstance(here, dict) and here and draw(st.booleans()):
        spoil(draw, here)
    elif draw(st.integers(0, 4)):
        inside[name] = draw(VALUES)
    else:
        inside.pop(name, None)
