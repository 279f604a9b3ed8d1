"""A YAML file of the law as text with a name, and as content: days as days, a key that comes twice as an error."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import yaml

from pejl.law.refusals import LawFault


@dataclass(frozen=True, slots=True)
class YamlText:
    """What a file holds, and what a person calls the file."""

    name: str
    text: str


def beside(package: str, name: str) -> YamlText:
    """The file of this name in a package's folder; an empty text where there is none."""
    file = files(package) / name
    shown = f"{package.rpartition('.')[2]}/{name}"
    return YamlText(shown, file.read_text(encoding="utf-8") if file.is_file() else "")


def read_yaml(file: YamlText) -> Any:
    """The content. What is not YAML, and a key that stands twice, is a fault with its line."""
    try:
        loader = _loader()(file.text)
        node = loader.get_single_node()
        _no_key_twice(file, node)
        return None if node is None else loader.construct_document(node)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", linje {mark.line + 1}" if mark else ""
        raise LawFault(f"{file.name}{line}: filen er ikke skrevet rigtigt. {getattr(error, 'problem', '')}") from None


def fields_of(where: str, written: object, keys: Collection[str] | None = None) -> dict[str, Any]:
    """What is written as fields with names; a name that is none of `keys` (where there are some) is a fault."""
    if not isinstance(written, dict):
        raise LawFault(f"{where}: her skal stå felter med navne.")
    unknown = [str(key) for key in written if keys is not None and key not in keys]
    if keys is not None and unknown:
        raise LawFault(f"{where}: ukendt felt »{unknown[0]}«. Felterne er {', '.join(sorted(keys))}.")
    return written


def day_in(where: str, among: Mapping[str, Any], key: str) -> dt.date | None:
    """The day in a field; None where the field is not there. A moment is no day."""
    day = among.get(key)
    if day is not None and (isinstance(day, dt.datetime) or not isinstance(day, dt.date)):
        raise LawFault(f"{where}: »{key}« skal være en dag, skrevet 2025-07-01.")
    return day


def stretch_in(where: str, among: Mapping[str, Any]) -> tuple[dt.date, dt.date | None]:
    """The days of a row: an end, or `lasting: true`. An end that was forgotten must not look like what goes on."""
    since, until = day_in(where, among, "from"), day_in(where, among, "until")
    if since is None:
        raise LawFault(f"{where}: »from« mangler.")
    if (until is None) == (among.get("lasting") is not True):
        raise LawFault(f"{where}: skriv enten »until« eller »lasting: true«.")
    if until is not None and until < since:
        raise LawFault(f"{where}: »until« ligger før »from«.")
    return since, until


def _loader() -> Any:
    return getattr(yaml, "CSafeLoader", None) or yaml.SafeLoader


def _no_key_twice(file: YamlText, node: Any) -> None:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                raise LawFault(f"{file.name}, linje {key.start_mark.line + 1}: »{key.value}« står to gange.")
            seen.add(key.value)
            _no_key_twice(file, value)
    elif isinstance(node, yaml.SequenceNode):
        for one in node.value:
            _no_key_twice(file, one)
