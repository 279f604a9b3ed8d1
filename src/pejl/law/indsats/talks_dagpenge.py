"""The talks owed to those on dagpenge: the a-kasse's, the municipality's, and the joint one at sixteen months."""

from __future__ import annotations

from pejl.law.duty import Clock, Counts, Duty, Kind, Span, Starts
from pejl.law.indsats.exceptions import LESS_INTENSIVE, OWN_TALKS
from pejl.law.indsats.sources import (
    DAGPENGE_TO_JULY_2026,
    FROM_JULY_2026,
    LBK_280,
    MINUTES_2025_09,
    SECTION_31_FROM_JULY_2026,
    STAR_FAQ,
    TO_JULY_2026,
    YEAR_2023,
)
from pejl.law.status import Status

_GROUP = ("dagpengemodtager",)
_KINDS = ("jobsamtale", "faelles_jobsamtale", "cv_samtale")
_KINDS_NOTE = (
    "Kilden siger »individuelle jobsamtaler«. Pejl tæller jobsamtaler, fælles jobsamtaler og cv-samtaler; "
    "informationsmøder, henvisninger og rådighedssamtaler tæller ikke."
)
_OF_FUND = Counts(kinds=_KINDS, authorities=("akasse", "faelles"))
_OF_MUNICIPALITY = Counts(kinds=_KINDS, authorities=("kommune", "faelles", "anden_aktoer"))
_THREE_MONTHS = Clock(Starts.CASE, due=Span(months=3))
_AFTER_HANDOVER = Clock(Starts.CASE, due=Span(months=6), opens_at=Starts.HANDOVER)
_JOINT = Clock(Starts.CASE, due=Span(months=16), opens=Span(months=6))

DUTIES: tuple[Duty, ...] = (
    Duty(
        "samtaler_dagpenge_2023",
        Kind.TALK,
        "Ni samtaler på dagpenge",
        "Den, der får dagpenge, skal have ni samtaler inden for de første 6 måneder.",
        "LAB § 31, som den var til 31.12.2023",
        f"star.dk, kontaktforløb; {MINUTES_2025_09}",
        YEAR_2023,
        Clock(Starts.CASE, due=Span(months=6)),
        counts=Counts(kinds=_KINDS),
        required=9,
        target_groups=_GROUP,
        exceptions=(LESS_INTENSIVE,),
        late_counts=False,
        note="At tallet faldt fra 9 til 6 den 1. januar 2024, er bekræftet; hvem der holdt de ni, er ikke. "
        + _KINDS_NOTE,
    ),
    Duty(
        "samtaler_akasse",
        Kind.TALK,
        "A-kassens samtaler",
        "A-kassen skal holde mindst tre individuelle jobsamtaler inden for de første 3 måneder.",
        "LAB § 31, stk. 1 og 2",
        LBK_280,
        DAGPENGE_TO_JULY_2026,
        _THREE_MONTHS,
        counts=_OF_FUND,
        required=3,
        target_groups=_GROUP,
        exceptions=(LESS_INTENSIVE, OWN_TALKS),
        late_counts=False,
        holder="akasse",
        note=_KINDS_NOTE,
    ),
    Duty(
        "samtaler_akasse",
        Kind.TALK,
        "A-kassens samtaler",
        "A-kassen skal holde mindst to samtaler inden for de første 3 måneder med mindst 75 pct. af gruppen.",
        "Lov nr. 1750 af 29.12.2025 (LAB § 31)",
        STAR_FAQ,
        FROM_JULY_2026,
        _THREE_MONTHS,
        counts=_OF_FUND,
        required=2,
        target_groups=_GROUP,
        exceptions=(LESS_INTENSIVE,),
        group_share=0.75,
        group="dagpenge_akasse",
        late_counts=False,
        holder="akasse",
        note=_KINDS_NOTE,
    ),
    Duty(
        "foerste_samtale_akasse",
        Kind.TALK,
        "A-kassens første samtale",
        "Den første samtale skal holdes senest 2 uger efter tilmeldingen.",
        "LAB § 31, stk. 4",
        LBK_280,
        DAGPENGE_TO_JULY_2026,
        Clock(Starts.CASE, due=Span(weeks=2)),
        counts=_OF_FUND,
        target_groups=_GROUP,
        exceptions=(LESS_INTENSIVE, OWN_TALKS),
        holder="akasse",
        note="Tilmeldingsdagen står ikke i registret; sagens første dag bruges for den. " + _KINDS_NOTE,
    ),
    Duty(
        "foerste_samtale_akasse",
        Kind.TALK,
        "A-kassens første samtale",
        (
            "Den første samtale skal holdes senest 2 uger efter tilmeldingen, hvis fristen fra før 1. juli 2026 "
            "er bevaret."
        ),
        "Lov nr. 1750 af 29.12.2025 (LAB § 31)",
        SECTION_31_FROM_JULY_2026,
        FROM_JULY_2026,
        Clock(Starts.CASE, due=Span(weeks=2)),
        counts=_OF_FUND,
        status=Status.UNCONFIRMED,
        target_groups=_GROUP,
        exceptions=(LESS_INTENSIVE,),
        holder="akasse",
        note=(
            "At alle skal have den første samtale, er bekræftet (se »Første samtale til alle på dagpenge«); fristen på "
            "2 uger er ikke."
        ),
    ),
    Duty(
        "foerste_samtale_dagpenge",
        Kind.TALK,
        "Første samtale til alle på dagpenge",
        "Alle på dagpenge skal have den første samtale: kravet er 100 pct. og ikke fleksibelt.",
        "Lov nr. 1750 af 29.12.2025 (LAB § 31)",
        f"{STAR_FAQ}; fristen udledt af de første 3 måneder",
        FROM_JULY_2026,
        _THREE_MONTHS,
        counts=Counts(kinds=_KINDS),
        status=Status.DERIVED,
        target_groups=_GROUP,
        exceptions=(LESS_INTENSIVE,),
        holder="akasse",
        note=(
            "Kilden nævner ingen egen frist for den første samtale. Senest når de første 3 måneder er gået, skal "
            "den være "
            "holdt, for den er en af de to samtaler i dem. En kortere frist: »A-kassens første samtale«."
        ),
    ),
    Duty(
        "samtaler_kommune",
        Kind.TALK,
        "Kommunens samtaler på dagpenge",
        "Kommunen skal holde mindst tre jobsamtaler fra overdragelsen, inden 6 måneders ledighed.",
        "LAB § 31, stk. 1",
        LBK_280,
        DAGPENGE_TO_JULY_2026,
        _AFTER_HANDOVER,
        counts=_OF_MUNICIPALITY,
        required=3,
        target_groups=_GROUP,
        exceptions=(LESS_INTENSIVE, OWN_TALKS),
        late_counts=False,
        note=_KINDS_NOTE,
    ),
    Duty(
        "samtaler_kommune",
        Kind.TALK,
        "Kommunens samtaler på dagpenge",
        "Kommunen skal holde mindst to samtaler fra overdragelsen til 6. måned med mindst 75 pct. af gruppen.",
        "Lov nr. 1750 af 29.12.2025 (LAB § 31)",
        f"{STAR_FAQ}; {MINUTES_2025_09}",
        FROM_JULY_2026,
        _AFTER_HANDOVER,
        counts=_OF_MUNICIPALITY,
        required=2,
        target_groups=_GROUP,
        exceptions=(LESS_INTENSIVE,),
        group_share=0.75,
        group="dagpenge_kommune",
        late_counts=False,
        note=_KINDS_NOTE,
    ),
    Duty(
        "samtaler_27_stk_3",
        Kind.TALK,
        "Kommunens samtaler, § 27, stk. 3",
        "Med den, der er omfattet af § 27, stk. 3, skal kommunen holde mindst seks samtaler inden for 6 måneder.",
        "LAB § 31, stk. 1, jf. § 27, stk. 3",
        LBK_280,
        DAGPENGE_TO_JULY_2026,
        Clock(Starts.CASE, due=Span(months=6)),
        counts=_OF_MUNICIPALITY,
        required=6,
        target_groups=_GROUP,
        applies="omfattet_af_27_stk_3",
        exceptions=(LESS_INTENSIVE,),
        late_counts=False,
        note="Hvem der er omfattet af § 27, stk. 3, står ikke i registret. " + _KINDS_NOTE,
    ),
    Duty(
        "faelles_samtale_16_maaneder",
        Kind.TALK,
        "Fælles samtale om intensiv indsats",
        "Senest ved 16 måneders ledighed skal der holdes en fælles samtale om en intensiv indsats.",
        "LAB § 32",
        LBK_280,
        TO_JULY_2026,
        _JOINT,
        counts=Counts(kinds=("faelles_jobsamtale",)),
        target_groups=_GROUP,
        exceptions=(LESS_INTENSIVE,),
        note="§ 32 gælder tiden efter 6 måneder; en fælles samtale før tæller ikke som denne.",
    ),
    Duty(
        "faelles_samtale_16_maaneder",
        Kind.TALK,
        "Fælles samtale om intensiv indsats",
        "Senest ved 16 måneders ledighed skal der holdes en fælles samtale om en intensiv indsats.",
        "Lov nr. 1750 af 29.12.2025 (LAB § 32)",
        STAR_FAQ,
        FROM_JULY_2026,
        _JOINT,
        counts=Counts(kinds=("faelles_jobsamtale",)),
        target_groups=_GROUP,
        exceptions=(LESS_INTENSIVE,),
        note="§ 32 gælder tiden efter 6 måneder; en fælles samtale før tæller ikke som denne.",
    ),
)
