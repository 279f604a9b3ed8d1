"""The hours of the work duty, in both of its steps."""

from __future__ import annotations

from pejl.law.enactments import ARBEJDSPLIGT_2025
from pejl.law.indsats.sources import MINUTES_2026_03, STAR_WORK_DUTY
from pejl.law.rule import rule


@rule(
    "Timer i tilbud, i sociale foranstaltninger og i psykiatrisk behandling tæller i arbejdspligten.",
    since="2025-01-01",
    by=ARBEJDSPLIGT_2025,
    cites="LAB kap. 16 a",
    source=f"{STAR_WORK_DUTY}. At løntimer også tæller, er ikke bekræftet",
    unit="timer pr. uge",
)
def arbejdspligt_timer_talt(tilbudstimer: float, sociale_timer: float, behandlingstimer: float) -> float:
    return tilbudstimer + sociale_timer + behandlingstimer


@rule(
    (
        "Der mangler det, der er tilbage op til 37 timer om ugen, og intet, når pligten ikke gælder, eller "
        "borgeren er fritaget."
    ),
    since="2025-01-01",
    by=ARBEJDSPLIGT_2025,
    cites="LAB kap. 16 a",
    source=f"{STAR_WORK_DUTY}; {MINUTES_2026_03}",
    unit="timer pr. uge",
)
def arbejdspligt_timer_mangler(
    omfattet_af_arbejdspligt: bool,
    fritaget_efter_106: bool,
    arbejdspligt_timer_talt: float,
    arbejdspligt_timer: int,
) -> float:
    if omfattet_af_arbejdspligt and not fritaget_efter_106:
        return max(0, arbejdspligt_timer - arbejdspligt_timer_talt)
    return 0
