"""Exports on a disk: which files of a folder are deliveries, and which only belong to one.

A manifest comes with its content, an agenda with the page that has its words: such files are one delivery, packed into
one archive that is the same every time. What an export names as its attachments is not minutes, and may be closed.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

from pejl.minutes.exports.files import file_name
from pejl.minutes.exports.opening import XML, Adapter, adapter_for, is_other_data, media_type_of
from pejl.minutes.exports.xml_tree import Element, parse_xml
from pejl.minutes.sources import limits
from pejl.minutes.sources.unreadable import Refusal

_LONGEST_PATH = 1_000
_FILE = re.compile(r"\.(?:pdf|docx?|html?|txt|md|xml|rtf|xlsx?|pptx?|zip|png|jpe?g|tiff?)$", re.IGNORECASE)
_SEPARATORS = re.compile(r"[/\\]")
_OF_ATTACHMENTS = re.compile(r"^(?:enclosures|bilag|files_.*)$", re.IGNORECASE)
_SAME_TIME = (1980, 1, 1, 0, 0, 0)


def deliveries(files: Iterable[Path]) -> list[Path]:
    """Those of the files that are deliveries of their own, in their order: no part of an export, no attachment of one.

    Every file that a manifest names belongs to it, also content that it does not publish. JSON and XML that is whole
    and no export is left out too: it is somebody's data, not a delivery.
    """
    listed = list(files)
    named: dict[Path, set[str]] = {}
    led: dict[Path, set[str]] = {}
    exports: set[Path] = set()
    for path in listed:
        if path.suffix.lower() == ".xml" and (found := _export_at(path)):
            adapter, root = found
            names = _files_named(root) | {file_name(part).casefold() for part in adapter.parts(root)}
            names.discard(path.name.casefold())
            named.setdefault(path.parent, set()).update(names)
            exports.add(path)
            if adapter.leads:
                led.setdefault(path.parent, set()).update(names)
    own = (path for path in listed if not _is_named(path, led if path in exports else named, path in exports))
    return [path for path in own if path in exports or not _is_other_data(path)]


def with_parts(path: Path, data: bytes) -> bytes:
    """The file at `path`, whose bytes are `data`; one archive of it and its parts where it has any beside it."""
    found = _export_in(path.name, data)
    if found is None:
        return data
    adapter, root = found
    parts = {file for part in adapter.parts(root) if (file := _find(path.parent, part)) and file != path}
    return _packed({path.name: data, **_read(path.parent, parts)}) if parts else data


def _is_named(path: Path, named: dict[Path, set[str]], is_export: bool) -> bool:
    """Whether an export in a folder above the file names it, or keeps its attachments where the file lies."""
    for folder in path.parents:
        if (names := named.get(folder)) is None:
            continue
        below = path.relative_to(folder).parts
        if path.name.casefold() in names or (not is_export and below[1:] and _OF_ATTACHMENTS.match(below[0])):
            return True
    return False


def _is_other_data(path: Path) -> bool:
    if path.suffix.lower() not in (".json", ".xml"):
        return False
    try:
        with path.open("rb") as file:
            return is_other_data(path.name, file.read(limits.FILE_BYTES + 1))
    except OSError:
        return False  # whoever opens it says so


def _export_at(path: Path) -> tuple[Adapter, Element] | None:
    try:
        with path.open("rb") as file:
            return _export_in(path.name, file.read(limits.FILE_BYTES + 1))
    except OSError:
        return None  # whoever opens it says so


def _export_in(name: str, data: bytes) -> tuple[Adapter, Element] | None:
    if media_type_of(name, data) != XML:
        return None
    try:
        root = parse_xml(data)
    except Refusal:
        return None  # whoever reads it says so
    adapter = adapter_for(root)
    return (adapter, root) if adapter else None


def _files_named(root: Element) -> set[str]:
    """The names of files that an export speaks of, wherever in it, in small letters."""
    told = (text for element in root.iter() for text in (element.text, *element.attrib.values()))
    texts = (str(text).strip() for text in told if text and len(text) <= _LONGEST_PATH)
    return {file_name(text).casefold() for text in texts if _FILE.search(text)}


def _find(folder: Path, part: str) -> Path | None:
    """The file that a path in an export means: at that path, else beside the export, else in a folder beside it."""
    steps = [step for step in _SEPARATORS.split(part.strip()) if step not in ("", ".", "..") and ":" not in step]
    if not steps:
        return None
    places = [folder.joinpath(*steps[:-1]), folder, *_folders_in(folder)]
    for place in places:
        for file in _files_in(place):
            if file.name.casefold() == steps[-1].casefold() and file.resolve().is_relative_to(folder.resolve()):
                return file
    return None


def _folders_in(folder: Path) -> list[Path]:
    try:
        return sorted(each for each in folder.iterdir() if each.is_dir())
    except OSError:
        return []


def _files_in(folder: Path) -> list[Path]:
    try:
        return sorted(each for each in folder.iterdir() if each.is_file())
    except OSError:
        return []


def _read(folder: Path, parts: Iterable[Path]) -> dict[str, bytes]:
    told: dict[str, bytes] = {}
    for part in parts:
        try:
            with part.open("rb") as file:
                told[part.relative_to(folder).as_posix()] = file.read(limits.FILE_BYTES + 1)
        except OSError:
            continue  # the export is refused for want of it, or read without it
    return told


def _packed(parts: dict[str, bytes]) -> bytes:
    """The parts as an archive: the same bytes for the same parts, whoever packs them and whenever."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as packed:
        for name in sorted(parts):
            packed.writestr(zipfile.ZipInfo(name, _SAME_TIME), parts[name])
    return archive.getvalue()
