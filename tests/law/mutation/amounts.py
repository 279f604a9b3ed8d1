"""Mutants of `parameters.yaml`: a value, a day or a status of one row changed. A missing value is left as it is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from law.mutation.mutants import Mutant

_ROW = re.compile(r"^\s+- \{.*\}\s*$")
_ROW_FROM = re.compile(r", (status|value): .*")
_DAYS = re.compile(r"\b(?P<key>from|until|known|end_known|until_before): (?P<day>\d{4}-\d{2}-\d{2})")
_VALUE = re.compile(r"\bvalue: (?P<value>[^,}]+)")
_STATUS = re.compile(r"\bstatus: (?P<status>\w+)")
_MOVED = {"from": 1, "until": -1, "known": 1, "end_known": 1, "until_before": -1}
"""A row that begins a day late, ends a day early or could be known a day late leaves a day without its value."""
_OTHER_STATUS = {
    "confirmed": "unconfirmed",
    "derived": "unconfirmed",
    "proposed": "confirmed",
    "unconfirmed": "confirmed",
}


def mutants_of_amounts(file: str, path: Path) -> Iterator[Mutant]:
    """Every mutant of a file of parameters."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    name = ""
    for number, line in enumerate(lines):
        name = line.strip() if line[:1].isalpha() else name
        if not _ROW.match(line) or "value: missing" in line:
            continue
        for kind, before, after in _changes(line):
            text = "".join([*lines[:number], line.replace(before, after, 1), *lines[number + 1 :]])
            yield Mutant(file, number + 1, f"{name} {_ROW_FROM.sub('', line.strip())}", kind, before, after, text)


def _changes(line: str) -> Iterator[tuple[str, str, str]]:
    for found in _DAYS.finditer(line):
        day = dt.date.fromisoformat(found["day"]) + dt.timedelta(days=_MOVED[found["key"]])
        yield "day", found[0], f"{found['key']}: {day}"
    if value := _VALUE.search(line):
        yield "value", value[0], f"value: {_other(value['value'].strip())}"
    if status := _STATUS.search(line):
        yield "status", status[0], f"status: {_OTHER_STATUS[status['status']]}"


def _other(value: str) -> str:
    if value in ("true", "false"):
        return "false" if value == "true" else "true"
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return str(dt.date.fromisoformat(value) + dt.timedelta(days=1))
    whole, _, rest = value.partition(".")
    if not rest:
        return str(int(whole) + 1)
    return f"{(int(whole + rest) + 1) / 10 ** len(rest):.{len(rest)}f}"
