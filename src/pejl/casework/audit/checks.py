"""What the yearly audit looks at in a case, as the audit of the accounts of 2024 did (Gladsaxe, minutes of 08.09.2025,
item 2): the first offer to the insured unemployed, talks in flex jobs and with the activity-ready, the CV, the plan."""

from __future__ import annotations

from dataclasses import dataclass

from pejl.law.duty import Span

SOURCE = "Gladsaxe, referat 08.09.2025, punkt 2"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is looked at: the deadlines of some duties, for some target groups.

    A case passes where every such deadline that fell in the audited time was kept. With `within` it passes where what
    is owed came within that time of the clock's start instead, whatever the law's last day. `mark` is the share of
    cases that is asked for; None where the law asks for all.
    """

    name: str
    danish: str
    says: str
    duties: tuple[str, ...]
    target_groups: tuple[str, ...]
    within: Span | None = None
    mark: float | None = None


_INSURED = ("dagpengemodtager",)
_ACTIVE = ("aktivitetsparat", "aktivitetsparat_uddannelse")
_FLEX = ("fleksjob",)

CHECKS: tuple[Check, ...] = (
    Check(
        "tilbud_26_uger",
        "Forsikrede ledige: tilbud inden for 26 uger",
        "Det første tilbud er begyndt inden for 26 uger. Målet er 80 pct. af de forsikrede ledige.",
        ("foerste_tilbud",),
        _INSURED,
        within=Span(weeks=26),
        mark=0.8,
    ),
    Check(
        "tilbud_rettidigt",
        "Forsikrede ledige: rettidigt tilbud",
        "Det første tilbud er begyndt inden for lovens frist.",
        ("foerste_tilbud",),
        _INSURED,
    ),
    Check(
        "samtaler_fleksjob",
        "Fleksjob: rettidige samtaler",
        "Der er fulgt op på fleksjobbet ved samtaler til tiden.",
        ("foerste_opfoelgning_fleksjob", "opfoelgning_fleksjob"),
        _FLEX,
    ),
    Check("cv_fleksjob", "Fleksjob: CV opdateret", "CV'et er holdt ved lige.", ("cv_fleksjob",), _FLEX),
    Check("plan_fleksjob", "Fleksjob: Min Plan brugt", "Min Plan er brugt i sagen.", ("min_plan_fleksjob",), _FLEX),
    Check(
        "samtaler_aktivitetsparate",
        "Aktivitetsparate: rettidige samtaler",
        "Den første samtale og samtalerne i det første halve år er holdt til tiden.",
        ("foerste_samtale", "samtaler_halvaar"),
        _ACTIVE,
    ),
    Check(
        "tilbud_aktivitetsparate",
        "Aktivitetsparate: rettidigt tilbud",
        "Det første tilbud er begyndt inden for lovens frist.",
        ("foerste_tilbud",),
        _ACTIVE,
    ),
    Check(
        "plan_aktivitetsparate",
        "Aktivitetsparate: Min Plan brugt",
        "Min Plan er brugt i sagen.",
        ("min_plan_brugt",),
        _ACTIVE,
    ),
)
"""In the order of the audit's report."""
