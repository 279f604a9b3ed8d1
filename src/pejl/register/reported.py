"""Which reports there are, in the order in which deliveries came, without reading them all each time.

A report is read once by a process, and again when its file is another one; what is kept of it is a line that says when
its delivery came, and which it is. So a list of deliveries reads the reports that it shows.
"""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from pejl.register import kept
from pejl.register.places import REPORT, Places
from pejl.register.report import Report

KEPT = 50_000
"""Of how many reports the line is kept."""

Same = tuple[int, ...]
"""What tells that a file is the one that was read."""

_lines: OrderedDict[Path, tuple[Same, Line]] = OrderedDict()
_turn = Lock()


@dataclass(frozen=True, slots=True)
class Line:
    """One report: when the delivery came, its id, and where its report lies."""

    received: dt.datetime
    delivery: str
    path: Path

    def report(self) -> Report:
        """The report itself. Raises `Damaged`."""
        return kept.report_at(self.path)


def lines(places: Places) -> list[Line]:
    """All reports, the newest first. Raises `Damaged` where one cannot be read."""
    return sorted((_line(path) for path in _paths(places)), key=lambda line: line.received)[::-1]


def _paths(places: Places) -> Iterator[Path]:
    yield from (places.snapshot(snapshot) / REPORT for snapshot in places.snapshots())
    if places.refused.is_dir():
        yield from sorted(places.refused.glob("*.json"))


def _line(path: Path) -> Line:
    same = _same(path)
    with _turn:
        before = _lines.get(path)
        if before and before[0] == same:
            _lines.move_to_end(path)
            return before[1]
    report = kept.report_at(path)
    line = Line(report.received, report.id, path)
    with _turn:
        _lines[path] = same, line
        while len(_lines) > KEPT:
            _lines.popitem(last=False)
    return line


def _same(path: Path) -> Same:
    """What tells the file from another of that name; nothing where there is none, which reading it will say."""
    try:
        stat = path.stat()
    except OSError:
        return ()
    return stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns
