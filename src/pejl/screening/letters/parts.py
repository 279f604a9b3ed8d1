"""The parts of letters that are written from an assessment: the chance, what adds up to it, what is missing, advice.

They say to the person what was shown to the caseworker, and nothing else: the numbers are those of the assessment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pejl.calendar.rows import in_a_row
from pejl.screening.advice.of_hundred import of_hundred, shares_of_hundred, span_of_hundred
from pejl.screening.advice.reasons import OTHERS
from pejl.screening.advice.sentences import ANSWERS
from pejl.screening.advice.shapes import Advice, Assessment, Kind
from pejl.screening.features.declared import is_answer
from pejl.screening.letters import words
from pejl.screening.letters.to_you import FEATURE_OF, label, to_you
from pejl.screening.questionnaire.language import Language

LINE = "• "


def parts_of(assessment: Assessment, language: Language) -> dict[str, str]:
    """The parts by the name of their field; "" where there is nothing to tell."""
    said = words.SAID[language]
    return {
        "chance": _chance(assessment, said),
        "reasons": _sum(assessment, language) if _calculated(assessment) else "",
        "inputs": "\n\n".join(_inputs(assessment, language)),
        "missing": _listed(said["missing"], _missing(assessment, language), language),
        "asked": _lines(said["asked"], map(_sentence, _asked(assessment, language))),
        "advice": _lines(said["advice"], (_advised(each, language) for each in assessment.advice)),
        "changes": _lines(said["changes"], _changes(assessment, language)),
    }


def _inputs(assessment: Assessment, language: Language) -> Iterator[str]:
    """All that went into the calculation and was known."""
    for name, value in assessment.inputs.items():
        if value is not None:
            yield f"{LINE}{_sentence(to_you(name, value, language))}"


def _calculated(assessment: Assessment) -> Advice | None:
    """The advice with the chance that all is about; None where nothing was calculated."""
    found = assessment.of(Kind.TIDLIG_INDSATS)
    return found if found and found.chance is not None else None


def _numbers(assessment: Assessment) -> dict[str, int]:
    """The chance, its interval and the usual one as people of a hundred, and the horizon in weeks."""
    found = _calculated(assessment)
    if found is None or found.chance is None or found.usual is None or found.low is None or found.high is None:
        return {}
    low, high = span_of_hundred(found.low, found.high)
    chance, usual = of_hundred(found.chance), of_hundred(found.usual)
    return {"chance": chance, "usual": usual, "low": low, "high": high, "weeks": int(found.weeks or 0)}


def _chance(assessment: Assessment, said: Mapping[str, str]) -> str:
    return said["chance"].format(**_numbers(assessment)) if _calculated(assessment) else said["abstained"]


def _sum(assessment: Assessment, language: Language) -> str:
    said, numbers = words.SAID[language], _numbers(assessment)
    lines = _lines(said["adds_up"].format(**numbers), _reasons(assessment, language))
    return f"{lines}\n\n{said['together'].format(**numbers)}"


def _reasons(assessment: Assessment, language: Language) -> Iterator[str]:
    found = _calculated(assessment)
    if found is None or found.usual is None or found.chance is None:
        return
    said = words.SAID[language]
    people = shares_of_hundred(found.usual, [reason.share or 0.0 for reason in found.reasons], found.chance)
    for reason, many in zip(found.reasons, people, strict=True):
        told = said["others"] if reason.feature == OTHERS else _what(reason.feature, assessment, language)
        yield f"{told[0].upper()}{told[1:]}: {_more_or_fewer(many, said)}."


def _more_or_fewer(many: int, said: Mapping[str, str]) -> str:
    if not many:
        return said["none"]
    return said["more" if many > 0 else "fewer"].format(many=abs(many))


def _what(feature: str, assessment: Assessment, language: Language) -> str:
    if feature == ANSWERS:
        return words.SAID[language]["unanswered"]
    return to_you(feature, assessment.inputs.get(feature), language)


def _missing(assessment: Assessment, language: Language) -> tuple[str, ...]:
    inputs = assessment.inputs
    answers = [name for name in inputs if name in FEATURE_OF and is_answer(FEATURE_OF[name])]
    silent = bool(answers) and all(inputs[name] is None for name in answers)
    told = [label(name, language) for name in inputs if inputs[name] is None and not (silent and name in answers)]
    return (*told, *([words.SAID[language]["answers"]] if silent else []))


def _asked(assessment: Assessment, language: Language) -> Iterator[str]:
    for reason in assessment.asked:
        if assessment.inputs.get(reason.feature) is not None:
            yield to_you(reason.feature, assessment.inputs[reason.feature], language)


def _advised(advice: Advice, language: Language) -> str:
    told = words.ADVISED[language][advice.kind, advice.says]
    against = tuple(dict.fromkeys(_against(advice, language)))
    return f"{told} {words.SAID[language]['against']} {in_a_row(against, words.AND[language])}." if against else told


def _against(advice: Advice, language: Language) -> Iterator[str]:
    for reason in advice.hindrances:
        unknown = words.SAID[language]["unknown"].format(what=label(reason.feature, language))
        told = words.AGAINST[language].get(reason.feature, unknown)
        yield f"{told} ({reason.cites})" if reason.cites else told


def _changes(assessment: Assessment, language: Language) -> Iterator[str]:
    found = _calculated(assessment)
    for change in found.changes if found else ():
        if change.feature and change.chance is not None:
            told = words.SAID[language]["another"]
            yield told.format(what=label(change.feature, language), many=of_hundred(change.chance))


def _sentence(told: str) -> str:
    return f"{told[0].upper()}{told[1:]}."


def _lines(opening: str, lines: Iterator[str]) -> str:
    """An opening and its lines, a paragraph each; nothing where there are no lines."""
    told = [f"{LINE}{line}" for line in lines]
    return "\n\n".join((opening, *told)) if told else ""


def _listed(opening: str, names: tuple[str, ...], language: Language) -> str:
    return f"{opening} {in_a_row(names, words.AND[language])}." if names else ""
