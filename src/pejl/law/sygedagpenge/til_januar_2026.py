"""Follow-up as in LBK 1179 of 2023: four talks for the longer spells, the first by the end of week 8."""

from __future__ import annotations

import datetime as dt

from pejl.law.arithmetic import days_after, weeks_after
from pejl.law.enactments import LOV_1750
from pejl.law.rule import rule

_SECTION_13_B = "LBK nr. 1179 af 2023, § 13 b (elov.dk)"


@rule(
    "I kategori 2 og 3 skal der holdes fire samtaler i det første halve år; i kategori 1 er intet antal bestemt.",
    since="2024-01-01",
    until="2026-01-31",
    ended_by=LOV_1750,
    cites="SDP § 13 b",
    source=_SECTION_13_B,
    unit="samtaler",
)
def sygesamtaler_krav(maalgruppe: str, sygesamtaler_antal: int) -> int:
    if maalgruppe in ("sygedagpenge_kategori_2", "sygedagpenge_kategori_3"):
        return sygesamtaler_antal
    return 0


@rule(
    "I kategori 2 og 3 skal den første samtale holdes ved personligt fremmøde senest ved udgangen af uge 8. Den første "
    "fraværsdag er dag 1 i uge 1, så det er 55 dage efter den. For andre er der ingen frist.",
    since="2024-01-01",
    until="2026-01-31",
    ended_by=LOV_1750,
    cites="SDP § 13 b",
    source=f"{_SECTION_13_B}; hvornår uge 8 slutter, er Pejls valg",
)
def foerste_sygesamtale_frist(
    maalgruppe: str, foerste_fravaersdag: dt.date, foerste_sygesamtale_uger: int
) -> dt.date | None:
    if maalgruppe in ("sygedagpenge_kategori_2", "sygedagpenge_kategori_3"):
        return days_after(weeks_after(foerste_fravaersdag, foerste_sygesamtale_uger), -1)
    return None


@rule(
    "I en fast track-løsning skal den første samtale holdes senest 2 uger efter anmodningen.",
    since="2024-01-01",
    until="2026-01-31",
    ended_by=LOV_1750,
    cites="SDP § 13 b, stk. 2, jf. §§ 7 c og 7 e",
    source=_SECTION_13_B,
)
def fast_track_frist(fast_track_dag: dt.date, fast_track_uger: int) -> dt.date:
    return weeks_after(fast_track_dag, fast_track_uger)


@rule(
    (
        "Sygedagpenge kan forlænges efter nr. 1-7, når grundens betingelser er opfyldt. Ingen grund går "
        "forud for en anden."
    ),
    since="2024-01-01",
    until="2026-01-31",
    ended_by=LOV_1750,
    cites="SDP § 27, stk. 1",
    source="dsa.dk; lundsteenwiederquist.dk (ordlyden fra 2016); principmeddelelse 2-25 (sekundær kilde)",
)
def forlaengelsesgrund_findes(forlaengelsesgrund: str) -> bool:
    return forlaengelsesgrund in ("nr_1", "nr_2", "nr_3", "nr_4", "nr_5", "nr_6", "nr_7")
