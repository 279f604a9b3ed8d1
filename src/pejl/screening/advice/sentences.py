"""What a feature says of a person, as a sentence: what it is, and which way it speaks. No jargon, and no blame.

A sentence never says that something is the person's fault or that it is the cause: it tells what is known, and whether
sick leaves with it lasted longer or shorter than others among those that the model learnt from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pejl.calendar.numbers import danish_count, danish_number
from pejl.screening.advice.facts import Value
from pejl.screening.features.declared import is_answer
from pejl.screening.features.feature import Feature
from pejl.screening.landmarks import LAST_WEEKS
from pejl.screening.questionnaire.language import Language
from pejl.screening.questionnaire.questions import question

LONGER, SHORTER = "Det taler for et længere forløb.", "Det taler for et kortere forløb."
UP, DOWN = "Det trækker beregningen lidt op.", "Det trækker beregningen lidt ned."
"""Which way something speaks, and which way it pulls that nobody knows it: of that nothing should be made."""
ANSWERS = "svar"
"""The feature of a reason about all answers together."""
REST = "Andre forhold tilsammen."
"""The sentence for what is too small to be told by itself."""
PLACE_SENTENCE = "Praksis i kommunen, som er fælles for alle borgere i den."

Told = Callable[[float], str]
"""A number of a feature, as a sentence."""


def _spells(many: float) -> str:
    told = danish_count(int(many), "sygeforløb, der sluttede", "sygeforløb, der sluttede")
    return f"Der er {told} i de to år før." if many else "Der er ingen sygeforløb, der sluttede i de to år før."


def _paid(weeks: float) -> str:
    if not weeks:
        return "Der er ikke udbetalt sygedagpenge i de ni måneder før."
    return f"Der er udbetalt sygedagpenge for {_weeks(weeks)} i de ni måneder før."


def _on_benefits(weeks: float) -> str:
    if not weeks:
        return "Borgeren fik ingen anden ydelse i året før."
    return f"Borgeren fik en anden ydelse i {_weeks(weeks)} af året før."


def _weeks(weeks: float) -> str:
    return danish_count(round(weeks), "uge", "uger")


NUMBERS: Mapping[str, Told] = {
    "alder": lambda years: f"Borgeren er {danish_number(years, 0)} år.",
    "timer": lambda hours: f"Den aftalte arbejdstid er {danish_number(hours, 0)} timer om ugen.",
    "ventet_laege": lambda weeks: f"Lægen ventede en sygemelding på {_weeks(weeks)}.",
    "ventet_borger": lambda weeks: f"Borgeren ventede selv en sygemelding på {_weeks(weeks)}.",
    "ventet_arbejdsgiver": lambda weeks: f"Arbejdsgiveren ventede en sygemelding på {_weeks(weeks)}.",
    "tidligere_forloeb": _spells,
    "uger_9_maaneder": _paid,
    "uger_paa_ydelse": _on_benefits,
    "uger_gaaet": lambda weeks: f"Sygemeldingen har varet {'mindst ' if weeks >= LAST_WEEKS else ''}{_weeks(weeks)}.",
}
WORDS: Mapping[str, Mapping[str, str]] = {
    "uddannelse": {
        "ja": "Borgeren har en erhvervskompetencegivende uddannelse.",
        "nej": "Borgeren har ikke en erhvervskompetencegivende uddannelse.",
    },
}
PATTERNS: Mapping[str, str] = {
    "aarsag": "Årsagen er i gruppen »{word}«.",
    "sektor": "Arbejdsgiveren er i gruppen »{word}«.",
}
"""Sentences for features of words: those of one word, else the feature's pattern, else the label and the word."""


def sentence(feature: Feature, value: Value, share: float) -> str:
    """What is known, and which way it speaks. `share` is what it adds to the chance of a long sick leave."""
    way = (UP, DOWN) if value is None else (LONGER, SHORTER)
    return f"{known(feature, value)} {way[0] if share > 0 else way[1]}"


def unanswered(share: float) -> str:
    """That nothing was answered, and which way that pulls."""
    return f"Borgeren har ikke svaret på spørgeskemaet. {UP if share > 0 else DOWN}"


def turned(feature: Feature, value: Value, old: Value) -> str:
    """The beginning of a sentence about another value, such as "Var »Sektor« Stat i stedet for Kommune"."""
    asked = question(_key(feature)) if is_answer(feature) else None
    new, was = as_words(feature, value), as_words(feature, old)
    if asked is None:
        return f"Var »{feature.danish}« {new} i stedet for {was}"
    return f"Svarede borgeren »{new}« og ikke »{was}« på »{asked.text(Language.DANISH)}«"


def known(feature: Feature, value: Value) -> str:
    """What is known of the person by this feature, without which way it speaks."""
    if value is None:
        return f"»{feature.danish}« er ikke oplyst."
    if isinstance(value, str):
        return _in_words(feature, value)
    if is_answer(feature):
        return _answered(feature, round(value))
    told = NUMBERS.get(feature.name)
    return told(value) if told else f"{feature.danish}: {danish_number(value, 0)} {feature.unit}".strip() + "."


def as_words(feature: Feature, value: Value) -> str:
    """A value as a person reads it in a table or a sentence about a change."""
    if value is None:
        return "ikke oplyst"
    if isinstance(value, str):
        return dict(feature.words).get(value, value)
    asked = question(_key(feature)) if is_answer(feature) else None
    if asked is None:
        return f"{danish_number(value, 0)} {feature.unit}".strip()
    return asked.said(round(value), Language.DANISH)


def missing(features: Sequence[Feature], values: Mapping[str, Value]) -> tuple[str, ...]:
    """What is not known, in Danish: answers together where nothing was answered, otherwise one by one."""
    unknown = [feature for feature in features if values.get(feature.name) is None]
    answers = [feature for feature in features if is_answer(feature)]
    nothing = bool(answers) and all(feature in unknown for feature in answers)
    told = [feature.danish for feature in unknown if not (nothing and is_answer(feature))]
    return (*told, *(["Svar på spørgeskemaet"] if nothing else []))


def _in_words(feature: Feature, value: str) -> str:
    own = WORDS.get(feature.name, {}).get(value)
    pattern = PATTERNS.get(feature.name, f"{feature.danish}: {{word}}.")
    return own or pattern.format(word=dict(feature.words).get(value, value))


def _answered(feature: Feature, answer: int) -> str:
    asked = question(_key(feature))
    if asked is None:
        return f"{feature.danish}: {answer}."
    text = asked.text(Language.DANISH)
    if asked.every_answer_has_words:
        return f"Borgeren svarer »{asked.said(answer, Language.DANISH)}« på »{text}«"
    most = asked.word(asked.most, Language.DANISH).lower()
    return f"Borgeren svarer {asked.said(answer, Language.DANISH)} på »{text}« ({asked.most} er »{most}«)."


def _key(feature: Feature) -> str:
    return feature.source.partition(".")[2]
