"""What a clause says around an amount: which years it is for, which body and frame get it, what pays for it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from pejl.calendar.periods import FoundPeriod, find_periods
from pejl.minutes.bodies import find_bodies

_STOP = (
    r"(?=,?\s(?:som|der|hvilket|og\sat|samt\sat|med\sfinansiering|mod|fordelt|jf\.|jævnfør|i\sbudget|på\sbudget|"
    r"finansier\w*)\b|[;.](?:\s|\Z)|,?\s?(?:og)?\s?\Z)"
)
_FINANCED = re.compile(
    r"\b(?:finansier(?:es|et|ing|ingen)|dækkes|afholdes|modsvares|tages)\s(?:sker\s|findes\s)?"
    r"(?:af|via|ved|over|fra|med|på|gennem|inden\s?for)\s(?P<words>.{2,200}?)"
    r"(?=,\s(?:og|samt)\b|,?\s(?:og|samt)\sat\b|[;.](?:\s|\Z)|,?\s?(?:og)?\s?\Z)",
    re.IGNORECASE | re.DOTALL,
)
_TO = re.compile(
    rf"\A[^.;]{{0,40}}?\s(?:til|under|på)\s(?P<words>(?!budget\b).{{2,200}}?){_STOP}", re.IGNORECASE | re.DOTALL
)
_FRAME = re.compile(
    r"(?:ramme|budgetområde|budgetramme|bevillingsområde|politikområde|aktivitetsområde|område|konto|funktion|bevilling)",
    re.IGNORECASE,
)
_NAMED_FRAME = re.compile(
    r"\b(?:[^\W\d_]*ramme\s?[0-9]{1,2}\b|[^\W\d_]{3,30}ramme[n]?\b(?:\s\(ramme\s[0-9]{1,2}\))?)",
    re.IGNORECASE,
)
_BUDGET_PERIOD = re.compile(
    r"\b(?:i|på|for)\s(?P<words>budget(?:tet|forslaget)?\s20[0-9]{2}(?:\s?[-–]\s?20[0-9]{2})?)", re.IGNORECASE
)
_ONWARD = re.compile(r"\b(?:og\sfrem(?:over)?|fremadrettet|varigt?|permanent)\b", re.IGNORECASE)
_YEARLY = re.compile(r"\A\s?(?:årligt?|om\såret|pr\.\sår|hvert\sår|per\sår)\b", re.IGNORECASE)
_JOINER = re.compile(
    r"\s?(?:årligt?|om\såret|pr\.\sår|hvert\sår)?,?\s?(?:i\s|for\s|fra\s|i\sperioden\s|i\sårene\s)?\s?", re.IGNORECASE
)
_BUDGET_BEFORE = re.compile(r"\bbudget\w*\s\Z", re.IGNORECASE)
_NEAR = 20
_SPLIT_NAME = re.compile(r"(?<=[a-zæøå]s)\s(?=udvalg(?:et)?s?\b)")
_GETS = re.compile(r"\s(?:får|gives|tildeles|tilføres|bevilges)\b", re.IGNORECASE)


_MOST_YEARS = 20


@dataclass(frozen=True, slots=True)
class Years:
    """The years an amount is for, how the text says it, and whether it is for each of them."""

    years: tuple[int, ...] = ()
    words: str | None = None
    yearly: bool = False


def years_of(before: str, after: str) -> Years:
    """The years that an amount is for: told right after it, else before the first amount, else later in the clause."""
    yearly = bool(_YEARLY.match(after))
    later = _periods(after)
    told = [found for found in later[:1] if _JOINER.fullmatch(after, 0, found.start)] or _periods(before)[-1:] or later
    if told:
        period = told[0].period
        return Years(_whole_years(period.first, period.last), period.text, yearly)
    budget = _BUDGET_PERIOD.search(after) or _BUDGET_PERIOD.search(before)
    return Years((), budget["words"] if budget else None, yearly)


def _periods(words: str) -> list[FoundPeriod]:
    """The periods that the words name, but for those of a budget ("budget 2027-2030")."""
    return [found for found in find_periods(words) if not _BUDGET_BEFORE.search(words[: found.start][-_NEAR:])]


def _whole_years(first: dt.date, last: dt.date) -> tuple[int, ...]:
    return tuple(range(first.year, last.year + 1)) if last.year - first.year <= _MOST_YEARS else ()


def financing_of(words: str) -> tuple[str | None, int]:
    """What pays for the amount, as printed, and where the words about it begin; the end of the text where none do."""
    found = _FINANCED.search(words)
    return (_tidy(found["words"]), found.start()) if found else (None, len(words))


def recipient_of(before: str, after: str) -> str | None:
    """The body that gets the money, where the clause names one."""
    whole = _SPLIT_NAME.sub("", after)
    for start, _end, name in find_bodies(whole):
        if re.search(r"\b(?:til|under|på|hos|for)\s\Z", whole[:start], re.IGNORECASE):
            return name
    told = _SPLIT_NAME.sub("", before)
    for _start, end, name in find_bodies(told):
        if _GETS.match(told, end):
            return name
    return None


def frame_and_purpose(after: str) -> tuple[str | None, str | None]:
    """The budget area that gets the money, and what it is for, as printed after the amount."""
    found = _TO.match(f" {after.lstrip()}")
    words = _tidy(found["words"]) if found else None
    named = _NAMED_FRAME.search(after)
    if words and (_FRAME.search(words) or find_bodies(_SPLIT_NAME.sub("", words))):
        only_body = not _FRAME.search(words)
        return (named.group() if only_body and named else None if only_body else words), None
    return (named.group() if named else None), words


def onward_of(after: str) -> str | None:
    """What the clause says of later years without an amount."""
    found = _ONWARD.search(after)
    return found.group() if found else None


def _tidy(words: str) -> str:
    return " ".join(words.split()).strip(" ,;.")
