"""Reads `parameters.yaml`, and says in a sentence with file and name what is wrong with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from pejl.law.given import LARGEST
from pejl.law.overlaps import share_a_day
from pejl.law.parameters import Dated, Parameter, Scalar
from pejl.law.refusals import LawFault
from pejl.law.status import Status
from pejl.law.yaml_text import YamlText, day_in, fields_of, read_yaml, stretch_in

MISSING = "missing"
"""What stands as value and source where nobody has them."""
_KEYS = frozenset({"danish", "unit", "look_up", "cites", "note", "values"})
_ROW_KEYS = frozenset(
    {
        *("from", "until", "lasting", "value", "status", "source", "retrieved", "known", "note"),
        *("end_known", "until_before"),
    }
)


def read_parameters(file: YamlText) -> tuple[Parameter, ...]:
    """All parameters of a file. A file that holds nothing has none."""
    content = read_yaml(file)
    if content is None:
        return ()
    if not isinstance(content, dict):
        raise LawFault(f"{file.name}: filen skal være en liste af navne, hver med sine oplysninger.")
    return tuple(_parameter(file.name, str(name), written) for name, written in content.items())


def _parameter(file: str, name: str, written: object) -> Parameter:
    where = f"{file}, {name}"
    fields = fields_of(where, written, _KEYS)
    if not name.isidentifier() or not name.isascii() or name != name.lower():
        raise LawFault(f"{where}: navnet skal være små bogstaver uden æ, ø og å, cifre og _.")
    rows = fields.get("values")
    if not isinstance(rows, list) or not rows:
        raise LawFault(f"{where}: »values« skal være en liste med mindst én række.")
    values = tuple(_row(f"{where}, række {place}", row) for place, row in enumerate(rows, start=1))
    parameter = Parameter(
        name,
        danish=_text(where, fields, "danish"),
        unit=_text(where, fields, "unit"),
        look_up=_text(where, fields, "look_up", needed=any(row.value is None for row in values)),
        values=tuple(sorted(values, key=lambda row: (row.since, row.known or dt.date.min))),
        file=file,
        cites=_text(where, fields, "cites", needed=False),
        note=_text(where, fields, "note", needed=False),
    )
    _no_overlap(where, parameter)
    _one_kind(where, parameter)
    return parameter


def _row(where: str, written: object) -> Dated:
    fields = fields_of(where, written, _ROW_KEYS)
    value = _value(where, fields)
    status = _status(where, fields)
    source = _text(where, fields, "source")
    if value is None and status.usable:
        raise LawFault(f"{where}: en værdi, der mangler, kan ikke være {status.value}.")
    if value is not None and source == MISSING and status.usable:
        raise LawFault(f"{where}: en værdi uden kilde kan ikke være {status.value}.")
    since, until = stretch_in(where, fields)
    end_known, until_before = _end_as_known(where, fields, until)
    retrieved = day_in(where, fields, "retrieved")
    if status.usable and retrieved is None:
        raise LawFault(f"{where}: »retrieved« mangler, den dag kilden blev læst.")
    return Dated(
        since,
        until,
        value,
        status,
        source,
        retrieved,
        known=day_in(where, fields, "known"),
        note=_text(where, fields, "note", needed=False),
        end_known=end_known,
        until_before=until_before,
    )


def _end_as_known(
    where: str, fields: Mapping[str, Any], until: dt.date | None
) -> tuple[dt.date | None, dt.date | None]:
    """When one could know of the end, and which end one knew of before. What has no end has neither."""
    end_known, until_before = day_in(where, fields, "end_known"), day_in(where, fields, "until_before")
    if (until is None and end_known is not None) or (end_known is None and until_before is not None):
        raise LawFault(f"{where}: »end_known« kræver »until«, og »until_before« kræver »end_known«.")
    if until is not None and until_before is not None and until_before <= until:
        raise LawFault(f"{where}: »until_before« er den senere dag, som rækken ville være sluttet.")
    return end_known, until_before


def _value(where: str, fields: Mapping[str, Any]) -> Scalar | None:
    value = fields.get("value")
    if value == MISSING:
        return None
    if isinstance(value, dt.datetime) or not isinstance(value, bool | int | float | dt.date):
        raise LawFault(f"{where}: »value« skal være et tal, en dag, true, false eller {MISSING}.")
    if isinstance(value, float) and not abs(value) < LARGEST:
        raise LawFault(f"{where}: »value« er ikke et tal, der kan regnes med.")
    return value


def _status(where: str, fields: Mapping[str, Any]) -> Status:
    try:
        return Status(fields.get("status", ""))
    except ValueError:
        words = ", ".join(status.value for status in Status)
        raise LawFault(f"{where}: »status« skal være en af {words}.") from None


def _text(where: str, fields: Mapping[str, Any], key: str, *, needed: bool = True) -> str:
    text = fields.get(key, "")
    if not isinstance(text, str) or (needed and not text.strip()):
        raise LawFault(f"{where}: »{key}« mangler eller er ikke tekst.")
    return text.strip()


def _no_overlap(where: str, parameter: Parameter) -> None:
    for one, other in combinations(parameter.values, 2):
        if one.known == other.known and share_a_day((one.since, one.until), (other.since, other.until)):
            raise LawFault(
                f"{where}: rækkerne fra {one.since} og fra {other.since} dækker de samme dage. "
                "Det må kun en rettelse, og den har en senere »known«."
            )


def _one_kind(where: str, parameter: Parameter) -> None:
    if len(set(_kinds(parameter))) > 1:
        raise LawFault(f"{where}: værdierne er af forskellig slags.")


def _kinds(parameter: Parameter) -> Iterator[str]:
    for dated in parameter.values:
        if dated.value is not None:
            yield "tal" if type(dated.value) in (int, float) else type(dated.value).__name__
