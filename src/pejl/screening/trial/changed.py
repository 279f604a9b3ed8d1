"""What is another in a new version of a protocol, and what may not be once somebody has been drawn."""

from __future__ import annotations

from pejl.screening.trial.protocol import Protocol

FIXED = ("name", "arms", "draw", "kind")
"""What the draws themselves stand on: with another, those who were drawn could not be derived again."""

_DANISH = {
    "title": "titlen",
    "question": "spørgsmålet",
    "kind": "hvad der prøves",
    "case_number": "sagsnummeret",
    "responsible": "den ansvarlige",
    "approval": "godkendelserne",
    "starts": "den første dag",
    "enrols_until": "den sidste dag, der trækkes",
    "ends": "den sidste dag, der følges",
    "arms": "armene",
    "sites": "stederne",
    "model": "modellen",
    "draw": "trækningen",
    "primary": "det primære udfald og størrelsen",
    "looks": "kiggene",
    "harms": "skaderne, der følges",
    "harm_alpha": "niveauet for skader",
    "stop_rule": "stopreglen",
}


def changed(before: Protocol, after: Protocol) -> tuple[str, ...]:
    """The fields that differ, in the protocol's order."""
    one, other = before.model_dump(exclude={"version"}), after.model_dump(exclude={"version"})
    return tuple(name for name in one if one[name] != other[name])


def in_danish(fields: tuple[str, ...]) -> tuple[str, ...]:
    """The same as Danish says it."""
    return tuple(_DANISH.get(each, each) for each in fields)


def forbidden(before: Protocol, after: Protocol) -> tuple[str, ...]:
    """What differs and may not after the first draw. A site may be added, never taken away or told otherwise."""
    fixed = tuple(each for each in changed(before, after) if each in FIXED)
    kept = {site.word: site for site in after.sites}
    lost = any(kept.get(site.word) != site for site in before.sites)
    return (*fixed, *(("sites",) if lost else ()))
