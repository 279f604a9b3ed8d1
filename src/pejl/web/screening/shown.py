"""A sick leave as its page shows it: each question with the own answer, the advice in people of a hundred, and what can
be answered. What may not be seen yet is not in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pejl.acts.reasons import Reason as ActReason
from pejl.screening.advice.of_hundred import of_hundred, shares_of_hundred, span_of_hundred
from pejl.screening.advice.purpose import KIND_WORDS
from pejl.screening.advice.sentences import as_words
from pejl.screening.advice.shapes import Advice, Kind, Reason, Says
from pejl.screening.assessments.case import Decision, OwnAssessment, ScreeningCase
from pejl.screening.assessments.choices import CHOICES, deviations
from pejl.screening.assessments.entry import Entry
from pejl.screening.assessments.events import Event
from pejl.screening.assessments.reasons import DEVIATING, FOLLOWING
from pejl.screening.features.declared import FEATURES
from pejl.screening.questionnaire.language import Language
from pejl.screening.questionnaire.questions import question
from pejl.web.page.screening_words import says_word
from pejl.web.screening.bars import Swing, swings

_LABELS = {each.name: each for each in FEATURES}


@dataclass(frozen=True)
class ShownReason:
    """A contribution: its sentence, how many of a hundred it adds or takes, and its bar."""

    sentence: str
    people: int
    swing: Swing


@dataclass(frozen=True)
class ShownChance:
    """A chance with its interval and the usual one, in people of a hundred, and the sum that leads from one to the
    other."""

    people: int
    least: int
    most: int
    usual: int
    reasons: tuple[ShownReason, ...]


@dataclass(frozen=True)
class ShownQuestion:
    """One of the three questions. `advice` is None as long as it may not be seen."""

    kind: Kind
    own: OwnAssessment | None
    advice: Advice | None
    chance: ShownChance | None
    decision: Decision | None
    news: bool
    choices: tuple[Says, ...]
    other_choices: tuple[Says, ...]
    follow_reasons: Sequence[ActReason] = FOLLOWING
    deviate_reasons: Sequence[ActReason] = DEVIATING

    @property
    def waits_for_own(self) -> bool:
        """Whether the own answer is to be written first."""
        return self.own is None and self.advice is None

    @property
    def releases(self) -> bool:
        """Whether to follow the advice is to leave somebody in peace."""
        return self.advice is not None and self.advice.says is Says.KAN_SLIPPES

    @property
    def rules(self) -> tuple[Reason, ...]:
        """The reasons that are no share of a chance: what a law or a rule says."""
        return tuple(each for each in self.advice.reasons if each.share is None) if self.advice else ()


@dataclass(frozen=True)
class ShownInput:
    """A value as it went in, and what it may be corrected to: one of `words`, or a number of `unit`."""

    name: str
    danish: str
    value: str
    words: tuple[tuple[str, str], ...]
    unit: str


@dataclass(frozen=True)
class ShownAnswer:
    """What the citizen answered to a question."""

    question: str
    answer: str


@dataclass(frozen=True)
class ShownEntry:
    """An entry of the log with what it is about, in few words."""

    entry: Entry
    about: str


def questions_of(case: ScreeningCase) -> tuple[ShownQuestion, ...]:
    """The three questions; none where nothing is assessed."""
    return tuple(_question(case, kind) for kind in Kind) if case.assessment else ()


def _question(case: ScreeningCase, kind: Kind) -> ShownQuestion:
    seen = case.assessment is not None and case.visible.get(kind, False)
    advice = case.assessment.of(kind) if case.assessment and seen else None
    return ShownQuestion(
        kind=kind,
        own=case.own.get(kind),
        advice=advice,
        chance=_chance(advice) if advice else None,
        decision=case.decisions.get(kind),
        news=kind in case.news,
        choices=CHOICES[kind],
        other_choices=deviations(kind, advice.says) if advice else (),
    )


def _chance(advice: Advice) -> ShownChance | None:
    """None where no chance is told."""
    if advice.chance is None or advice.usual is None or advice.low is None or advice.high is None:
        return None
    told = [(each, each.share) for each in advice.reasons if each.share is not None]
    shares = [share for _, share in told]
    people = shares_of_hundred(advice.usual, shares, advice.chance)
    shown = (
        ShownReason(each.sentence, many, swing)
        for (each, _), many, swing in zip(told, people, swings(shares), strict=True)
    )
    least, most = span_of_hundred(advice.low, advice.high)
    return ShownChance(of_hundred(advice.chance), least, most, of_hundred(advice.usual), tuple(shown))


def inputs_of(case: ScreeningCase) -> tuple[ShownInput, ...]:
    """What went in, once an advice may be seen: before that it would tell as much."""
    if case.assessment is None or not any(case.visible.values()):
        return ()
    known = ((_LABELS[name], value) for name, value in case.assessment.inputs.items() if name in _LABELS)
    return tuple(
        ShownInput(each.name, each.danish, as_words(each, value), each.words, each.unit) for each, value in known
    )


def answers_of(case: ScreeningCase) -> tuple[ShownAnswer, ...]:
    """What the citizen answered, in the words of the questions."""
    asked = ((question(key), answer) for key, answer in case.asked.answers.items())
    return tuple(
        ShownAnswer(each.text(Language.DANISH), each.said(answer, Language.DANISH))
        for each, answer in asked
        if each is not None
    )


def entries_of(case: ScreeningCase) -> tuple[ShownEntry, ...]:
    """What has happened, the latest first."""
    return tuple(ShownEntry(each, _about(each)) for each in case.entries)


def _about(entry: Entry) -> str:
    """What an entry says besides its event: the question and the answer, and the words that were written."""
    told = entry.detail
    kind = KIND_WORDS.get(told.get("kind", ""), "")
    says = says_word(told["says"]) if "says" in told else ""
    if entry.event is Event.RETTET:
        named = _LABELS.get(told.get("feature", ""))
        kind = named.danish if named else ""
    return ". ".join(part for part in (": ".join(filter(None, (kind, says))), told.get("why", "")) if part)
