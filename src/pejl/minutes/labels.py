"""The labels that head the parts of an item, and what each is for. One table serves every layout; a
family adds its own.

A label stands alone on its line ("Indstilling", "Beslutning i Byrådet den 17-01-2018:"), or before its value
("Fraværende: Navn (V)"). A word inside a sentence is never a label.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from pejl.calendar.days import find_days
from pejl.minutes.bodies import first_body, is_body
from pejl.minutes.document import Role
from pejl.minutes.lines import Line


@cache
def _shared() -> dict[str, Role]:
    """The shared table of `labels.toml`: each label without case, and its role."""
    told = tomllib.loads((resources.files("pejl.minutes") / "labels.toml").read_text("utf-8"))
    return {label.casefold(): Role(role) for role, labels in told.items() for label in labels}


_LONGEST = 140
_VALUED = re.compile(
    r"^(?P<label>Indstilling|Beslutning|Fraværende|Afbud|Bilag|Resum[eé]|Sagsforløb|Beslutningskompetence|Kompetence|Økonomi|Sagsfremstilling|"
    r"Baggrund|Sagsresum[eé]|Øvrige sagsbehandlere)\s*:\s*(?P<value>\S.*)$"
)
_DATED = [
    re.compile(
        r"^(?:Beslutning|Beslutninger|Referat|Protokol|Afgørelse)\s+(?:i|fra|for|af|på)\s+(?P<body>.+?)\s*,?\s*"
        r"(?:den|d\.|,)?\s*(?P<rest>\d.*)$",
        re.IGNORECASE,
    ),
    re.compile(r"^(?:Beslutning|Beslutninger)\s+(?:i|fra|for|af|på)\s+(?P<body>[^\d]+)$", re.IGNORECASE),
    re.compile(
        r"^(?P<body>.+?)s\s+(?:beslutning|møde|behandling)(?:\s+i\s+mødet)?\s*,?\s*(?:den|d\.)?\s*(?P<rest>\d.*)$",
        re.IGNORECASE,
    ),
    re.compile(r"^(?P<body>.+?)s\s+(?:beslutning)$", re.IGNORECASE),
    re.compile(
        r"^(?P<body>.+?)\s*,\s*(?:den\s+|d\.\s+)?(?P<rest>\d.*?,?\s*(?:pkt\.?|punkt|sag)\s*(?:nr\.?\s*)?\d+)$",
        re.IGNORECASE,
    ),
]


@dataclass(frozen=True)
class Label:
    """A label, and what its line tells beside: `body` and `day` of a dated decision, `value` after a colon."""

    role: Role
    heading: str
    value: str = ""
    body: str | None = None
    day: dt.date | None = None


@dataclass(frozen=True)
class Labels:
    """The shared table with a family's own labels before it."""

    own: dict[str, Role] = field(default_factory=dict)
    _known: dict[tuple[str, bool], Label | None] = field(default_factory=dict, repr=False, compare=False)

    def fresh(self) -> Labels:
        """The same labels with nothing remembered: each reading remembers the labels of its own lines only."""
        return Labels(self.own)

    def of(self, line: Line) -> Label | None:
        """The label that a line is, or None. Bullets and Markdown marks are already off the line's text."""
        if not line.text or len(line.text) > _LONGEST:
            return None
        key = (line.text, line.level > 0)
        if key not in self._known:
            self._known[key] = self._find(line)
        return self._known[key]

    def _find(self, line: Line) -> Label | None:
        text = line.text
        if not text or not (text[0].isupper() or line.level):
            return None
        bare = text.rstrip().rstrip(":").rstrip()
        if not bare or (text.rstrip().endswith((".", ",", ";")) and not _DATED[0].match(bare)):
            return None
        if (own := self.own.get(bare.casefold())) is not None:
            return Label(own, bare)
        if (shared := _shared().get(bare.casefold())) is not None:
            return Label(shared, bare)
        if dated := _dated_decision(bare):
            return dated
        if valued := _VALUED.match(text):
            plain = self._find(Line(line.number, "", valued["label"], line.level, "", 0))
            return Label(plain.role, valued["label"], valued["value"]) if plain else None
        return None


def _dated_decision(bare: str) -> Label | None:
    """A decision's head that names its body, and often its day."""
    for pattern in _DATED:
        found = pattern.match(bare)
        if not found:
            continue
        rest = found.groupdict().get("rest")
        days = find_days(rest) if rest else []
        if rest and (not days or days[0].start > 12):
            continue
        named = found["body"].strip(" ,")
        body = first_body(named) if is_body(named) or first_body(named) else None
        if body is None and not (pattern is _DATED[0] and days and bare.casefold().startswith("beslutning")):
            continue
        if body and len(named) > len(body) + 25:
            continue
        return Label(Role.DECISION, bare, body=body or named, day=days[0].day if days else None)
    return None
