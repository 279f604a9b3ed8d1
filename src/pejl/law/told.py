"""The law as plain data for other programs: what the command prints with --json, and what the API answers.

Days are ISO days, names are those of the law; sentences are Danish.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from pejl.law.commencements import Commencement
from pejl.law.difference import Difference
from pejl.law.facts import as_json
from pejl.law.given import Given
from pejl.law.label import heading
from pejl.law.law_day import LawOnDay
from pejl.law.outline import DutyOnDay, Open, Outline, ParameterOnDay, RuleOnDay
from pejl.law.rulebook import Rulebook
from pejl.law.scenario import Scenario
from pejl.law.statute import Statute
from pejl.law.titles import title

Data = dict[str, Any]


def statute_data(statute: Statute) -> Data:
    """A statute and its question."""
    return {"statute": statute.name, "title": statute.danish, "act": statute.act, "asks": statute.asks}


def scenario_data(scenario: Scenario) -> Data:
    """What is supposed, and why."""
    return {"name": scenario.name, "title": scenario.danish, "why": scenario.why}


def when_data(law: LawOnDay) -> Data:
    """Which law was asked: of what day, known when, with what supposed."""
    return {
        "on": law.day.isoformat(),
        "known": as_json(law.known),
        "scenario": scenario_data(law.scenario) if law.scenario else None,
    }


def outline_data(outline: Outline) -> Data:
    """A statute on a day."""
    return {
        **statute_data(outline.statute),
        **when_data(outline.law),
        "rules": [_rule(each) for each in outline.rules],
        "parameters": [_parameter(each) for each in outline.parameters],
        "duties": [_duty(each) for each in outline.duties],
        "unsettled": [_open(each) for each in outline.unsettled],
    }


def commencement_data(each: Commencement) -> Data:
    """A day on which something of a statute came in, changed or went."""
    return {
        "day": each.day.isoformat(),
        "statute": each.statute.name,
        "by": [act.name for act in each.by],
        "status": each.status.value,
        "new": list(each.new),
        "changed": list(each.changed),
        "gone": list(each.gone),
    }


def given_data(given: Given) -> Data:
    """A fact that must be told."""
    kinds = {bool: "yes_or_no", int: "whole_number", float: "number", str: "word", dt.date: "day"}
    return {
        "name": given.name,
        "title": heading(given.name),
        "means": given.means,
        "kind": kinds[given.kind],
        "unit": given.unit,
        "words": list(given.words),
        "example": as_json(given.example),
    }


def difference_data(found: Difference, book: Rulebook) -> Data:
    """What differs in a statute between two days."""
    return {
        "statute": found.statute,
        "from": found.first.isoformat(),
        "to": found.last.isoformat(),
        "changes": [
            {
                "name": each.name,
                "title": title(book, each.name),
                "what": each.what.name.lower(),
                "movement": each.movement.name.lower(),
                "before": each.before,
                "after": each.after,
                "cites": each.cites,
                "by": each.by,
                "source": each.source,
                "sentence": each.sentence,
            }
            for each in found.changes
        ],
    }


def _rule(each: RuleOnDay) -> Data:
    force = each.force
    return {
        "name": each.name,
        "title": heading(each.name),
        "says": each.says,
        "cites": each.cites,
        "since": force.since.isoformat(),
        "until": as_json(force.until),
        "cases_from": as_json(force.cases_from),
        "cases_until": as_json(force.cases_until),
        "by": force.by.name,
        "status": each.status.value,
        "source": each.source,
        "used": each.used,
        "scenario": each.scenario,
    }


def _parameter(each: ParameterOnDay) -> Data:
    return {
        "name": each.name,
        "title": each.danish,
        "value": as_json(each.value),
        "written": each.written,
        "unit": each.unit,
        "since": each.since.isoformat(),
        "until": as_json(each.until),
        "status": each.status.value,
        "source": each.source,
        "used": each.used,
        "scenario": each.scenario,
        "sentence": each.sentence,
        "look_up": each.look_up,
    }


def _duty(each: DutyOnDay) -> Data:
    duty, force = each.duty, each.duty.force
    return {
        "name": duty.name,
        "title": duty.danish,
        "kind": duty.kind.value,
        "says": duty.says,
        "cites": duty.cites,
        "since": force.since.isoformat(),
        "until": as_json(force.until),
        "status": duty.status.value,
        "source": duty.source,
        "used": each.used,
        "scenario": each.scenario,
        "holder": duty.holder,
        "target_groups": list(duty.target_groups),
        "benefits": list(duty.benefits),
        "rates": list(duty.rates),
        "required": duty.required,
        "group_share": duty.group_share,
        "exceptions": [{"says": one.says, "cites": one.cites} for one in duty.exceptions],
        "note": duty.note,
    }


def _open(each: Open) -> Data:
    thing = each.thing
    return {
        "name": thing.name,
        "title": thing.danish,
        "what": thing.what.name.lower(),
        "status": thing.status.value,
        "missing": thing.missing,
        "sentence": thing.sentence,
        "look_up": thing.look_up,
        "scenario": each.supposed,
    }
