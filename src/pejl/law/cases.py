"""Worked cases: what the law says for one person on one day, by a named source, written beside each statute.

The form is that of OpenFisca's tests (name, period, input, output). A case may expect a refusal instead of a value.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pejl.law.law_days import Law
from pejl.law.refusals import LawFault
from pejl.law.statute import Statute
from pejl.law.yaml_text import YamlText, beside, day_in, fields_of, read_yaml

_KEYS = frozenset({"name", "date", "known", "scenario", "input", "output", "refused", "asks", "source", "note"})


@dataclass(frozen=True)
class Case:
    """One case. `refused` is the name that the refusal must tell; then `output` is empty and `asks` says what is
    asked (where the file does not: the refused name itself). `scenario` and `known` are as in `Law.on`.
    """

    name: str
    statute: str
    date: dt.date
    given: Mapping[str, Any]
    output: Mapping[str, Any]
    asks: tuple[str, ...]
    refused: str
    known: dt.date | None
    scenario: str | None
    source: str


def all_cases(law: Law) -> tuple[Case, ...]:
    """The cases of every statute."""
    return tuple(case for statute in law.statutes for case in cases_of(law, statute))


def cases_of(law: Law, statute: Statute) -> tuple[Case, ...]:
    """The cases of one statute, in the order of its file."""
    return read_cases(law, statute.name, beside(statute.package, "cases.yaml"))


def read_cases(law: Law, statute: str, file: YamlText) -> tuple[Case, ...]:
    """The cases of a file. What is wrong with one is a fault that names it."""
    content = read_yaml(file) or []
    if not isinstance(content, list):
        raise LawFault(f"{file.name}: filen skal være en liste af eksempler.")
    cases = tuple(_case(law, statute, file.name, written) for written in content)
    names = [case.name for case in cases]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise LawFault(f"{file.name}: eksemplet »{twice[0]}« står to gange.")
    return cases


def _case(law: Law, statute: str, file: str, written: object) -> Case:
    if not isinstance(written, dict) or not isinstance(written.get("name"), str):
        raise LawFault(f"{file}: et eksempel begynder med »- name:«.")
    where = f"{file}, {written['name']}"
    fields_of(where, written, _KEYS)
    output, refused = written.get("output") or {}, written.get("refused") or ""
    if bool(output) is bool(refused):
        raise LawFault(f"{where}: skriv enten »output« eller »refused«.")
    given = written.get("input") or {}
    asks = _asked(where, written, output)
    _check_names(law, where, given, asks)
    if not str(written.get("source") or "").strip():
        raise LawFault(f"{where}: »source« mangler.")
    date = day_in(where, written, "date")
    if date is None:
        raise LawFault(f"{where}: »date« mangler.")
    return Case(
        written["name"],
        statute,
        date,
        given,
        output,
        asks,
        str(refused),
        day_in(where, written, "known"),
        written.get("scenario"),
        str(written["source"]).strip(),
    )


def _asked(where: str, written: Mapping[str, Any], output: Mapping[str, Any]) -> tuple[str, ...]:
    if output:
        return tuple(output)
    asks = written.get("asks") or written.get("refused")
    names = [asks] if isinstance(asks, str) else asks
    if not isinstance(names, list) or not names:
        raise LawFault(f"{where}: »asks« skal være et navn eller en liste af navne.")
    return tuple(str(name) for name in names)


def _check_names(law: Law, where: str, given: Mapping[str, Any], asks: tuple[str, ...]) -> None:
    for name in given:
        if name not in law.book.givens:
            raise LawFault(f"{where}: »{name}« er ikke en oplysning, som loven spørger om.")
    for name in asks:
        if name not in law.book.kinds:
            raise LawFault(f"{where}: loven har intet, der hedder »{name}«.")
