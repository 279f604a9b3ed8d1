"""Generated paragraphs of Danish words, and the same in each format's own spelling."""

from __future__ import annotations

import re

from hypothesis import strategies as st

_LETTERS = "abcdefghijklmnoprstuvyæøåéABDEFGHIKLMOPRSTUVÆØÅ"
_WORD = st.one_of(
    st.text(_LETTERS, min_size=1, max_size=18),
    st.sampled_from(
        [
            "og",
            "at",
            "(A),",
            "2026.",
            "Beskæftigelses- og",
            "1.299,5",
            "§",
            "31,",
            "„nej“",
            "–",
            "pct.",
            "a&b",
            "x<y",
            "*",
            "kr.",
        ]
    ),
)
PARAGRAPHS = st.lists(st.lists(_WORD, min_size=1, max_size=60).map(" ".join), min_size=1, max_size=6)
"""Paragraphs of words parted by single spaces."""


def in_typst(text: str) -> str:
    """The text for the typesetter, every sign of it meant as it stands."""
    return '#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def in_html(text: str) -> str:
    """The text for a web page or another XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def words(lines: tuple[str, ...]) -> list[str]:
    """All words of some lines."""
    return re.split(r"\s+", " ".join(lines).strip())
