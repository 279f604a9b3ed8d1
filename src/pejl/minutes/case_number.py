"""Case numbers (*sagsnumre*) in the orders that Danish case systems print them, with KLE subject and handling facet."""

from __future__ import annotations

import re

from pejl.minutes.document import CaseNumber

_SUBJECT = r"(?P<subject>\d{2}\.\d{2}\.\d{2})"
_FACET = r"(?P<facet>[A-ZÆØÅ]\d{2})"

# The order decides which part is which; the first form that fits is the one.
_FORMS = [
    re.compile(rf"(?<![\w.-])(?P<year>\d{{2}})-(?P<serial>\d+)-{_SUBJECT}-{_FACET}(?![\w-])"),
    re.compile(rf"(?<![\w.-]){_SUBJECT}-{_FACET}-(?P<serial>\d+)-(?P<year>\d{{2}})(?![\w-])"),
    re.compile(rf"(?<![\w.-]){_SUBJECT}-?{_FACET}-(?P<serial>\d+)[ -](?P<year>\d{{2}})(?![\w-])"),
    re.compile(rf"(?<![\w.-]){_SUBJECT}-{_FACET}(?![\w-])"),
]
_PLAIN = [
    re.compile(r"(?<![\w.-])\d{3}-(?P<year>(?:19|20)\d{2})-(?P<serial>\d+)(?![\w-])"),
    re.compile(r"(?<![\w.-])(?P<year>(?:19|20)\d{2})-(?P<serial>\d{3,})(?![\w-])"),
    re.compile(r"(?<![\w./-])(?P<year>\d{2})/(?P<serial>\d{2,})(?![\w/-])"),
    re.compile(r"(?<![\w.-])(?P<serial>\d{5,})(?![\w-])"),
]
_LABELLED = re.compile(
    r"^(?:Sagsnr\.?|Sagsnummer|Sagsid\.?|Sags-?id|Sag|Journalnr\.?|Sags nr\.?)\s*:?\s+(?P<value>\S.*)$", re.IGNORECASE
)
_JOURNAL = re.compile(r"J\.?\s?nr\.?:?\s*(?P<subject>\d{2}\.\d{2}\.\d{2})")
_LONE = re.compile(r"^(?:(?:Åbent punkt|Lukket punkt|Åbent|Åben|Lukket)\b\s*[-–:]?\s*)?(?P<value>\S.{3,40})$")
_INITIALS = re.compile(r"(?:^|\s)[A-ZÆØÅ]{3,10}\s*/\s*(?P<year>\d{2})/(?P<serial>\d{3,})")


def parse_case_number(text: str) -> CaseNumber | None:
    """The case number that `text` holds, or None. Plain serials need a label before them ("Sagsnr.: 311870")."""
    if labelled := _LABELLED.match(text):
        return _labelled(labelled["value"])
    if initials := _INITIALS.search(text):
        return _numbered(initials[0].strip(), initials)
    return _kle_number(text)


def is_case_line(text: str) -> bool:
    """Whether a line is there to give the case number: it bears a label for it, or holds nothing else."""
    if labelled := _LABELLED.match(text):
        return any(character.isdigit() for character in labelled["value"][:30])
    if lone := _LONE.match(text):
        number = _kle_number(text)
        return number is not None and number.raw == lone["value"].strip()
    return False


def is_only_case_number(text: str) -> bool:
    """Whether the line is the bare number, so that nothing else on it needs a place in the document."""
    number = _kle_number(text)
    return number is not None and number.raw == text.strip()


def _labelled(value: str) -> CaseNumber | None:
    number = _kle_number(value) or _plain_number(value)
    journal = _JOURNAL.search(value)
    if number and journal and not number.subject:
        return number.model_copy(update={"subject": journal["subject"]})
    return number


def _kle_number(text: str) -> CaseNumber | None:
    for form in _FORMS:
        if found := form.search(text):
            return _numbered(found[0], found)
    return None


def _plain_number(text: str) -> CaseNumber | None:
    for form in _PLAIN:
        if found := form.search(text):
            return _numbered(found[0], found)
    return None


def _numbered(raw: str, found: re.Match[str]) -> CaseNumber:
    parts = found.groupdict()
    return CaseNumber(
        raw=raw,
        year=_year(parts.get("year")),
        serial=parts.get("serial"),
        subject=parts.get("subject"),
        facet=parts.get("facet"),
    )


def _year(printed: str | None) -> int | None:
    """Two digits are a year of the present case systems: 69 and above belong to the last century."""
    if printed is None:
        return None
    year = int(printed)
    if year >= 100:
        return year
    return 2000 + year if year < 69 else 1900 + year
