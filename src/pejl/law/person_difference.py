"""What is different for one person between two days of the law: the answers on both, and the steps that differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pejl.law.answer import Answer, Step
from pejl.law.label import heading
from pejl.law.law_day import LawOnDay
from pejl.law.refusals import Refusal
from pejl.law.written import written


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one name came to on one day: a value, or the sentence of a refusal."""

    value: object
    written: str
    refused: str
    steps: tuple[Step, ...]

    @property
    def scenario(self) -> bool:
        """Whether something supposed has part in it."""
        return any(step.scenario for step in self.steps)


@dataclass(frozen=True, slots=True)
class ValueChange:
    """One name on both days. `changed` also where one day refuses and the other does not."""

    name: str
    danish: str
    before: Outcome
    after: Outcome

    @property
    def changed(self) -> bool:
        """Whether the answer is another one."""
        return (self.before.value, self.before.refused) != (self.after.value, self.after.refused)

    @property
    def sentence(self) -> str:
        """Both answers in one line."""
        before, after = (outcome.refused or outcome.written for outcome in (self.before, self.after))
        return f"{self.danish} {before} → {after}" if self.changed else f"{self.danish} Uændret: {after}"


@dataclass(frozen=True, slots=True)
class StepChange:
    """One step that is not the same: None where a day does not come to it."""

    name: str
    before: Step | None
    after: Step | None

    @property
    def sentence(self) -> str:
        """What each day says."""
        before, after = (f"{step.written} ({step.cites})" if step else "—" for step in (self.before, self.after))
        return f"{heading(self.name)}: {before} → {after}"


@dataclass(frozen=True, slots=True)
class PersonDifference:
    """All wanted names on both days, and the steps that differ in value, text or section."""

    values: tuple[ValueChange, ...]
    steps: tuple[StepChange, ...]


def person_difference(
    given: Mapping[str, object], wanted: Sequence[str], before: LawOnDay, after: LawOnDay
) -> PersonDifference:
    """The same person, judged on two days. A refusal of one name leaves the others their answers."""
    values = tuple(_value(name, given, before, after) for name in wanted)
    return PersonDifference(values, _steps(values))


def outcome(law: LawOnDay, given: Mapping[str, object], name: str) -> Outcome:
    """One name for one person; a refusal as its sentence."""
    try:
        answer: Answer = law.person(given, [name])
    except Refusal as refusal:
        return Outcome(None, "", str(refusal), ())
    steps = answer.steps()
    value = answer.values[name]
    shown = steps[-1].written if steps and steps[-1].name == name else written(value)
    return Outcome(value, shown, "", steps)


def _value(name: str, given: Mapping[str, object], before: LawOnDay, after: LawOnDay) -> ValueChange:
    versions = after.book.versions.get(name)
    danish = versions[-1].rule.says if versions else f"{heading(name)}:"
    return ValueChange(name, danish, outcome(before, given, name), outcome(after, given, name))


def _steps(values: Sequence[ValueChange]) -> tuple[StepChange, ...]:
    before = {step.name: step for value in values for step in value.before.steps}
    after = {step.name: step for value in values for step in value.after.steps}
    return tuple(
        StepChange(name, before.get(name), after.get(name))
        for name in dict.fromkeys((*before, *after))
        if _told(before.get(name)) != _told(after.get(name))
    )


def _told(step: Step | None) -> object:
    return step and (step.value, step.danish, step.cites, step.since, [value.value for value in step.parameters])
