"""Reads what a person tells of one person: a JSON file, or standard input."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from pejl.cli.console import UNUSABLE, remark
from pejl.law.facts import Facts, example, from_json
from pejl.law.given import Given
from pejl.law.law_day import LawOnDay
from pejl.law.refusals import Contradiction

STANDARD_INPUT = "-"
_LARGEST = 1_000_000
"""More characters than all facts of the law take."""


def facts_in(source: str, law: LawOnDay) -> Facts:
    """The facts of the file; `-` is standard input. Ends the command where they cannot be used. Nothing is kept."""
    try:
        told = json.loads(_text(source))
    except OSError as trouble:
        raise _unusable(f"{source} cannot be read: {trouble.strerror}.") from trouble
    except (ValueError, RecursionError) as trouble:
        where = f" (line {trouble.lineno})" if isinstance(trouble, json.JSONDecodeError) else ""
        raise _unusable(f'The facts are no JSON{where}. They are one object: {{"alder": 34}}.') from trouble
    if not isinstance(told, dict):
        raise _unusable('The facts are one JSON object: {"alder": 34}.')
    try:
        return from_json(law.book, told)
    except Contradiction as trouble:
        raise _unusable(_with_example(trouble, law)) from trouble


def say_what_is_missing(missing: Sequence[Given]) -> None:
    """What each fact that nobody has told means, and an example of all of them."""
    remark("")
    for given in missing:
        remark(f"{given.name}: {given.means}" + (f" Et af: {', '.join(given.words)}." if given.words else ""))
    lines = json.dumps(example(missing), ensure_ascii=False)
    remark(f"For example: {lines}")
    remark("null is for what is unknown.")


def _text(source: str) -> str:
    if source == STANDARD_INPUT:
        return sys.stdin.read(_LARGEST)
    with Path(source).open(encoding="utf-8") as file:
        return file.read(_LARGEST)


def _with_example(trouble: Contradiction, law: LawOnDay) -> str:
    given = law.book.givens.get(trouble.name)
    if given is None:
        return str(trouble)
    lines = json.dumps(example([given]), ensure_ascii=False)
    return f"{trouble} {given.means} For example: {lines}"


def _unusable(sentence: str) -> typer.Exit:
    remark(sentence)
    return typer.Exit(UNUSABLE)
