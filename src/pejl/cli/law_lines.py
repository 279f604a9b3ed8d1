"""The law in plain lines: a statute on a day, and how an answer came about. What is said is Danish, as the law is."""

from __future__ import annotations

from collections.abc import Iterator

from pejl.calendar.days import danish_day, short_day
from pejl.calendar.rows import in_a_row
from pejl.law.asked import Asked
from pejl.law.explanation import SUPPOSED, step_lines
from pejl.law.label import heading, label
from pejl.law.law_day import LawOnDay
from pejl.law.outline import DutyOnDay, Outline, ParameterOnDay, RuleOnDay
from pejl.law.scenario import Scenario


def when_lines(law: LawOnDay) -> Iterator[str]:
    """Which law was asked."""
    seen = f"som den var kendt {danish_day(law.known)}" if law.known else "som den kendes nu"
    yield f"Loven {danish_day(law.day)}, {seen}."
    if law.scenario:
        yield supposed_line(law.scenario)


def supposed_line(scenario: Scenario) -> str:
    """What is supposed, and why."""
    return f"{SUPPOSED} »{scenario.danish}«: {scenario.why}"


def outline_lines(found: Outline) -> Iterator[str]:
    """A statute on a day: what is unsettled first."""
    yield f"{found.statute.danish}. {found.statute.act}"
    yield from when_lines(found.law)
    if found.unsettled:
        yield from ("", f"Ikke afklaret ({len(found.unsettled)})")
        for each in found.unsettled:
            mark = f" [{SUPPOSED} bruges i stedet]" if each.supposed else ""
            yield f"  {each.thing.what}: {each.thing.sentence}{mark}"
    if found.rules:
        yield from ("", f"Regler ({len(found.rules)})")
        yield from (line for each in found.rules for line in _rule(each))
    if found.parameters:
        yield from ("", f"Satser og grænser ({len(found.parameters)})")
        yield from (line for each in found.parameters for line in _parameter(each))
    if found.duties:
        yield from ("", f"Pligter ({len(found.duties)})")
        yield from (line for each in found.duties for line in _duty(each))


def asked_lines(each: Asked, *, explained: bool) -> Iterator[str]:
    """An answer in a line, and below it each step that it came to rest on."""
    mark = f"  [{SUPPOSED}]" if each.scenario else ""
    yield f"{each.danish} ({each.name}): {each.written or 'intet svar'}{mark}"
    if each.refusal is not None:
        yield f"  {each.refusal}"
    if each.unknown:
        yield f"  Det vides ikke, fordi det ikke er oplyst: {in_a_row(label(given.name) for given in each.unknown)}."
    if explained:
        for place, step in enumerate(each.steps, start=1):
            yield from (f"  {line}" for line in step_lines(place, step))


def _mark(*, used: bool, scenario: bool) -> str:
    return f"  [{SUPPOSED}]" if scenario else "" if used else "  [bruges ikke]"


def _rule(each: RuleOnDay) -> Iterator[str]:
    force = each.force
    yield f"  {heading(each.name)} ({each.name}): {each.says}{_mark(used=each.used, scenario=each.scenario)}"
    facts = [each.cites, f"fra {short_day(force.since)}", *([f"til {short_day(force.until)}"] if force.until else [])]
    if force.cases_from:
        facts.append(f"for sager begyndt fra {short_day(force.cases_from)}")
    if force.cases_until:
        facts.append(f"for sager begyndt senest {short_day(force.cases_until)}")
    yield f"    {'; '.join([*facts, each.status.danish, each.source])}"


def _parameter(each: ParameterOnDay) -> Iterator[str]:
    shown = each.written or "mangler"
    yield f"  {each.danish} ({each.name}): {shown}{_mark(used=each.used, scenario=each.scenario)}"
    facts = [f"fra {short_day(each.since)}", *([f"til {short_day(each.until)}"] if each.until else [])]
    yield f"    {'; '.join([*facts, each.status.danish, *([each.source] if each.source else [])])}"
    if not each.used and each.look_up:
        yield f"    slå det op: {each.look_up}"


def _duty(each: DutyOnDay) -> Iterator[str]:
    duty = each.duty
    yield f"  {duty.danish} ({duty.name}): {duty.says}{_mark(used=each.used, scenario=each.scenario)}"
    whom = in_a_row(label(word) for word in (*duty.target_groups, *duty.benefits, *duty.rates)) or "alle"
    yield f"    {duty.cites}; fra {short_day(duty.force.since)}; for {whom}; {duty.status.danish}; {duty.source}"
    for exempt in duty.exceptions:
        yield f"    undtaget: {exempt.says} ({exempt.cites})"
