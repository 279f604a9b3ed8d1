"""The work duty in hours, the yearly clarification, and the upkeep of CV and plan."""

from __future__ import annotations

import datetime as dt

from pejl.law.duty import Clock, Counts, Duty, Kind, Span, Starts
from pejl.law.enactments import ARBEJDSPLIGT_2025, HOVEDLOV_2027, LOV_1655
from pejl.law.indsats.exceptions import LESS_INTENSIVE
from pejl.law.indsats.sources import MINUTES_2025_09, MINUTES_2026_03, NO_SOURCE, STAR_WORK_DUTY
from pejl.law.rule import InForce
from pejl.law.status import Status

_EACH_MONTH = Clock(Starts.SPELL, due=Span(months=1), repeats=Span(months=1))
_HOURS = Counts(
    kinds=(
        "arbejdspligt",
        "nytteindsats",
        "virksomhedspraktik",
        "loentilskud",
        "vejledning_opkvalificering",
        "uddannelse",
        "jobrettet_uddannelse",
        "ordblindeundervisning",
        "afklaring",
        "trivsel",
    ),
    weekly_hours=37.0,
)
_HOURS_NOTE = (
    "Pligten er »op til 37 timer« og løbende. Pejl gør den op måned for måned fra rækkens første dag. Sociale "
    "foranstaltninger og psykiatrisk behandling tæller; at løntimer tæller, er ikke bekræftet. Kilderne "
    "er uenige om, om "
    "begge krav skal mangle (star.dk) eller mindstesatsen er nok »som udgangspunkt« (referat 04.03.2026, punkt 2)."
)
_NO_CLOCK = f"{NO_SOURCE}. At revisionen ser efter det, er bekræftet: {MINUTES_2025_09}"
_SINCE_2024 = InForce(since=dt.date(2024, 1, 1))

DUTIES: tuple[Duty, ...] = (
    Duty(
        "timer_arbejdspligt",
        Kind.HOURS,
        "Arbejdspligt op til 37 timer",
        "Den, der får selvforsørgelses- og hjemrejseydelse, skal have tilbud op til 37 timer om ugen.",
        "LAB kap. 16 a",
        STAR_WORK_DUTY,
        InForce(since=dt.date(2025, 1, 1), until=dt.date(2025, 6, 30), by=ARBEJDSPLIGT_2025, ended_by=LOV_1655),
        _EACH_MONTH,
        counts=_HOURS,
        required=37,
        benefits=("shydelse",),
        exceptions=(LESS_INTENSIVE,),
        late_counts=False,
        note=_HOURS_NOTE,
    ),
    Duty(
        "timer_arbejdspligt",
        Kind.HOURS,
        "Arbejdspligt op til 37 timer",
        (
            "Den, der får mindstesats eller sats for hjemmeboende og mangler begge krav, skal have tilbud op til "
            "37 timer om ugen."
        ),
        "LAB kap. 16 a",
        f"{STAR_WORK_DUTY}; {MINUTES_2026_03}",
        InForce(since=dt.date(2025, 7, 1), by=LOV_1655),
        _EACH_MONTH,
        counts=_HOURS,
        required=37,
        benefits=("kontanthjaelp",),
        rates=("mindstesats", "hjemmeboendesats"),
        applies="omfattet_af_arbejdspligt",
        exceptions=(LESS_INTENSIVE,),
        late_counts=False,
        note=_HOURS_NOTE,
    ),
    Duty(
        "aarlig_afklaring",
        Kind.CLARIFICATION,
        "Årlig afklaring af aktivitetsparate",
        "Den, der er aktivitetsparat, skal have en afklaring mindst en gang om året.",
        "Ventet ny hovedlov",
        f"Den nye hovedlov i Retsinformation, når den er vedtaget; {MINUTES_2025_09}",
        InForce(since=dt.date(2027, 1, 1), by=HOVEDLOV_2027),
        Clock(Starts.LATEST, due=Span(months=12)),
        counts=Counts(kinds=("afklaring",)),
        status=Status.PROPOSED,
        target_groups=("aktivitetsparat", "aktivitetsparat_uddannelse"),
        note="Reglen er bekræftet som plan, datoen er ikke: referatet siger »fremover«. 1. januar 2027 er Pejls gæt.",
    ),
    Duty(
        "cv_opdateret",
        Kind.CV,
        "CV holdt ved lige",
        "CV'et skal være opdateret inden for de seneste 3 måneder.",
        "LAB om CV på Jobnet",
        _NO_CLOCK,
        _SINCE_2024,
        Clock(Starts.LATEST, due=Span(months=3)),
        counts=Counts(kinds=("cv",)),
        status=Status.UNCONFIRMED,
        target_groups=("dagpengemodtager", "jobparat"),
        note="De 3 måneder er et arbejdstal uden kilde.",
    ),
    Duty(
        "cv_fleksjob",
        Kind.CV,
        "CV holdt ved lige i fleksjob",
        "CV'et skal være opdateret inden for det seneste år.",
        "LAB om fleksjob",
        _NO_CLOCK,
        _SINCE_2024,
        Clock(Starts.LATEST, due=Span(months=12)),
        counts=Counts(kinds=("cv",)),
        status=Status.UNCONFIRMED,
        target_groups=("fleksjob", "ledighedsydelse"),
        note="De 12 måneder er et arbejdstal uden kilde.",
    ),
    Duty(
        "min_plan_brugt",
        Kind.PLAN,
        "Min Plan brugt",
        "Min Plan skal være brugt inden for de seneste 6 måneder.",
        "LAB om Min Plan",
        _NO_CLOCK,
        _SINCE_2024,
        Clock(Starts.LATEST, due=Span(months=6)),
        counts=Counts(kinds=("min_plan",)),
        status=Status.UNCONFIRMED,
        target_groups=(
            "dagpengemodtager",
            "jobparat",
            "aktivitetsparat",
            "uddannelsesparat",
            "aktivitetsparat_uddannelse",
            "ledighedsydelse",
        ),
        note="De 6 måneder er et arbejdstal uden kilde.",
    ),
    Duty(
        "min_plan_fleksjob",
        Kind.PLAN,
        "Min Plan brugt i fleksjob",
        "Min Plan skal være brugt inden for det seneste år.",
        "LAB om fleksjob",
        _NO_CLOCK,
        _SINCE_2024,
        Clock(Starts.LATEST, due=Span(months=12)),
        counts=Counts(kinds=("min_plan",)),
        status=Status.UNCONFIRMED,
        target_groups=("fleksjob",),
        note="De 12 måneder er et arbejdstal uden kilde.",
    ),
)
