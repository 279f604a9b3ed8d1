"""The Danish words for what the record holds: one place for each label."""

from __future__ import annotations

from pejl.minutes.checks.flag import Certainty, FlagKind
from pejl.minutes.document import Kind, Outcome, Status
from pejl.record.resolution import Resolution
from pejl.record.threads.fates import Fate
from pejl.record.threads.stops import Came

OUTCOMES = {
    Outcome.ADOPTED: "Tiltrådt",
    Outcome.APPROVED: "Godkendt",
    Outcome.RECOMMENDED: "Anbefalet",
    Outcome.FOR_INFORMATION: "Til orientering",
    Outcome.NOTED: "Taget til efterretning",
    Outcome.DISCUSSED: "Drøftet",
    Outcome.POSTPONED: "Udsat",
    Outcome.WITHDRAWN: "Trukket",
    Outcome.SENT_ON: "Sendt videre",
    Outcome.REJECTED: "Forkastet",
    Outcome.NONE: "Ingen beslutning",
}

# The design system's badge for each outcome. The word always stands in the badge: colour only repeats it.
TONES = {
    Outcome.ADOPTED: "badge-success",
    Outcome.APPROVED: "badge-success",
    Outcome.RECOMMENDED: "badge-info",
    Outcome.FOR_INFORMATION: "badge-info",
    Outcome.NOTED: "badge-info",
    Outcome.DISCUSSED: "badge-info",
    Outcome.SENT_ON: "badge-info",
    Outcome.POSTPONED: "badge-warning",
    Outcome.WITHDRAWN: "badge-warning",
    Outcome.REJECTED: "badge-error",
    Outcome.NONE: "pejl-badge-none",
}

KINDS = {Kind.MINUTES: "Referat", Kind.AGENDA: "Dagsorden"}

# How many digits the number of a version has at the most.
LONGEST_VERSION = 6

STATUSES = {Status.PRESENT: "Til stede", Status.ABSENT: "Fraværende", Status.SUBSTITUTE: "Stedfortræder"}

OPTIONS = {"for": "For", "against": "Imod", "abstain": "Undlod at stemme"}

# What a treatment of a case was for, by what became of it; said in open data.
ROLES = {
    Outcome.ADOPTED: "Beslutning",
    Outcome.APPROVED: "Beslutning",
    Outcome.REJECTED: "Beslutning",
    Outcome.RECOMMENDED: "Anbefaling",
    Outcome.FOR_INFORMATION: "Orientering",
    Outcome.NOTED: "Orientering",
    Outcome.DISCUSSED: "Drøftelse",
    Outcome.POSTPONED: "Udsat",
    Outcome.WITHDRAWN: "Trukket",
    Outcome.SENT_ON: "Sendt videre",
    Outcome.NONE: "Behandling",
}

# A case's stations that no agenda here shows: one that is announced, and one that an item names as past.
STATIONS = {"announced": "Varslet behandling", "related": "Tidligere behandling"}

# How a place names a meeting.
POINTERS = {"reference": "Henvisning", "related": "Tidligere behandling", "route": "Varslet"}

# What is said beside a reference; nothing beside one that hits an open item or a meeting, since the link tells it.
RESOLUTIONS = {
    Resolution.ITEM: "",
    Resolution.MEETING: "",
    Resolution.CLOSED_ITEM: "lukket punkt",
    Resolution.WAITING: "afventer: ikke i arkivet endnu",
    Resolution.WITHDRAWN: "trukket tilbage: vises ikke længere",
    Resolution.NO_SUCH_ITEM: "punktet findes ikke i referatet",
    Resolution.NOT_TREATED: "sagen er ikke fundet på mødet",
    Resolution.NO_DATE: "uden dato, så mødet kan ikke findes",
}

# What is said of an announced stop that no treatment met.
UNMET = {
    Came.NOT_TREATED: RESOLUTIONS[Resolution.NOT_TREATED],
    Came.WAITING: RESOLUTIONS[Resolution.WAITING],
    Came.WITHDRAWN: RESOLUTIONS[Resolution.WITHDRAWN],
}

FLAG_KINDS = {
    FlagKind.SHARE: "Andel",
    FlagKind.SUM: "Sum",
    FlagKind.DATE: "Dato",
    FlagKind.NUMBERING: "Nummerering",
    FlagKind.PEOPLE: "Navne og stemmer",
    FlagKind.REFERENCE: "Henvisning",
    FlagKind.FORM: "Form",
}

CERTAINTIES = {
    Certainty.CERTAIN: "teksten siger to ting",
    Certainty.LIKELY: "sandsynligvis",
    Certainty.POSSIBLE: "måske",
}

FATES = {
    Fate.ADOPTED: "Vedtaget",
    Fate.CHANGED: "Vedtaget i ændret form",
    Fate.SENT_ON: "Sendt videre",
    Fate.DROPPED: "Ikke stillet igen",
    Fate.REJECTED: "Forkastet",
    Fate.POSTPONED: "Udsat",
    Fate.WITHDRAWN: "Trukket",
    Fate.UNDECIDED: "Ikke afgjort i arkivet",
}

REMARKS = {
    "reservation": "Forbehold",
    "entry": "Protokoltilførsel",
    "minority_statement": "Mindretalsudtalelse",
}


# KLE subjects of the cases that an employment committee sees. A subject that is not here is shown by its number alone.
SUBJECTS = {
    "00.01.00": "Kommunens styrelse",
    "00.13.00": "Kommunikation",
    "00.22.00": "Kommunalbestyrelsen, udvalg mv.",
    "00.22.04": "Udvalg, bestyrelser",
    "15.00.00": "Organisering af beskæftigelsesindsatsen",
    "15.00.30": "Opfølgning på kommunernes beskæftigelsesindsats",
    "27.00.00": "Social service i almindelighed",
    "85.10.00": "Databeskyttelse i almindelighed",
}


def subject_word(subject: str) -> str:
    """A KLE subject with its name where it is known: "15.00.00 Organisering af beskæftigelsesindsatsen"."""
    return f"{subject} {SUBJECTS.get(subject, '')}".strip()


def outcome_word(outcome: str) -> str:
    """The Danish word for an outcome."""
    return OUTCOMES[Outcome(outcome)]


def outcome_tone(outcome: str) -> str:
    """The badge class for an outcome."""
    return TONES[Outcome(outcome)]


def kind_word(kind: str) -> str:
    """Write "Referat" or "Dagsorden"."""
    return KINDS[Kind(kind)]


def status_word(status: str) -> str:
    """The Danish word for how someone took part in a meeting."""
    return STATUSES[Status(status)]


def option_word(option: str) -> str:
    """Write "For", "Imod" or "Undlod at stemme"."""
    return OPTIONS[option]


def pointer_word(kind: str) -> str:
    """How a place names a meeting: "Henvisning"."""
    return POINTERS[kind]


def resolution_word(resolution: str) -> str:
    """What is said beside a reference of what it has come to; empty where its link says it."""
    return RESOLUTIONS[Resolution(resolution)]


def unmet_word(came: str) -> str:
    """What is said of an announced stop that no treatment met."""
    return UNMET[Came(came)]


def flag_kind_word(kind: str) -> str:
    """What a flag is about: "Andel"."""
    return FLAG_KINDS[FlagKind(kind)]


def certainty_word(certainty: str) -> str:
    """How sure a flag is, in words that accuse nobody."""
    return CERTAINTIES[Certainty(certainty)]


def fate_word(fate: str) -> str:
    """What became of a clause: "Vedtaget i ændret form"."""
    return FATES[Fate(fate)]


def remark_word(kind: str) -> str:
    """The Danish word for something entered beside the outcome."""
    return REMARKS[kind]


def vote_word(outcome: str) -> str:
    """What became of what was voted on. A motion that passes is "Vedtaget", whatever word the decision uses."""
    passed = {Outcome.ADOPTED, Outcome.APPROVED}
    return "Vedtaget" if Outcome(outcome) in passed else OUTCOMES[Outcome(outcome)]


def voted_on(on: str) -> str:
    """What a vote was about: "Ændringsforslag til indstillingens punkt 2" from "amendment to recommendation 2"."""
    subject, _, number = on.partition("recommendation")
    clause = f"indstillingens punkt {number.strip()}" if number.strip() else "indstillingen"
    if subject.startswith("amendment"):
        return f"Ændringsforslag til {clause}" if "recommendation" in on else "Ændringsforslag"
    if "recommendation" in on:
        return clause[0].upper() + clause[1:]
    return {"proposal": "Forslag"}.get(on, on)


def version_name(kind: str, version: int) -> str:
    """A version as addresses write it: "referat-2"."""
    return f"{KINDS[Kind(kind)].lower()}-{version}"


def version_asked(name: str) -> tuple[Kind, int] | tuple[None, None]:
    """The kind and number behind "referat-2", or two Nones where the words mean no version."""
    word, _, number = name.partition("-")
    kind = next((kind for kind, label in KINDS.items() if label.lower() == word), None)
    whole = number.isascii() and number.isdigit() and len(number) <= LONGEST_VERSION
    return (kind, int(number)) if kind and whole else (None, None)
