"""The words that several tables use for benefits and groups, each with its Danish meaning.

Only Danish law has most of these words, so they are kept in Danish, in ASCII. See `docs/glossary.md`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

BENEFITS: Mapping[str, str] = MappingProxyType(
    {
        "dagpenge": "Arbejdsløshedsdagpenge",
        "kontanthjaelp": "Kontanthjælp (til 30.06.2025 også uddannelseshjælp og selvforsørgelses- og hjemrejseydelse)",
        "uddannelseshjaelp": "Uddannelseshjælp, til 30.06.2025",
        "shydelse": "Selvforsørgelses- og hjemrejseydelse eller overgangsydelse, til 30.06.2025",
        "sygedagpenge": "Sygedagpenge",
        "jobafklaring": "Ressourceforløbsydelse under jobafklaringsforløb",
        "ressourceforloeb": "Ressourceforløbsydelse under ressourceforløb",
        "revalidering": "Revalideringsydelse",
        "ledighedsydelse": "Ledighedsydelse",
        "fleksjob": "Fleksløntilskud under fleksjob",
        "foertidspension": "Førtidspension",
        "seniorpension": "Seniorpension",
        "barsel": "Barselsdagpenge",
        "uddannelse": "Særligt tilrettelagt ungdomsuddannelse eller forberedende grunduddannelse med skoleydelse",
    }
)

TARGET_GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "dagpengemodtager": "Dagpengemodtager (LAB § 6, nr. 1)",
        "jobparat": "Jobparat kontanthjælpsmodtager (LAB § 6, nr. 2)",
        "aktivitetsparat": "Aktivitetsparat kontanthjælpsmodtager (LAB § 6, nr. 3)",
        "uddannelsesparat": "Uddannelsesparat (LAB § 6, nr. 4)",
        "aktivitetsparat_uddannelse": "Aktivitetsparat med uddannelsespålæg (LAB § 6, nr. 5)",
        "sygedagpengemodtager": "Sygedagpengemodtager uden visitationskategori",
        "sygedagpenge_kategori_1": "Sygedagpenge, kategori 1: raskmelding ventet inden 8 uger (SDP § 12)",
        "sygedagpenge_kategori_2": "Sygedagpenge, kategori 2: raskmelding ventet efter 8 uger (SDP § 12)",
        "sygedagpenge_kategori_3": "Sygedagpenge, kategori 3: behov for tværgående indsats (SDP § 12, til 2025)",
        "jobafklaring": "I jobafklaringsforløb",
        "ressourceforloeb": "I ressourceforløb",
        "ledighedsydelse": "Ledighedsydelsesmodtager, visiteret til fleksjob",
        "fleksjob": "I fleksjob",
        "revalidend": "Revalidend",
        "unge_uden_uddannelse": "Ung uden uddannelse og uden ydelse",
        "selvforsoergende": "Selvforsørgende",
    }
)

RATES: Mapping[str, str] = MappingProxyType(
    {
        "mindstesats": "Mindstesats",
        "grundsats": "Grundsats",
        "forhoejet_sats": "Forhøjet sats",
        "hjemmeboendesats": "Sats for hjemmeboende",
    }
)
"""The rates of kontanthjælp from 01.07.2025 (LAS §§ 16-20)."""

EXITS: Mapping[str, str] = MappingProxyType(
    {
        "arbejde": "Ordinært arbejde",
        "uddannelse": "Uddannelse",
        "fleksjob": "Fleksjob",
        "anden_ydelse": "Anden ydelse",
        "foertidspension": "Førtids- eller seniorpension",
        "folkepension": "Folkepension eller efterløn",
        "varighed": "Ydelsens længste varighed nået",
        "rask": "Raskmeldt",
        "barsel": "Barsel",
        "fraflyttet": "Fraflyttet",
        "doed": "Død",
        "ingen_ret": "Ikke længere ret til ydelsen",
        "andet": "Anden grund",
    }
)
