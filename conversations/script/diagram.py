"""The machine as a Mermaid diagram: the flow is its own documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conversations.script.machine import PAUSED, RESTING, WELCOME, candidates

if TYPE_CHECKING:
    from conversations.script.model import Guards, Question, Script


def mermaid(script: Script) -> str:
    """Give the script's machine as Mermaid text.

    From each state arrows lead to the questions that may follow, up to the first that is asked of everybody.
    That a question is still open is a guard of every arrow and not written.
    """
    order = list(candidates(script))
    lines = ["stateDiagram-v2", f"    [*] --> {WELCOME}"]
    for block in dict.fromkeys(question.block for question in script.questions):
        lines.append(f"    state {block.upper()} {{")
        lines.extend(f"        {question.id}" for question in script.in_block(block))
        lines.append("    }")
    lines.extend(_arrows(WELCOME, order))
    for place, (question, _) in enumerate(order):
        rest = [step for step in order[place + 1 :] if step[0].id != question.id]
        lines.extend(line for line in _arrows(question.id, rest) if line not in lines)
    lines.append(f"    {RESTING} --> [*]")
    lines.append(f"    note right of {PAUSED}: /pause leads here from every question, and back")
    return "\n".join(lines) + "\n"


def _arrows(source: str, following: list[tuple[Question, Guards]]) -> list[str]:
    arrows = []
    for question, guards in following:
        condition = f": {' and '.join(guards)}" if guards else ""
        arrows.append(f"    {source} --> {question.id}{condition}")
        if not guards:
            return arrows
    arrows.append(f"    {source} --> {RESTING}")
    return arrows
