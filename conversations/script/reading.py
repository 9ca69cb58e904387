"""A playbook's bytes in, a validated script out; a mistake is told with its line and what is expected."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from conversations.errors import ScriptError
from conversations.script.checking import check
from conversations.script.lines import Lines
from conversations.script.playbook import PlaybookFile, script_of
from conversations.script.texts import safe_texts
from conversations.words.text import Phrase, say

if TYPE_CHECKING:
    from conversations.errors import Place
    from conversations.script.model import Script
    from conversations.script.vocabulary import Vocabulary

LARGEST = 256 * 1024
"""Bytes of a playbook."""
_AT_LINE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")
_AT_PATH = re.compile(r"\s*- at `(?:key in )?\$(.*)`$")
_STEP = re.compile(r"\.([^.\[]+)|\[(\d+|\.\.\.)\]")
_EXPECTED = re.compile(r"Expected `(.+?)`(?:, got `(.+?)`)?$")
_MISSING = re.compile(r"Object missing required field `(.+?)`")
_UNKNOWN = re.compile(r"Object contains unknown field `(.+?)`")
_KINDS = ("str", "int", "bool", "array", "object", "float", "null")


def read_script(document: bytes, vocabulary: Vocabulary) -> Script:
    """Give the script in a TOML document. Raises ScriptError with its line."""
    lines = Lines(document)
    try:
        file = _file(document)
        script = script_of(file, vocabulary.base)
        script = replace(script, texts=safe_texts(script.texts, vocabulary.words))
        check(script, vocabulary)
    except ScriptError as problem:
        if problem.line:
            raise
        place = problem.place
        if len(place) > 1 and isinstance(place[1], str) and place[0] == "questions":
            place = _place_in(file, place)
        raise ScriptError(problem.what, problem.place, lines.line_of(place)) from None
    return script


def _place_in(file: PlaybookFile, place: Place) -> Place:
    """Give the place of a question by its number in the file; of one that isn't the file's own, none."""
    index = next((n for n, question in enumerate(file.questions) if question.id == place[1]), None)
    return () if index is None else ("questions", index, *place[2:])


def _file(document: bytes) -> PlaybookFile:
    if len(document) > LARGEST:
        raise ScriptError(say("playbook.too_large", kilobytes=LARGEST // 1024))
    try:
        return msgspec.toml.decode(document, type=PlaybookFile)
    except UnicodeDecodeError as problem:
        line = document.count(b"\n", 0, problem.start) + 1
        raise ScriptError(say("playbook.no_utf8"), (), line) from None
    except msgspec.ValidationError as problem:
        raise _of_shape(str(problem)) from None
    except msgspec.DecodeError as problem:
        told = str(problem)
        at = _AT_LINE.search(told)
        line = int(at[1]) if at and at[1] else document.rstrip().count(b"\n") + 1
        raise ScriptError(say("playbook.no_toml", detail=_AT_LINE.sub("", told)), (), line) from None


def _of_shape(told: str) -> ScriptError:
    """Give the error for what msgspec tells of a value that isn't what it should be."""
    at = _AT_PATH.search(told)
    place: Place = tuple(
        int(number) if number.isdigit() else name for name, number in _STEP.findall(at[1] if at else "")
    )
    return ScriptError(_shape(_AT_PATH.sub("", told), place), place)


def _shape(told: str, place: Place) -> Phrase:
    field = str(next((step for step in reversed(place) if isinstance(step, str)), ""))
    if (missing := _MISSING.search(told)) is not None:
        return say("playbook.missing", field=missing[1])
    if (unknown := _UNKNOWN.search(told)) is not None:
        return say("playbook.unknown_field", field=unknown[1])
    if (expected := _EXPECTED.search(told)) is not None:
        kind = expected[1].split(" | ")[0]
        if kind in _KINDS:
            return say("playbook.expected", field=field, kind=say(f"playbook.kind.{kind}"))
    return say("playbook.shape", field=field, detail=told)
