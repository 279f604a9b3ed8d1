"""The parts of which stories are made, so that a story reads as what happened."""

from __future__ import annotations

from dataclasses import replace

from pejl.register.simulation.stories.story import ABSENT, JUDGED, Finding, Offer, Talk


def held(*days: str, type: str = "jobsamtale", form: str = "fremmoede") -> tuple[Talk, ...]:
    """Talks that the municipality held."""
    return tuple(Talk(day, type=type, form=form) for day in days)


def by_fund(*days: str, type: str = "jobsamtale") -> tuple[Talk, ...]:
    """Talks that the unemployment fund held."""
    return tuple(Talk(day, type=type, authority="akasse") for day in days)


def jointly(*days: str) -> tuple[Talk, ...]:
    """Talks that fund and municipality held together."""
    return tuple(Talk(day, type="faelles_jobsamtale", authority="faelles") for day in days)


def followed_up(*days: str, form: str = "fremmoede") -> tuple[Talk, ...]:
    """Talks with a sick-listed person or in a scheme, that the municipality held."""
    return held(*days, type="opfoelgningssamtale", form=form)


def cancelled(day: str, by: str, authority: str = "kommune") -> tuple[Talk, ...]:
    """A talk that somebody cancelled."""
    return (Talk(day, authority=authority, status="aflyst", cancelled_by=by),)


def missed(day: str, authority: str = "kommune") -> tuple[Talk, ...]:
    """A talk that the citizen did not come to."""
    return (Talk(day, authority=authority, status="udeblevet"),)


def placed(start: str, end: str, kind: str = "virksomhedspraktik", offered: str = "", hours: int = 30) -> Offer:
    """An offer that was carried through."""
    return Offer(kind, start, end, offered, hours)


def always(duty: str, due: str, state: str, since: int = 1) -> Finding:
    """The same is found on every judged day from the first one on, or from the one with that number on."""
    return Finding(duty, due, _five(*[ABSENT] * (since - 1), *[state] * (len(JUDGED) - since + 1)))


def then(duty: str, due: str, *states: str) -> Finding:
    """What is found on each judged day; the last state stays."""
    return Finding(duty, due, _five(*states, *[states[-1]] * (len(JUDGED) - len(states))))


def in_2026(duty: str, due: str, june: str, september: str) -> Finding:
    """What is found on the last day before flexible talks and after it; before 2026 there was nothing yet."""
    return Finding(duty, due, (ABSENT, ABSENT, ABSENT, june, september))


def supposed(finding: Finding) -> Finding:
    """The same, found only under a scenario that takes the duty for law."""
    return replace(finding, supposed=True)


def _five(*states: str) -> tuple[str, str, str, str, str]:
    first, second, third, fourth, fifth = states
    return first, second, third, fourth, fifth
