"""What comes first this month, and what to become really good at."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import UNSET
from msgspec.structs import replace

from conversations.canvas.entries import Activity
from conversations.canvas.facets import When
from conversations.interview.forms.base import Answered, Choice, Choices, Form, Heard, Marked, Puzzled, View
from conversations.interview.forms.grid import grid, listed, marked, turned
from conversations.reading.pricenames import known_by
from conversations.reading.sameness import same_item
from conversations.reading.splitting import split_items
from conversations.words.text import Text, say

if TYPE_CHECKING:
    from conversations.canvas.entries import Entry

MOST = 3
TWO_WEEKS = timedelta(days=14)
SOON = 10
"""A month's end nearer than this many days is no goal: the next month's is offered."""


def month_end(today: date) -> date:
    """Give the last day of this month, or of the next where this one is nearly over."""
    last = today.replace(day=calendar.monthrange(today.year, today.month)[1])
    if (last - today).days >= SOON:
        return last
    following = last + timedelta(days=1)
    return following.replace(day=calendar.monthrange(following.year, following.month)[1])


class MonthForm(Form):
    """Up to three activities for this month; the rest waits under Later. Then the date, which ends it."""

    def body(self, view: View) -> Text:
        """Show the activities in full where buttons cut them."""
        return listed(view, _open(view))

    def choices(self, view: View) -> Choices:
        """Offer the activities, those to prepare first, and the dates."""
        today = view.now.date()
        rows = grid(view, _open(view), lambda entry: _mark(view, entry))
        dates = (
            Choice(say("button.two_weeks"), "d14"),
            Choice(say("button.until", date=month_end(today)), "dend"),
            Choice(say("button.no_date"), "dnone"),
        )
        return (*rows, dates)

    def tap(self, view: View, choice: str) -> Heard:
        """Toggle an activity, or take the date."""
        entry = marked(choice, _open(view))
        if entry is not None:
            return self._toggled(view, entry)
        page = turned(choice)
        if page is not None:
            return Marked(marks=view.marks, page=page)
        dates = {"d14": view.now.date() + TWO_WEEKS, "dend": month_end(view.now.date()), "dnone": None}
        if choice not in dates:
            return super().tap(view, choice)
        chosen = [entry.id for entry in _open(view) if str(entry.id) in view.marks]
        if not chosen:
            return Marked(marks=view.marks, page=view.page, note=say("note.tap_first"))
        return self._dated(view, chosen, dates[choice])

    def hear(self, view: View, text: str) -> Heard:
        """Take activities named in words; the date is still to be tapped."""
        named = _named(view, text)
        if not named:
            return Puzzled(say("puzzled.tap"))
        if len(named) > MOST:
            return Puzzled(say("note.three_at_most"))
        return Marked(marks={str(entry.id): "1" for entry in named}, page=view.page)

    def none(self, view: View) -> Heard:
        """Put nothing on this month."""
        return self.skipped(view)

    def skipped(self, view: View) -> Answered:
        """Take what is ticked, without a date; skip where nothing is."""
        chosen = [entry.id for entry in _open(view) if str(entry.id) in view.marks]
        return self._dated(view, chosen, None) if chosen else super().skipped(view)

    def _toggled(self, view: View, entry: Entry) -> Marked:
        key = str(entry.id)
        marks = {**view.marks, key: "1"}
        if key in view.marks:
            del marks[key]
        elif len(marks) > MOST:
            return Marked(marks=view.marks, page=view.page, note=say("note.three_at_most"))
        return Marked(marks=marks, page=view.page)

    def _dated(self, view: View, chosen: list[int], due: date | None) -> Answered:
        canvas = view.canvas
        trading = canvas.venture.stage and canvas.venture.stage.trading
        for entry in _open(view):
            if entry.id in chosen:
                canvas = canvas.with_changed(replace(entry, when=When.NOW, due=due))
            elif not trading:
                # Before trading the rest has not begun yet; who trades goes on doing it every week.
                canvas = canvas.with_changed(replace(entry, when=When.LATER, due=UNSET))
            elif entry.when is When.NOW:
                # It was chosen when this was answered before.
                canvas = canvas.with_changed(replace(entry, when=UNSET, due=UNSET))
        names = tuple(entry.text for entry in _open(view) if entry.id in chosen)
        key = "receipt.month" if due else "receipt.month_undated"
        params = {"date": due} if due else {}
        return Answered(
            canvas=canvas,
            words=", ".join(names),
            receipt=(say(key, n=len(names), names=names, **params),),
        )


class ExpertForm(Form):
    """Which activity to become really good at: one tap."""

    def body(self, view: View) -> Text:
        """Show the activities in full where buttons cut them."""
        return listed(view, _regular(view))

    def choices(self, view: View) -> Choices:
        """Offer the activities."""
        return grid(view, _regular(view), lambda entry: "grid.starred" if _starred(entry) else "grid.plain")

    def tap(self, view: View, choice: str) -> Heard:
        """Star one, or turn the page."""
        page = turned(choice)
        if page is not None:
            return Marked(marks=view.marks, page=page)
        entry = marked(choice, _regular(view))
        return self._starring(view, entry) if entry is not None else super().tap(view, choice)

    def hear(self, view: View, text: str) -> Heard:
        """Take an activity named in words."""
        named = _named(view, text)
        return self._starring(view, named[0]) if len(named) == 1 else Puzzled(say("puzzled.tap"))

    def none(self, view: View) -> Heard:
        """Star nothing."""
        return self.skipped(view)

    def _starring(self, view: View, chosen: Entry) -> Answered:
        canvas = view.canvas
        for entry in canvas.of(Activity):
            if entry.starred or entry.id == chosen.id:
                canvas = canvas.with_changed(replace(entry, starred=entry.id == chosen.id))
        return Answered(canvas=canvas, words=chosen.text, receipt=(say("receipt.starred", name=chosen.text),))


def _open(view: View) -> tuple[Activity, ...]:
    """Give what is not done yet, what has to happen before the first sale in front."""
    activities = [activity for activity in view.canvas.of(Activity) if not activity.done]
    return tuple(sorted(activities, key=lambda activity: not activity.preparation))


def _regular(view: View) -> tuple[Activity, ...]:
    """Give the activities that one can become good at: what is done again and again, in front."""
    return tuple(sorted(view.canvas.of(Activity), key=lambda activity: activity.preparation))


def _mark(view: View, entry: Entry) -> str:
    return "grid.on" if str(entry.id) in view.marks else "grid.off"


def _starred(entry: Entry) -> bool:
    return isinstance(entry, Activity) and entry.starred


def _named(view: View, text: str) -> list[Activity]:
    """Give the activities that are named: as they are written, else by what each is known by ("baking")."""
    activities = _open(view)
    items = (text, *split_items(text))
    same = [activity for activity in activities if any(same_item(activity.text, item) for item in items)]
    if same:
        return same
    return [activities[place] for place in known_by(text, [activity.text for activity in activities])]
