"""Names as exports write them: the name, the party letter and the role are kept, everything else goes.

Exports carry initials, log-in names and mail addresses beside or inside the name. A name that nothing is left of is no
name.
"""

from __future__ import annotations

import re

from pejl.minutes.document import Status
from pejl.minutes.exports.exported import ExportedPerson
from pejl.minutes.people import is_party, read_person

_LONGEST = 300
_ADDRESS = re.compile(r"[<(\[]?(?:mailto:)?[^\s<>()\[\],;]+@[^\s<>()\[\],;]+[>)\]]?", re.IGNORECASE)
_LOGIN = re.compile(r"[^\s\\]+\\[^\s\\,;]+")
_INITIALS = re.compile(r"\s*[(\[]\s*(?!stedef|stedf|suppl|ufp)(?:[A-ZÆØÅ]{3,6}|[a-zæøå]{2,6}\d*)\s*[)\]]")
_INITIALS_AFTER = re.compile(r"\s+[-–/]\s*(?:[A-ZÆØÅ]{3,6}|[a-zæøå]{2,5}\d*)$")
_SHORT_PARTY = re.compile(r"[A-ZÆØÅ]{1,2}")
_BRACKETED = re.compile(r"\s*\([^()]*\)")


def person(
    printed: str, *, party: str = "", role: str = "", status: Status | None = None, substitute_for: str = ""
) -> ExportedPerson | None:
    """The person that an export's name means, or None where it names none.

    >>> person("Anne Prøve (A) <anpr@fjordby.example>")
    ExportedPerson(name='Anne Prøve', party='A', role=None, status=None, substitute_for=None)
    """
    bare = without_marks(printed)
    named = read_person(bare)
    own_party = _party(party) or (_party(named.party) if named and named.party else None)
    name = named.name if named else _BRACKETED.sub("", bare).strip(" ,.;:-")
    if not any(letter.isalpha() for letter in name):
        return None
    if named and named.substitute and status in (None, Status.PRESENT):
        status = Status.SUBSTITUTE
    stands_for = substitute_for or (named.substitute_for if named else None) or ""
    own_role = " ".join(role.split()) or (named.role if named else None)
    return ExportedPerson(name, own_party, own_role or None, status, without_marks(stands_for) or None)


def without_marks(printed: str) -> str:
    """The text without mail addresses, log-in names and initials, on one line."""
    text = _ADDRESS.sub(" ", printed[:_LONGEST])
    text = _INITIALS_AFTER.sub("", _INITIALS.sub("", _LOGIN.sub(" ", text).rstrip()))
    return " ".join(text.split()).strip(" ,;")


def _party(printed: str) -> str | None:
    """The party's letter or name; None for what is none, such as initials that stand where a party would."""
    text = printed.strip().strip("()")
    return text if _SHORT_PARTY.fullmatch(text) or is_party(text) else None
