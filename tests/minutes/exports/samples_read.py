"""The authored exports: each with the text that the same meeting gives in print, and what it must not tell."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from pejl.minutes.document import Minutes
from pejl.minutes.exports import with_parts
from pejl.minutes.public import public_version
from pejl.minutes.reader import read, read_bytes

SAMPLES = Path(__file__).parent / "samples"
TWINS = sorted(path for path in SAMPLES.rglob("*.twin.txt"))
SECRET = "Skjultord"  # noqa: S105 - a word that the samples plant, no password
PERSONAL = ("qxq", "fjordbynet", "qxfil01", "fjordby.example")
"""Marks that stand in the samples' fields for initials, log-in names, mail addresses and servers, and nowhere else."""

_PLACES = frozenset({"line", "lines"})
_OF_THE_FILE = ("head", "furniture", "source", "unread", "contents")


def export_of(twin: Path) -> Path:
    """The export that a twin is of: the only file beside it with the same beginning, or the one that leads others."""
    stem = twin.name.removesuffix(".twin.txt")
    found = [path for path in sorted(twin.parent.glob(f"{stem}.*")) if path.suffix in (".json", ".xml")]
    return found[0]


def exports() -> list[Path]:
    """Every export that holds a meeting."""
    return [export_of(twin) for twin in TWINS]


def alone() -> list[Path]:
    """Every file that holds a meeting, without a manifest that only names it."""
    return [path for path in exports() if path.name != "XML_311.xml"] + [*SAMPLES.rglob("9001.xml")]


def bytes_of(path: Path) -> bytes:
    """The sample as it is delivered, with the files that belong to it."""
    return with_parts(path, path.read_bytes())


def in_print(twin: Path) -> Minutes:
    """What the ordinary reader reads from the twin."""
    return read_bytes("referat.txt", twin.read_bytes())


def exported(twin: Path) -> Minutes:
    """What is read from the export."""
    return read(export_of(twin))


def said(minutes: Minutes) -> dict[str, Any]:
    """All that the public version says, without where it stands and what only one of the two forms has.

    In print a case number after a label is a paragraph of the item as well; in an export it is data alone. What sort of
    item it is ("Til drøftelse"), and its category ("A-sager"), no layout of these twins prints. A closed item without a
    title is "Lukket punkt" in print.
    """
    told: dict[str, Any] = _without_places(public_version(minutes).model_dump(mode="json", by_alias=True))
    for name in _OF_THE_FILE:
        told.pop(name)
    for item in told["items"]:
        for name in ("heading", "kind", "group"):
            item.pop(name)
        item["title"] = None if item["title"] == "Lukket punkt" else item["title"]
        item["sections"] = [section for section in item["sections"] if not _is_case_line(section)]
    return told


def _is_case_line(section: dict[str, Any]) -> bool:
    texts = [block["text"] for block in section["blocks"]]
    return section["heading"] is None and len(texts) == 1 and texts[0].startswith("Sagsnr.:")


def text_inside(path: Path) -> str:
    """Everything that a sample holds, as text, its parts included."""
    data = bytes_of(path)
    if not data.startswith(b"PK"):
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def _without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_places(part) for key, part in value.items() if key not in _PLACES}
    return [_without_places(part) for part in value] if isinstance(value, list) else value
