"""A scenario: values that somebody supposes, and unsettled rules that somebody takes as law, to compute all the same.

What a scenario touches is marked as a scenario in every answer. It is not a source of law.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from pejl.law.parameters import Dated, Scalar
from pejl.law.refusals import LawFault
from pejl.law.status import Status
from pejl.law.yaml_text import YamlText, beside, fields_of, read_yaml, stretch_in

_PACKAGE = "pejl.law.scenarios"
_KEYS = ("danish", "why", "values", "accepts", "overrides")
_ROW_KEYS = ("from", "until", "lasting", "value")


@dataclass(frozen=True)
class Scenario:
    """What is supposed. `accepts` names rules, duties and parameters whose unsettled versions are used.

    A value may stand in for one that is settled only where `overrides` says so.
    """

    name: str
    danish: str
    why: str
    values: Mapping[str, tuple[Dated, ...]] = field(default_factory=dict)
    accepts: frozenset[str] = frozenset()
    overrides: bool = False

    def row(self, parameter: str, day: dt.date) -> Dated | None:
        """What it supposes a parameter to be on a day; None where it says nothing."""
        return next((row for row in self.values.get(parameter, ()) if row.covers(day)), None)


def supposed(value: Scalar, since: dt.date, until: dt.date | None, scenario: str) -> Dated:
    """A row of a scenario."""
    return Dated(since, until, value, Status.UNCONFIRMED, f"Scenariet »{scenario}«")


def scenario_names() -> tuple[str, ...]:
    """The scenarios that the product brings, by their files' names."""
    return tuple(sorted(file.name.removesuffix(".yaml") for file in files(_PACKAGE).iterdir() if _is_yaml(file.name)))


@lru_cache(maxsize=32)
def scenario(name: str) -> Scenario:
    """The scenario of this name."""
    if name not in scenario_names():
        raise LawFault(f"Der er intet scenarie, der hedder »{name}«. Der er: {', '.join(scenario_names())}.")
    return read_scenario(name, beside(_PACKAGE, f"{name}.yaml"))


def read_scenario(name: str, file: YamlText) -> Scenario:
    """A scenario as its file has it."""
    content = fields_of(file.name, read_yaml(file), _KEYS)
    for key in ("danish", "why"):
        if not isinstance(content.get(key), str):
            raise LawFault(f"{file.name}: »{key}« mangler.")
    danish = str(content["danish"])
    values = fields_of(f"{file.name}, values", content.get("values") or {})
    accepts = content.get("accepts") or []
    if not isinstance(accepts, list) or not all(isinstance(one, str) for one in accepts):
        raise LawFault(f"{file.name}: »accepts« skal være en liste af navne.")
    return Scenario(
        name,
        danish,
        str(content["why"]),
        {parameter: _rows(f"{file.name}, {parameter}", rows, danish) for parameter, rows in values.items()},
        frozenset(accepts),
        content.get("overrides") is True,
    )


def _rows(where: str, written: object, scenario: str) -> tuple[Dated, ...]:
    if not isinstance(written, list):
        raise LawFault(f"{where}: her skal stå en liste af rækker med from, until og value.")
    rows = sorted((_row(where, row, scenario) for row in written), key=lambda row: row.since)
    for one, other in pairwise(rows):
        if one.until is None or other.since <= one.until:
            raise LawFault(f"{where}: rækkerne fra {one.since} og fra {other.since} dækker de samme dage.")
    return tuple(rows)


def _row(where: str, written: object, scenario: str) -> Dated:
    row = fields_of(where, written, _ROW_KEYS)
    since, until = stretch_in(where, row)
    value = row.get("value")
    if isinstance(value, dt.datetime) or not isinstance(value, bool | int | float | dt.date):
        raise LawFault(f"{where}: »value« skal være et tal, en dag, true eller false.")
    return supposed(value, since, until, scenario)


def _is_yaml(name: str) -> bool:
    return name.endswith(".yaml")
