"""The talks owed to those on kontanthjælp and ledighedsydelse, in flex jobs, in ressourceforløb and the like."""

from __future__ import annotations

import datetime as dt

from pejl.law.duty import Clock, Counts, Duty, Kind, Span, Starts
from pejl.law.enactments import LOV_1750
from pejl.law.indsats.exceptions import LESS_INTENSIVE
from pejl.law.indsats.sources import (
    FROM_JULY_2026,
    LBK_280,
    MINUTES_2025_09,
    NO_SOURCE,
    SECTION_31_FROM_JULY_2026,
    STAR_FAQ,
    TO_JULY_2026,
)
from pejl.law.rule import InForce
from pejl.law.status import Status

_KONTANTHJAELP = ("jobparat", "aktivitetsparat", "uddannelsesparat", "aktivitetsparat_uddannelse")
_COUNTS = Counts(
    kinds=("jobsamtale", "opfoelgningssamtale", "faelles_jobsamtale", "cv_samtale"),
    authorities=("kommune", "faelles", "anden_aktoer"),
)
_HALF_YEAR = Clock(Starts.CASE, due=Span(months=6))
_WEEK = Clock(Starts.CASE, due=Span(weeks=1))
_OLD_SCHEMES = ("ressourceforloeb", "revalidend")
_OLD_SCHEMES_SOURCE = (
    f"{LBK_280}, § 31, stk. 3; elov.dk 49067; lovguiden.dk om L 66: § 6, nr. 8 og 10 er de ordninger, der er afskaffet "
    "for nye borgere og henviser til LBK 280"
)

DUTIES: tuple[Duty, ...] = (
    Duty(
        "samtaler_halvaar",
        Kind.TALK,
        "Fire samtaler i det første halve år",
        "Kommunen skal holde mindst fire samtaler inden for 6 måneder.",
        "LAB § 31, stk. 3",
        LBK_280,
        TO_JULY_2026,
        _HALF_YEAR,
        counts=_COUNTS,
        required=4,
        target_groups=(*_KONTANTHJAELP, "ledighedsydelse"),
        exceptions=(LESS_INTENSIVE,),
        late_counts=False,
    ),
    Duty(
        "samtaler_halvaar",
        Kind.TALK,
        "Fire samtaler i det første halve år",
        "Kommunen skal holde mindst fire samtaler inden for 6 måneder med mindst 75 pct. af gruppen.",
        "Lov nr. 1750 af 29.12.2025 (LAB § 31)",
        STAR_FAQ,
        FROM_JULY_2026,
        _HALF_YEAR,
        counts=_COUNTS,
        required=4,
        target_groups=("jobparat", "ledighedsydelse"),
        exceptions=(LESS_INTENSIVE,),
        group_share=0.75,
        group="jobparate_ledighedsydelse",
        late_counts=False,
        note="For aktivitetsparate og uddannelsesparate nævner kilden ikke noget antal fra 1. juli 2026.",
    ),
    Duty(
        "foerste_samtale",
        Kind.TALK,
        "Første samtale",
        "Den første samtale skal holdes senest 1 uge efter den første henvendelse.",
        "LAB § 31, stk. 5",
        LBK_280,
        TO_JULY_2026,
        _WEEK,
        counts=_COUNTS,
        target_groups=_KONTANTHJAELP,
        exceptions=(LESS_INTENSIVE,),
        note="Dagen for den første henvendelse står ikke i registret; sagens første dag bruges for den.",
    ),
    Duty(
        "foerste_samtale",
        Kind.TALK,
        "Første samtale",
        "Den første samtale skal holdes senest 1 uge efter den første henvendelse, hvis fristen er bevaret.",
        "Lov nr. 1750 af 29.12.2025 (LAB § 31)",
        SECTION_31_FROM_JULY_2026,
        FROM_JULY_2026,
        _WEEK,
        counts=_COUNTS,
        status=Status.UNCONFIRMED,
        target_groups=("jobparat",),
        exceptions=(LESS_INTENSIVE,),
        note=(
            "At alle jobparate skal have den første samtale, er bekræftet (se »Første samtale til alle jobparate«); "
            "fristen er ikke."
        ),
    ),
    Duty(
        "foerste_samtale_jobparat",
        Kind.TALK,
        "Første samtale til alle jobparate",
        "Alle jobparate skal have den første samtale: kravet er 100 pct. og ikke fleksibelt.",
        "Lov nr. 1750 af 29.12.2025 (LAB § 31)",
        f"{STAR_FAQ}; fristen udledt af de 6 måneder",
        FROM_JULY_2026,
        _HALF_YEAR,
        counts=_COUNTS,
        status=Status.DERIVED,
        target_groups=("jobparat",),
        exceptions=(LESS_INTENSIVE,),
        note=(
            "Kilden nævner ingen egen frist for den første samtale. Senest når de 6 måneder er gået, skal den "
            "være holdt, "
            "for den er en af de fire samtaler i dem. En kortere frist: pligten »Første samtale«."
        ),
    ),
    Duty(
        "samtaler_gamle_ordninger",
        Kind.TALK,
        "Fire samtaler i ressourceforløb og revalidering",
        "Kommunen skal holde mindst fire samtaler inden for 6 måneder.",
        "LAB § 31, stk. 3, jf. § 6, nr. 8 og 10",
        _OLD_SCHEMES_SOURCE,
        InForce(since=dt.date(2024, 1, 1), until=dt.date(2026, 1, 31), ended_by=LOV_1750),
        _HALF_YEAR,
        counts=_COUNTS,
        required=4,
        status=Status.DERIVED,
        target_groups=_OLD_SCHEMES,
        exceptions=(LESS_INTENSIVE,),
        late_counts=False,
    ),
    Duty(
        "samtaler_gamle_ordninger",
        Kind.TALK,
        "Fire samtaler i ressourceforløb og revalidering",
        "Sager fra før 1. februar 2026 følger de tidligere regler: mindst fire samtaler inden for 6 måneder.",
        "LAB § 6, nr. 8 og 10, jf. LBK nr. 280 af 1. marts 2024",
        _OLD_SCHEMES_SOURCE,
        InForce(since=dt.date(2026, 2, 1), cases_until=dt.date(2026, 1, 31), by=LOV_1750),
        _HALF_YEAR,
        counts=_COUNTS,
        required=4,
        status=Status.DERIVED,
        target_groups=_OLD_SCHEMES,
        exceptions=(LESS_INTENSIVE,),
        late_counts=False,
    ),
    Duty(
        "samtaler_gamle_ordninger",
        Kind.TALK,
        "Fire samtaler i ressourceforløb og revalidering",
        (
            "Sager fra 1. februar til 30. juni 2026 følger de tidligere regler, hvis ordningerne først lukkede "
            "1. juli 2026."
        ),
        "LAB § 6, nr. 8 og 10, jf. LBK nr. 280 af 1. marts 2024",
        (
            "Lov nr. 1750 af 29. december 2025 i Retsinformation, ikrafttrædelsen (lovguiden.dk bekræfter kun "
            "afskaffelsen)"
        ),
        InForce(
            since=dt.date(2026, 2, 1), cases_from=dt.date(2026, 2, 1), cases_until=dt.date(2026, 6, 30), by=LOV_1750
        ),
        _HALF_YEAR,
        counts=_COUNTS,
        required=4,
        status=Status.UNCONFIRMED,
        target_groups=_OLD_SCHEMES,
        exceptions=(LESS_INTENSIVE,),
        late_counts=False,
    ),
    Duty(
        "samtaler_jobafklaring",
        Kind.TALK,
        "Fire samtaler i jobafklaringsforløb",
        "Kommunen skal holde mindst fire samtaler inden for 6 måneder.",
        "LAB § 31, stk. 3, jf. § 6, nr. 7",
        f"LAB § 6 i Retsinformation: om nr. 7 er jobafklaringsforløb ({LBK_280})",
        TO_JULY_2026,
        _HALF_YEAR,
        counts=_COUNTS,
        required=4,
        status=Status.UNCONFIRMED,
        target_groups=("jobafklaring",),
        exceptions=(LESS_INTENSIVE,),
        late_counts=False,
    ),
    Duty(
        "samtaler_ressourceforloeb",
        Kind.TALK,
        "Seks samtaler om året i ressourceforløb",
        "I et ressourceforløb skal der holdes mindst seks samtaler om året.",
        "LAB om ressourceforløb",
        NO_SOURCE,
        InForce(since=dt.date(2024, 1, 1)),
        Clock(Starts.SPELL, due=Span(months=12), repeats=Span(months=12)),
        counts=_COUNTS,
        required=6,
        status=Status.UNCONFIRMED,
        target_groups=("ressourceforloeb",),
        exceptions=(LESS_INTENSIVE,),
        late_counts=False,
    ),
    Duty(
        "foerste_opfoelgning_fleksjob",
        Kind.TALK,
        "Første opfølgning i fleksjob",
        "Efter 6 måneder i fleksjob skal der være fulgt op ved en samtale.",
        "LAB om opfølgning i fleksjob",
        f"{NO_SOURCE}. At opfølgningen revideres, er bekræftet: {MINUTES_2025_09}",
        InForce(since=dt.date(2024, 1, 1)),
        Clock(Starts.SPELL, due=Span(months=6)),
        counts=_COUNTS,
        status=Status.UNCONFIRMED,
        target_groups=("fleksjob",),
    ),
    Duty(
        "opfoelgning_fleksjob",
        Kind.TALK,
        "Opfølgning i fleksjob",
        "Der skal følges op på et fleksjob ved en samtale mindst hver 30. måned.",
        "LAB om opfølgning i fleksjob",
        f"{NO_SOURCE}. At opfølgningen revideres, er bekræftet: {MINUTES_2025_09}",
        InForce(since=dt.date(2024, 1, 1)),
        Clock(Starts.SPELL, due=Span(months=30), repeats=Span(months=30)),
        counts=_COUNTS,
        status=Status.UNCONFIRMED,
        target_groups=("fleksjob",),
    ),
)
