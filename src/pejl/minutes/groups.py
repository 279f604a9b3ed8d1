"""Headings that stand over a group of items: open and closed ones, or sections after the items' legal effect."""

from __future__ import annotations

import re

_GROUP = re.compile(
    r"^(?:ÅBNE|LUKKEDE|Åbne|Lukkede|Lukket|Åben|Åbent)\s+(?:SAGER|PUNKTER|sager|punkter|Punkter|Sager|dagsorden|del|møde|referat|Referat|Dagsorden)$"
    r"|^[A-E]\.\s+(?:Sager|Orientering|Meddelelser|Lukkede|Eventuelt|Drøftelse|[A-ZÆØÅ][a-zæøå]+ til)\b.*$"
)


def is_group_heading(text: str) -> bool:
    """Whether a line heads a group of items ("LUKKEDE SAGER", "A. Sager til afgørelse i byrådet")."""
    return bool(_GROUP.match(text))
