"""The Danish words for the names of the law: rules, parameters, facts, and the words that a fact can be.

Names are written in ASCII, so that they can be typed, sent and put in addresses. What a person reads has its æ, ø and å
again: this is the one place where they are put back, and where a name that says too little by itself gets its words.
"""

from __future__ import annotations

import re

_NAMES = {
    "case_start": "sagens første dag",
    "enlig_forsoerger": "enlig, forsørger",
    "par_forsoerger": "par, forsørger",
    "shydelse": "selvforsørgelses- og hjemrejseydelse",
}
_WORDS = {
    "akasse": "a-kasse",
    "akassen": "a-kassen",
    "akassens": "a-kassens",
    "atp": "ATP",
    "boende": "boende",
    "cv": "CV",
    "danmark": "Danmark",
    "hjemmeboende": "hjemmeboende",
    "hjemmeboendesats": "hjemmeboendesats",
    "kh": "kontanthjælp",
    "nr": "nr.",
    "pct": "pct.",
    "pr": "pr.",
    "stk": "stk.",
    "udeboende": "udeboende",
    "uh": "uddannelseshjælp",
}
_LETTERS = {"aa": "å", "ae": "æ", "oe": "ø"}


def label(name: str) -> str:
    """The name as a person reads it: "kontanthjælp i alt", "børn hjemme"."""
    return _NAMES.get(name) or " ".join(_word(word) for word in name.split("_"))


def heading(name: str) -> str:
    """The same at the head of something: "Kontanthjælp i alt"."""
    words = label(name)
    return words[:1].upper() + words[1:]


def _word(word: str) -> str:
    return _WORDS.get(word) or re.sub("aa|ae|oe", lambda found: _LETTERS[found[0]], word)
