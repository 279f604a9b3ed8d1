"""What is proposed from 01.01.2027. Nothing of it is law, and a scenario must ask for it."""

from __future__ import annotations

import datetime as dt

from pejl.law.arithmetic import months_after
from pejl.law.enactments import HOVEDLOV_2027
from pejl.law.indsats.sources import MINUTES_2025_09
from pejl.law.rule import rule
from pejl.law.status import Status


@rule(
    "Den, der er aktivitetsparat, skal have en ny afklaring senest et år efter den forrige.",
    since="2027-01-01",
    by=HOVEDLOV_2027,
    cites="Ventet ny hovedlov",
    source=f"Den nye hovedlov i Retsinformation, når den er vedtaget; {MINUTES_2025_09}",
    status=Status.PROPOSED,
)
def afklaring_frist(seneste_afklaring: dt.date, afklaring_maaneder: int) -> dt.date:
    return months_after(seneste_afklaring, afklaring_maaneder)
