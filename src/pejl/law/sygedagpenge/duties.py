"""All duties of sickness benefit, dated: talks in the first half-year, the first of them, and the reassessment."""

from __future__ import annotations

import datetime as dt

from pejl.law.duty import Clock, Counts, Duty, Exempt, Kind, Span, Starts
from pejl.law.enactments import LOV_1750
from pejl.law.rule import InForce
from pejl.law.status import Status

_SECTION_13_B = "LBK nr. 1179 af 2023, § 13 b (elov.dk)"
_REFORM = "Lov nr. 1750 af 29. december 2025, § 3 og ikrafttrædelsen, i Retsinformation (elov.dk 49447; opkurser.dk)"
_LONG = ("sygedagpenge_kategori_2", "sygedagpenge_kategori_3")
_ALL = ("sygedagpengemodtager", "sygedagpenge_kategori_1", *_LONG)
_COUNTS = Counts(
    kinds=("opfoelgningssamtale", "jobsamtale", "faelles_jobsamtale"),
    authorities=("kommune", "faelles", "anden_aktoer"),
)
_IN_PERSON = Counts(kinds=_COUNTS.kinds, authorities=_COUNTS.authorities, forms=("fremmoede",))
_HALF_YEAR = Clock(Starts.ABSENCE, due=Span(months=6))
_END_OF_WEEK_8 = Clock(Starts.ABSENCE, due=Span(days=55))
_WEEK_8_NOTE = (
    "Den første fraværsdag er dag 1 i uge 1, så uge 8 ender på dag 56: 55 dage efter den første "
    "fraværsdag. Det er Pejls "
    "valg; loven siger »udgangen af uge 8«."
)
_KAT_3_NOTE = "Kategori 3 findes, til ændringen af sygedagpengeloven 2024/25 virker."

_BEFORE = InForce(since=dt.date(2024, 1, 1), until=dt.date(2026, 1, 31), ended_by=LOV_1750)
"""As LBK 1179 of 2023 says, up to the first day on which lov 1750 may have changed it."""

_BETWEEN = InForce(since=dt.date(2026, 2, 1), until=dt.date(2026, 6, 30), by=LOV_1750, ended_by=LOV_1750)
"""Between the two days on which lov 1750 may have begun: nobody has read which of them holds here."""

_REFORMED = InForce(since=dt.date(2026, 7, 1), by=LOV_1750)

OUT_OF_FOLLOW_UP = Exempt(
    "uden_for_opfoelgning",
    (
        "Den, der har et job, og som både selv og hos arbejdsgiveren ventes tilbage inden 26 uger, følges "
        "ikke op af kommunen."
    ),
    "Lov nr. 1750 af 29.12.2025 (SDP)",
    rule="uden_for_opfoelgning",
)

DUTIES: tuple[Duty, ...] = (
    Duty(
        "samtaler_sygedagpenge",
        Kind.TALK,
        "Fire samtaler i det første halve år",
        "Kommunen skal holde mindst fire samtaler i det første halve år af et sygeforløb i kategori 2 eller 3.",
        "SDP § 13 b",
        _SECTION_13_B,
        _BEFORE,
        _HALF_YEAR,
        counts=_COUNTS,
        required=4,
        target_groups=_LONG,
        late_counts=False,
        note=_KAT_3_NOTE,
    ),
    Duty(
        "samtaler_sygedagpenge",
        Kind.TALK,
        "Fire samtaler i det første halve år",
        "Kommunen skal holde mindst fire samtaler i det første halve år, hvis reglen først blev ændret 1. juli 2026.",
        "SDP § 13 b",
        _REFORM,
        _BETWEEN,
        _HALF_YEAR,
        counts=_COUNTS,
        required=4,
        status=Status.UNCONFIRMED,
        target_groups=_LONG,
        late_counts=False,
        note="Et scenarie, der bruger denne udgave, siger: lov 1750's nye opfølgning begyndte 1. juli 2026.",
    ),
    Duty(
        "samtaler_sygedagpenge",
        Kind.TALK,
        "Mindst en samtale i det første halve år",
        "Kommunen skal holde mindst en samtale i det første halve år med dem, der ikke er uden for opfølgningen.",
        "Lov nr. 1750 af 29.12.2025 (SDP)",
        _REFORM,
        _REFORMED,
        _HALF_YEAR,
        counts=_COUNTS,
        required=1,
        status=Status.UNCONFIRMED,
        target_groups=_ALL,
        exceptions=(OUT_OF_FOLLOW_UP,),
        late_counts=False,
        note="Et scenarie, der bruger denne udgave, siger: lov 1750's nye opfølgning begyndte 1. juli 2026.",
    ),
    Duty(
        "foerste_samtale_sygedagpenge",
        Kind.TALK,
        "Første samtale inden udgangen af uge 8",
        (
            "Den første samtale skal holdes senest ved udgangen af uge 8 fra den første fraværsdag, ved "
            "personligt fremmøde."
        ),
        "SDP § 13 b",
        _SECTION_13_B,
        _BEFORE,
        _END_OF_WEEK_8,
        counts=_IN_PERSON,
        target_groups=_LONG,
        note=f"{_WEEK_8_NOTE} {_KAT_3_NOTE}",
    ),
    Duty(
        "foerste_samtale_sygedagpenge",
        Kind.TALK,
        "Første samtale inden udgangen af uge 8",
        "Den første samtale skal holdes senest ved udgangen af uge 8, hvis reglen først blev ændret 1. juli 2026.",
        "SDP § 13 b",
        _REFORM,
        _BETWEEN,
        _END_OF_WEEK_8,
        counts=_IN_PERSON,
        status=Status.UNCONFIRMED,
        target_groups=_LONG,
        note=_WEEK_8_NOTE,
    ),
    Duty(
        "revurdering",
        Kind.REASSESSMENT,
        "Revurdering efter 22 uger",
        (
            "Retten skal være revurderet ved udgangen af den måned, hvor der er betalt for mere end 22 uger i de "
            "9 måneder før."
        ),
        "SDP § 24",
        "cabiweb.dk/lovstof/sygedagpenge-efter-22-uger",
        InForce(since=dt.date(2024, 1, 1)),
        Clock(Starts.PAID_WEEKS, due=Span(), end_of_month=True),
        target_groups=_ALL,
        note=(
            "De første 30 dage med en arbejdsgiver (2 uger for selvstændige) tæller ikke, delvise uger tæller "
            "som hele, og "
            "barsel tæller ikke. For pensionister m.fl. gælder § 25 i stedet: 26 uger inden for 12 måneder."
        ),
    ),
)
