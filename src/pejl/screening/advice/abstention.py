"""When no score is given: what is unlike anything seen, too little known, or too unsure gets an ordinary assessment."""

from __future__ import annotations

import math

from pejl.calendar.numbers import danish_number
from pejl.screening.advice.policy import Policy

ORDINARY = "sædvanlig vurdering"


def abstained(chance: float, low: float, high: float, unusual: float, missing: float, policy: Policy) -> str:
    """Why there is no score, in Danish; "" where there is one. A number that is none is always a reason."""
    if math.isnan(chance) or math.isnan(low) or math.isnan(high):
        return f"Sygemeldingen har varet længere, end modellen kan sige noget om: {ORDINARY}."
    if not missing <= policy.missing_over:
        return f"{danish_number(missing * 100, 0)} pct. af det, modellen bruger, er ikke oplyst: {ORDINARY}."
    if not unusual <= policy.unusual_over:
        return f"Sagen ligner ikke dem, modellen har lært af: {ORDINARY}."
    if not high - low <= policy.interval_over:
        return f"Modellen er for usikker på netop denne sag: {ORDINARY}."
    return ""
