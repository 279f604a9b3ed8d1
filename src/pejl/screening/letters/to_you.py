"""What is known of a person, said to that person, in both languages: "Du er 40 år", "You are 40 years old"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pejl.calendar.numbers import danish_count, danish_number
from pejl.screening.advice.facts import Value
from pejl.screening.features.declared import FEATURES, is_answer
from pejl.screening.landmarks import LAST_WEEKS
from pejl.screening.questionnaire.language import Language
from pejl.screening.questionnaire.questions import Question, question

Told = Callable[[float], tuple[str, str]]
"""A number said in Danish and in English."""

FEATURE_OF = {feature.name: feature for feature in FEATURES}
PLACE = ("Praksis i din kommune", "Practice in your municipality")


def _weeks(weeks: float) -> tuple[str, str]:
    many = round(weeks)
    return danish_count(many, "uge", "uger"), f"{many:,} {'week' if many == 1 else 'weeks'}"


def _expected(danish: str, english: str) -> Told:
    def told(weeks: float) -> tuple[str, str]:
        in_danish, in_english = _weeks(weeks)
        return f"{danish} en sygemelding på {in_danish}", f"{english} a sick leave of {in_english}"

    return told


def _over_weeks(danish: str, english: str, nothing: tuple[str, str]) -> Told:
    def told(weeks: float) -> tuple[str, str]:
        in_danish, in_english = _weeks(weeks)
        return (danish.format(in_danish), english.format(in_english)) if weeks else nothing

    return told


def _lasted(weeks: float, danish: str, english: str) -> tuple[str, str]:
    in_danish, in_english = _weeks(weeks)
    return f"Din sygemelding har varet {danish}{in_danish}", f"Your sick leave has lasted {english}{in_english}"


NUMBERS: Mapping[str, Told] = {
    "alder": lambda years: (f"Du er {years:.0f} år", f"You are {years:.0f} years old"),
    "timer": lambda hours: (
        f"Din aftalte arbejdstid er {danish_number(hours, 0)} timer om ugen",
        f"Your agreed working time is {hours:.0f} hours a week",
    ),
    "ventet_laege": _expected("Lægen ventede", "The doctor expected"),
    "ventet_borger": _expected("Du ventede selv", "You yourself expected"),
    "ventet_arbejdsgiver": _expected("Din arbejdsgiver ventede", "Your employer expected"),
    "tidligere_forloeb": lambda many: (
        f"Sygeforløb, du har haft, som sluttede i de to år før: {many:.0f}",
        f"Sick leaves of yours that ended within the two years before: {many:.0f}",
    ),
    "uger_9_maaneder": _over_weeks(
        "Du fik sygedagpenge for {} i de ni måneder før",
        "You received sickness benefit for {} in the nine months before",
        ("Du fik ikke sygedagpenge i de ni måneder før", "You received no sickness benefit in the nine months before"),
    ),
    "uger_paa_ydelse": _over_weeks(
        "Du fik en anden ydelse i {} af året før",
        "You received another benefit for {} of the year before",
        ("Du fik ingen anden ydelse i året før", "You received no other benefit in the year before"),
    ),
    "uger_gaaet": lambda weeks: _lasted(weeks, *(("mindst ", "at least ") if weeks >= LAST_WEEKS else ("", ""))),
}
CAUSES = {
    "muskel_skelet": "muscles, joints and back",
    "psykisk_let": "stress, mild anxiety and depression",
    "psykisk_svaer": "severe mental illness",
    "hjerte_kar": "heart and circulation",
    "kraeft": "cancer",
    "ulykke": "accident or operation",
    "graviditet": "complaints of pregnancy",
    "infektion": "infection",
    "neurologisk": "brain and nerves",
    "andet": "something else",
    "ukendt": "not told",
}
SECTORS = {
    "kommune": "municipality",
    "region": "region",
    "stat": "the state",
    "privat_stor": "private, 50 employees or more",
    "privat_lille": "private, under 50 employees",
    "selvstaendig": "self-employed",
}
WORDS: Mapping[str, tuple[str, str, Mapping[str, str]]] = {
    "aarsag": ("Årsagen er i gruppen »{}«", "The cause is in the group “{}”", CAUSES),
    "sektor": ("Din arbejdsgiver er i gruppen »{}«", "Your employer is in the group “{}”", SECTORS),
    "uddannelse": (
        "Har du en erhvervskompetencegivende uddannelse? {}",
        "Do you have a vocational or higher education? {}",
        {"ja": "Yes", "nej": "No"},
    ),
}
LABELS: Mapping[str, tuple[str, str]] = {
    "aarsag": ("gruppen af årsager til sygemeldingen", "the group of causes of the sick leave"),
    "alder": ("din alder", "your age"),
    "sektor": ("din arbejdsgivers sektor", "your employer's sector"),
    "timer": ("din aftalte arbejdstid", "your agreed working time"),
    "uddannelse": (
        "om du har en erhvervskompetencegivende uddannelse",
        "whether you have a vocational or higher education",
    ),
    "ventet_laege": (
        "hvor længe lægen ventede, at sygemeldingen varer",
        "how long the doctor expected the sick leave to last",
    ),
    "ventet_borger": (
        "hvor længe du selv ventede, at sygemeldingen varer",
        "how long you yourself expected the sick leave to last",
    ),
    "ventet_arbejdsgiver": (
        "hvor længe din arbejdsgiver ventede, at sygemeldingen varer",
        "how long your employer expected the sick leave to last",
    ),
    "tidligere_forloeb": (
        "sygeforløb, der sluttede i de to år før",
        "sick leaves that ended within the two years before",
    ),
    "uger_9_maaneder": (
        "uger med sygedagpenge i de ni måneder før",
        "weeks on sickness benefit in the nine months before",
    ),
    "uger_paa_ydelse": ("uger på en anden ydelse i året før", "weeks on another benefit in the year before"),
    "uger_gaaet": ("hvor længe sygemeldingen har varet", "how long the sick leave has lasted"),
    "kommune": ("din kommune", "your municipality"),
}
"""What each thing is called within a sentence; answers are called by their question."""


def to_you(name: str, value: Value, language: Language) -> str:
    """What is known by a feature, without a full stop."""
    danish = language is Language.DANISH
    if value is None:
        return f"{label(name, language)} {'er ikke oplyst' if danish else 'is not known'}"
    if isinstance(value, str):
        return _in_words(name, value, language)
    if name in NUMBERS:
        return NUMBERS[name](value)[0 if danish else 1]
    asked = _question(name)
    if asked is None:
        return f"{label(name, language)}: {danish_number(value, 0) if danish else f'{value:.0f}'}"
    return _answered(asked, round(value), language)


def label(name: str, language: Language) -> str:
    """What a feature is called, to the person."""
    asked = _question(name)
    if asked is not None:
        return f"»{asked.text(language)}«" if language is Language.DANISH else f"“{asked.text(language)}”"
    return LABELS[name][0 if language is Language.DANISH else 1] if name in LABELS else name


def _in_words(name: str, value: str, language: Language) -> str:
    if name not in WORDS:
        return PLACE[0 if language is Language.DANISH else 1]
    danish, english, words = WORDS[name]
    if language is Language.DANISH:
        return danish.format(dict(FEATURE_OF[name].words).get(value, value))
    return english.format(words.get(value, value))


def _answered(asked: Question, answer: int, language: Language) -> str:
    danish = language is Language.DANISH
    word = asked.said(answer, language)
    return (
        f"Du svarede »{word}« på »{asked.text(language)}«"
        if danish
        else (f"You answered “{word}” to “{asked.text(language)}”")
    )


def _question(name: str) -> Question | None:
    feature = FEATURE_OF.get(name)
    return question(feature.source.partition(".")[2]) if feature and is_answer(feature) else question(name)
