"""Headings that stand over a group of items: open and closed ones, or sections after the items' legal effect."""

from __future__ import annotations

import re

from pejl.minutes.closing_words import BEHIND_DOORS, ITEMS, MANY, ONE, WHOLE

_LONGEST = 100
_ENUMERATED = r"(?:(?:[a-z]|[ivx]{1,4})[.:)] ?|(?:del|afsnit) [a-z0-9]{1,3} ?[-–—:.]? )?"
_OPEN = r"(?:åb(?:ent?|ne)|offentlig[te]?)"
_THINGS = rf"(?:{WHOLE}|{ITEMS})"
_OF_WHAT = r"(?: (?:af|på|i|til) (?:dagsorden(?:en)?|mødet?|referatet|protokollen))?"
_ASIDE = r"(?: ?[(\[][^()\[\]]{1,50}[)\]])?"
_CLOSED = re.compile(
    rf"{_ENUMERATED}(?:(?:de[nt]? )?(?:{ONE}|{MANY}) {_THINGS}{_OF_WHAT}"
    rf"|(?:{ITEMS}|møde|behandling) (?:på|i|til|under) (?:de[nt] )?(?:lukkede|{ONE}) {WHOLE}"
    rf"|(?:(?:{ITEMS}|møde|behandling|dagsorden) )?(?:(?:(?:der|som) )?(?:behandles|behandlet|behandledes) )?"
    rf"{BEHIND_DOORS}){_ASIDE}",
    re.IGNORECASE,
)
_OPENED = re.compile(rf"{_ENUMERATED}(?:de[nt]? )?{_OPEN} {_THINGS}{_OF_WHAT}{_ASIDE}", re.IGNORECASE)
_SECTION = re.compile(
    r"^[A-E]\.\s+(?:Sager|Orientering|Meddelelser|Lukkede|Eventuelt|Drøftelse|[A-ZÆØÅ][a-zæøå]+ til)\b.*$"
)
_CLOSED_SECTION = re.compile(r"^[A-E]\.\s+Lukke(?:t|de)\b")
_AROUND = " \t-–—*=_#.:•|"


def is_group_heading(text: str) -> bool:
    """Whether a line heads a group of items ("LUKKEDE SAGER", "A. Sager til afgørelse i byrådet")."""
    if _SECTION.match(text):
        return True
    bare = _bare(text)
    return bool(_OPENED.fullmatch(bare) or _CLOSED.fullmatch(bare))


def closes_group(heading: str) -> bool:
    """Whether a group's heading closes the items under it ("LUKKEDE SAGER", "Punkter for lukkede døre")."""
    return bool(_CLOSED_SECTION.match(heading) or _CLOSED.fullmatch(_bare(heading)))


def _bare(text: str) -> str:
    """The heading without what it is drawn with; nothing where the line is too long to be one."""
    return " ".join(text.strip(_AROUND).split()) if len(text) <= _LONGEST else ""
