"""How the command speaks: answers on standard output, everything else on standard error.

Answers are plain text, one JSON document, or rows as CSV. Nothing is coloured or wrapped, so that what a person sees is
what `grep` sees; only the progress bar is drawn, and only on a terminal.
"""

from __future__ import annotations

import codecs
import csv
import json
import sys
from collections.abc import Iterable, Sequence
from typing import Annotated, Any

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document instead of text.")]

NOTHING_FOUND = 1
UNUSABLE = 2
INTERRUPTED = 130


def answer(text: str = "") -> None:
    """One line, or several, of what was asked for."""
    print(text)


def answer_json(value: Any) -> None:
    """The whole answer as one JSON document, with Danish letters as they are wherever the receiver takes them.

    It is written piece by piece, so a list that lies on disk (`Spooled`) need never be in memory.
    """
    any_letter = codecs.lookup(sys.stdout.encoding).name == "utf-8"
    json.dump(value, sys.stdout, ensure_ascii=not any_letter, indent=2)
    print()


def answer_csv(rows: Iterable[Sequence[object]]) -> None:
    """The whole answer as rows for other programs, the headings first: commas, and numbers as computers write them."""
    csv.writer(sys.stdout, lineterminator="\n").writerows(rows)


def remark(text: str) -> None:
    """Something to know beside the answer: how far the work has come, what went wrong, what to do next."""
    print(text, file=sys.stderr, flush=True)
