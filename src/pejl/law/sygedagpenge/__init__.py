"""Sickness benefit: right, visitation, talks, reassessment, extension and the weekly maximum (SDP)."""

from __future__ import annotations

from pejl.law.statute import Statute
from pejl.law.sygedagpenge import (
    foer_2025,
    fra_2025,
    fra_februar_2026,
    opfoelgning,
    siden_2024,
    til_januar_2026,
    ugebeloeb,
)
from pejl.law.sygedagpenge.duties import DUTIES
from pejl.law.sygedagpenge.givens import GIVENS

STATUTE = Statute(
    name="sygedagpenge",
    danish="Sygedagpenge",
    act="Sygedagpengeloven (SDP)",
    asks="Hvem har ret til sygedagpenge, hvordan følges der op, og hvornår skal retten revurderes?",
    package=__name__,
    modules=(ugebeloeb, siden_2024, opfoelgning, foer_2025, til_januar_2026, fra_2025, fra_februar_2026),
    givens=GIVENS,
    duties=DUTIES,
    answers=("foerste_sygesamtale_frist", "revurdering_dag"),
)
