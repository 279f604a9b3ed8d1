"""Plain values and arrays as bytes, the same bytes for the same values, and back: skops, and nothing that runs.

skops names what it writes by where it lay in memory; here the names are numbers in order, and every time in the archive
is the same, so that one model has one SHA-256 wherever it is written.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from pejl import when_used
from pejl.screening.model.design import Unfit

if TYPE_CHECKING:
    from skops import io as skops
else:
    skops = when_used.module("skops.io")

Arrays = Mapping[str, np.ndarray[Any, np.dtype[Any]]]

_SCHEMA = "schema.json"
_ALWAYS = (1980, 1, 1, 0, 0, 0)
_KINDS = {
    ("builtins", "dict", "DictNode"),
    ("builtins", "list", "ListNode"),
    ("builtins", "str", "JsonNode"),
    ("builtins", "str", "TypeNode"),
    ("numpy", "ndarray", "NdArrayNode"),
}
"""All that a model's file is made of: a table of arrays and one text. skops alone would build more than that."""
_NO_MODEL = "This file is no model of Pejl's: {}. It is not read."


def packed(plain: Mapping[str, Any], arrays: Arrays) -> bytes:
    """Plain values (as JSON has them) and arrays, as a skops file."""
    held: dict[str, Any] = {"plain": json.dumps(plain, sort_keys=True, allow_nan=False)}
    held |= {name: np.ascontiguousarray(arrays[name]) for name in sorted(arrays)}
    with zipfile.ZipFile(io.BytesIO(skops.dumps(held))) as written:
        schema = json.loads(written.read(_SCHEMA))
        files = dict(_renamed(schema))
        parts = [(new, written.read(old)) for old, new in files.items()]
    text = json.dumps(schema, sort_keys=True).encode()
    return _archive([*parts, (_SCHEMA, text)])


def unpacked(data: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    """The plain values and the arrays. Raises `Unfit` where the file holds anything else, and then builds nothing."""
    if strangers := sorted(_kinds(data) - _KINDS):
        told = ", ".join(f"{module}.{name}" for module, name, _ in strangers)
        raise Unfit(_NO_MODEL.format(f"it holds what no model holds ({told})"))
    try:
        held = skops.loads(data, trusted=[])
        plain = json.loads(held.pop("plain"))
    except Exception as error:
        raise Unfit(_NO_MODEL.format("it cannot be taken apart")) from error
    if wrong := sorted(name for name, value in held.items() if not _is_array(value)):
        raise Unfit(_NO_MODEL.format(f"these are no arrays of numbers: {', '.join(wrong)}"))
    return plain, held


def _kinds(data: bytes) -> set[tuple[str, str, str]]:
    """The types that a file would have built, and by which of skops' loaders."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            schema = json.loads(archive.read(_SCHEMA))
        nodes = [schema, *_holders(schema)]
        return {(each["__module__"], each["__class__"], each["__loader__"]) for each in nodes}
    except Exception as error:
        raise Unfit(_NO_MODEL.format("it cannot be taken apart")) from error


def _holders(part: Any) -> Iterator[dict[str, Any]]:
    """The parts of a schema that name a type."""
    if isinstance(part, dict):
        if "__loader__" in part:
            yield part
        for each in part.values():
            yield from _holders(each)
    elif isinstance(part, list):
        for each in part:
            yield from _holders(each)


def _is_array(value: object) -> bool:
    return isinstance(value, np.ndarray) and value.dtype.kind in "fi"


def _renamed(schema: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Number what the schema names, in its order, and tell the files' old and new names."""
    for number, node in enumerate(_nodes(schema)):
        node["__id__"] = number
        if "file" in node:
            old, node["file"] = node["file"], f"{number}.npy"
            yield old, node["file"]


def _nodes(part: Any) -> Iterator[dict[str, Any]]:
    """The parts of a schema that have a name, each before what it holds."""
    if isinstance(part, dict):
        if "__id__" in part:
            yield part
        for key in sorted(part):
            yield from _nodes(part[key])
    elif isinstance(part, list):
        for each in part:
            yield from _nodes(each)


def _archive(parts: Iterable[tuple[str, bytes]]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name, _ALWAYS), content)
    return whole.getvalue()
