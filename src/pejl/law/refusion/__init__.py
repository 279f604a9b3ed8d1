"""State reimbursement (refusion): what a week on a benefit costs the municipality."""

from __future__ import annotations

from pejl.law.refusion import trappe
from pejl.law.refusion.givens import GIVENS
from pejl.law.statute import Statute

STATUTE = Statute(
    name="refusion",
    danish="Refusion",
    act="Lov om kommunernes finansiering af visse offentlige ydelser",
    asks="Hvor meget af en ydelse betaler kommunen selv, uge for uge?",
    package=__name__,
    modules=(trappe,),
    givens=GIVENS,
    answers=("kommunens_udgift_i_ugen",),
)
