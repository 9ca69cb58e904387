"""The machine as a Mermaid diagram: the flow is its own documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.script.machine import PAUSED, RESTING, WELCOME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conversations.script.model import Guards, Question, Script


def mermaid(script: Script) -> str:
    """Give the script's machine as Mermaid text, a box a block.

    From each question arrows lead to those that may follow, down to the first that is asked of everybody.
    What stands on an arrow is when it is taken; that its question is still open goes without saying.
    """
    lines = ["flowchart TD", f"    {WELCOME}([{WELCOME}])"]
    for block in dict.fromkeys(question.block for question in script.questions):
        lines.append(f"    subgraph block_{block}[{block}]")
        lines.extend(f"        {question.id}" for question in script.in_block(block))
        lines.append("    end")
    lines.append(f"    {RESTING}([{RESTING}])")
    lines.append(f'    {PAUSED}(["{PAUSED}: /pause leads here from every question, /continue back"])')
    lines.extend(f"    {arrow}" for arrow in dict.fromkeys(_arrows(script)))
    return "\n".join(lines) + "\n"


def _arrows(script: Script) -> Iterator[str]:
    yield from _onward(script, WELCOME, 0)
    for place, question in enumerate(script.questions, start=1):
        host = _place(script, question.early_before)
        if host is not None:
            yield from _onward(script, question.id, host, question.early_when, without=question.id)
        yield from _onward(script, question.id, place)


def _onward(
    script: Script, source: str, place: int, only: Guards = (), *, without: str = ""
) -> Iterator[str]:
    """Give the arrows from a question to what may follow it, the first of which stands at `place`.

    `only` are guards that hold there already, because the question came early.
    """
    for target, when in _following(script, place, without):
        label = " and ".join(_in_words(guard) for guard in dict.fromkeys((*only, *when)))
        yield f"{source} -->|{label}| {target.id}" if label else f"{source} --> {target.id}"
        if not when:
            return
    yield f"{source} --> {RESTING}"


def _following(script: Script, place: int, without: str) -> Iterator[tuple[Question, Guards]]:
    """Give what may follow, in the order in which it is tried: guests that come early before their hosts."""
    for question in script.questions[place:]:
        guests = (guest for guest in script.questions if guest.early_before == question.id)
        yield from ((guest, (*guest.when, *guest.early_when)) for guest in guests if guest.id != without)
        host = _place(script, question.early_before)
        if question.id == without:
            continue
        came_early = host is not None and host < place
        yield question, (*question.when, *_denied(question.early_when)) if came_early else question.when


def _place(script: Script, question_id: str) -> int | None:
    ids = [question.id for question in script.questions]
    return ids.index(question_id) if question_id in ids else None


def _denied(guards: Guards) -> Guards:
    """Give the guard that holds where not all of these do: the question didn't come early."""
    return (f"not_({' and '.join(guards)})" if len(guards) > 1 else f"not_{guards[0]}",) if guards else ()


def _in_words(guard: str) -> str:
    return guard.replace("_", " ")
