"""A YAML file of the law as text with a name, and as content: days as days, a key that comes twice as an error."""

from __future__ import annotations

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
