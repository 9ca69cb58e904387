"""A question of a programme's own that no note comes of: the answer is kept in the founder's words."""

from __future__ import annotations

from conversations.interview.forms.base import Answered, Form, Heard, View
from conversations.words.text import say


class WordsForm(Form):
    """Whatever is said is the answer."""

    takes_signs = True

    def hear(self, view: View, text: str) -> Heard:
        """Keep the answer as it was said."""
        return Answered(canvas=view.canvas, words=text, receipt=(say("receipt.noted"),))
