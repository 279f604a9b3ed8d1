"""Flex jobs: follow-up, the CV and the plan. The audit of 2024 looked at them, but no source confirms their times, so
what is found here is found under a scenario only.

By hand, as the scenario supposes: a flex job of 8 January 2024 has its first follow-up by 8 July 2024 and one within 30
months, by 8 July 2026; then the next 30 months run to 8 January 2029. A CV that was updated, or a plan that was used,
is due again twelve months later; one that never was, twelve months after the job's first day.
"""

from __future__ import annotations

from pejl.register.simulation.stories.parts import followed_up, supposed
from pejl.register.simulation.stories.story import ABSENT, AHEAD, LATE, OVERDUE, Finding, Plan, Spell, Story, Talk

_SOON, _LONG, _CV, _PLAN = "foerste_opfoelgning_fleksjob", "opfoelgning_fleksjob", "cv_fleksjob", "min_plan_fleksjob"
_MADE, _OCTOBER = "2024-01-08", "2024-10-08"


def _found(duty: str, due: str, *states: str) -> Finding:
    first, second, third, fourth, fifth = states
    return supposed(Finding(duty, due, (first, second, third, fourth, fifth)))


def _story(
    number: int,
    says: str,
    talks: tuple[Talk, ...],
    *finds: Finding,
    cv_updated: str = _OCTOBER,
    plan_used: str = _OCTOBER,
) -> Story:
    spell = Spell("fleksjob", "fleksjob", "2024-01-08")
    plans = (
        Plan("cv", _MADE, updated=cv_updated, approved=cv_updated),
        Plan("min_plan", _MADE, updated=plan_used, used=plan_used),
    )
    next_round = _found(_LONG, "2029-01-08", ABSENT, ABSENT, ABSENT, ABSENT, AHEAD)
    return Story(number, says, (spell,), talks, plans=plans, finds=(*finds, next_round), born=1966 + number % 20)


def _kept_once(duty: str) -> Finding:
    """Done on 8 October 2024 and not again."""
    return _found(duty, "2025-10-08", AHEAD, AHEAD, AHEAD, OVERDUE, OVERDUE)


def _never_kept(duty: str) -> Finding:
    return _found(duty, "2025-01-08", AHEAD, OVERDUE, OVERDUE, OVERDUE, OVERDUE)


_IN_TIME = followed_up("2024-06-11")

STORIES = (
    _story(
        801,
        "Fulgt op i tide; CV og plan blev holdt ved lige i oktober 2024 og ikke siden.",
        _IN_TIME,
        _kept_once(_CV),
        _kept_once(_PLAN),
    ),
    _story(
        802,
        "CV'et er ikke opdateret, siden det blev lavet.",
        _IN_TIME,
        _never_kept(_CV),
        _kept_once(_PLAN),
        cv_updated="",
    ),
    _story(
        803,
        "Min Plan blev lavet og aldrig brugt.",
        _IN_TIME,
        _kept_once(_CV),
        _never_kept(_PLAN),
        plan_used="",
    ),
    _story(
        804,
        "Den første opfølgning kom dagen efter de 6 måneder.",
        followed_up("2024-07-09"),
        _found(_SOON, "2024-07-08", LATE, LATE, LATE, LATE, LATE),
        _kept_once(_CV),
        _kept_once(_PLAN),
    ),
    _story(
        805,
        "Der er aldrig fulgt op på fleksjobbet.",
        (),
        _found(_SOON, "2024-07-08", OVERDUE, OVERDUE, OVERDUE, OVERDUE, OVERDUE),
        _found(_LONG, "2026-07-08", AHEAD, AHEAD, AHEAD, AHEAD, OVERDUE),
        _kept_once(_CV),
        _kept_once(_PLAN),
    ),
)
