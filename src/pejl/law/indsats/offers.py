"""The offers that are owed: the first within six months, its lengths and kinds, and to whom without flexibility."""

from __future__ import annotations

from pejl.law.duty import Clock, Counts, Duty, Kind, Span, Starts
from pejl.law.indsats.exceptions import LESS_INTENSIVE, WORK_DUTY
from pejl.law.indsats.sources import (
    FROM_JULY_2026,
    LBK_280,
    MINUTES_2025_09,
    NO_SOURCE,
    STAR_WEBINAR,
    STAR_WORK_DUTY,
    TO_JULY_2026,
)
from pejl.law.status import Status

_CHAPTERS_11_TO_14 = ("virksomhedspraktik", "loentilskud", "nytteindsats", "uddannelse")
_WITH_GUIDANCE = (*_CHAPTERS_11_TO_14, "vejledning_opkvalificering")
_TWO_WEEKS = 14
_HALF_YEAR = Clock(Starts.CASE, due=Span(months=6), after_exemption=Span(months=1))
_KINDS_NOTE = (
    "Tilbud efter kap. 11-14 tæller. Ordblindeundervisning og realkompetencevurdering (§ 93) tæller "
    "ikke. Hvilket kapitel "
    "jobrettet uddannelse, mentor, afklaring og trivsel hører under, er ikke bekræftet, og de tæller ikke."
)


def _counts(kinds: tuple[str, ...]) -> Counts:
    """Two weeks unbroken; of wage subsidies it is enough that they were offered in time and began three weeks later."""
    return Counts(kinds=kinds, least_days=_TWO_WEEKS, begins_later_kinds=("loentilskud",), begins_later=Span(weeks=3))


DUTIES: tuple[Duty, ...] = (
    Duty(
        "foerste_tilbud",
        Kind.OFFER,
        "Første tilbud",
        "Det første tilbud skal være begyndt inden for 6 måneder og vare mindst 2 uger i træk.",
        "LAB § 102, jf. § 100",
        f"{LBK_280}; {MINUTES_2025_09}",
        TO_JULY_2026,
        _HALF_YEAR,
        counts=_counts(_CHAPTERS_11_TO_14),
        target_groups=("dagpengemodtager", "jobparat", "aktivitetsparat"),
        exceptions=(LESS_INTENSIVE,),
        note="Øvrig vejledning og opkvalificering (§ 91) tæller ikke (§ 102, stk. 5-6). " + _KINDS_NOTE,
    ),
    Duty(
        "foerste_tilbud",
        Kind.OFFER,
        "Tilbud inden for 6 måneder",
        "Mindst 75 pct. af gruppen skal have mindst ét tilbud inden for 6 måneder.",
        "Lov nr. 1750 af 29.12.2025 (LAB § 102)",
        f"{STAR_WEBINAR}; monrad.app/agenda_items/90534; {MINUTES_2025_09}",
        FROM_JULY_2026,
        _HALF_YEAR,
        counts=_counts(_WITH_GUIDANCE),
        target_groups=("dagpengemodtager", "jobparat", "uddannelsesparat"),
        exceptions=(LESS_INTENSIVE, WORK_DUTY),
        group_share=0.75,
        group="tilbud_samlet",
        note=(
            "Øvrig vejledning og opkvalificering tæller igen. Kilden siger ikke, om de 2 uger og de 3 ugers "
            "udskydelse af "
            "løntilskud er ændret; her gælder de fortsat. " + _KINDS_NOTE
        ),
    ),
    Duty(
        "tilbud_arbejdspligt",
        Kind.OFFER,
        "Tilbud inden for 6 måneder, arbejdspligt",
        "Den, der er omfattet af arbejdspligten, er uden for fleksibiliteten og skal have tilbud inden for 6 måneder.",
        "Lov nr. 1750 af 29.12.2025 (LAB § 102 og kap. 16 a)",
        f"{STAR_WEBINAR}; {STAR_WORK_DUTY}",
        FROM_JULY_2026,
        _HALF_YEAR,
        counts=_counts((*_WITH_GUIDANCE, "arbejdspligt")),
        status=Status.DERIVED,
        target_groups=("jobparat", "uddannelsesparat"),
        rates=("mindstesats", "hjemmeboendesats"),
        applies="omfattet_af_arbejdspligt",
        exceptions=(LESS_INTENSIVE,),
        note="Udledt af, at de er holdt uden for de 75 pct.: kravet gælder dem alle. " + _KINDS_NOTE,
    ),
    Duty(
        "foerste_tilbud_unge",
        Kind.OFFER,
        "Første tilbud til unge",
        "Unge under 30 uden uddannelse skal have det første tilbud inden for 1 måned.",
        "LAB om kontinuerlig ret og pligt",
        f"L 66, afsnit 2.2.1.2 (overskriften); {NO_SOURCE}",
        TO_JULY_2026,
        Clock(Starts.CASE, due=Span(months=1), after_exemption=Span(months=1)),
        counts=Counts(kinds=_WITH_GUIDANCE),
        status=Status.UNCONFIRMED,
        target_groups=("uddannelsesparat", "aktivitetsparat_uddannelse"),
        exceptions=(LESS_INTENSIVE,),
        note="At pauser mellem tilbud højst må vare 4 uger, er heller ikke bekræftet og regnes ikke.",
    ),
)
