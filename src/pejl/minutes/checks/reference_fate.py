"""What the text says became of a case elsewhere, against what is known to have become of it there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pejl.minutes.checks.known import KnownItem
from pejl.minutes.checks.reference_fit import Said
from pejl.minutes.document import Outcome

_DECIDED = re.compile(r"\b(godkendte|vedtog|tiltrådte|besluttede|bevilgede)\b", re.IGNORECASE)
_DECIDED_PASSIVE = re.compile(
    r"\b(?:blev|er)\s+(?:\w+\s+){0,2}?(godkendt|vedtaget|tiltrådt|besluttet)\b", re.IGNORECASE
)
_POSTPONED = re.compile(r"\b(udsatte|(?:blev|er)\s+(?:\w+\s+)?udsat)\b", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:ikke|ingen|endnu|afvente\w*|såfremt|hvis|forudsætning|trukket|træk(?:kes|ke)|taget\saf|genoptage\w*|siden|senere)\b",
    re.IGNORECASE,
)
"""Words that tell another story than that the body decided the case there and then."""
_REJECTED = re.compile(r"\b(forkastede|afviste|(?:blev|er)\s+(?:\w+\s+)?(?:forkastet|afvist))\b", re.IGNORECASE)

_NOT_DECIDED = {
    Outcome.WITHDRAWN: "blev trukket af dagsordenen",
    Outcome.POSTPONED: "blev udsat",
    Outcome.REJECTED: "blev forkastet",
}
_ADOPTED = {
    Outcome.ADOPTED: "blev tiltrådt",
    Outcome.APPROVED: "blev godkendt",
    Outcome.RECOMMENDED: "blev anbefalet",
}


@dataclass(frozen=True)
class Fate:
    """What was said to have happened, as printed, and what is known to have happened, in Danish."""

    said: str
    known: str


def contradicted_fate(said: Said, item: KnownItem) -> Fate | None:
    """The fate that the sentence tells where it cannot be that of `item`, or None.

    Only sentences that name one item and tell of one fate are judged, and only for verbs that say what a body did.
    """
    if said.others or _UNSURE.search(said.sentence):
        return None
    told = {
        "decided": _DECIDED.search(said.sentence) or _DECIDED_PASSIVE.search(said.sentence),
        "postponed": _POSTPONED.search(said.sentence),
        "rejected": _REJECTED.search(said.sentence),
    }
    found = [(fate, match) for fate, match in told.items() if match]
    if len(found) != 1:
        return None
    fate, match = found[0]
    if fate == "decided" and item.outcome in _NOT_DECIDED:
        return Fate(match[0], _NOT_DECIDED[item.outcome])
    if fate in {"postponed", "rejected"} and item.outcome in _ADOPTED:
        return Fate(match[0], _ADOPTED[item.outcome])
    return None
