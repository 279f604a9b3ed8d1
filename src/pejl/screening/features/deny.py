"""What no model may know, however it is called and wherever it comes from; and what is known only afterwards."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

DENIED_SOURCES: Mapping[str, str] = {
    "persons.sex": "køn",
    "persons.entered_1968_or_later": "oprindelse",
    "persons.residence_years": "oprindelse",
    "persons.household": "hvem man bor sammen med",
    "persons.municipality": "hvor man bor",
    "persons.person": "hvem det er",
    "sick_leave_spells.id": "hvem det er",
    "sick_leave_spells.person": "hvem det er",
    "sick_leave_spells.caseworker": "hvem der har sagen",
    "sick_leave_spells.unit": "hvem der har sagen",
    "sick_leave_spells.team": "hvem der har sagen",
    "payments.sanction": "sanktioner",
    "benefit_spells.rate": "oprindelse",
}
"""Columns that may never be used as a feature, and what they tell. The rate is mindstesats for those who lack years of
residence; the municipality may be shrunk (`declared.PLACE`), which tells nobody apart who lives in it."""

_STEMS: Mapping[str, str] = {
    "koen": "køn",
    "kvinde": "køn",
    "mand": "køn",
    "sex": "køn",
    "gender": "køn",
    "female": "køn",
    "woman": "køn",
    "male": "køn",
    "oprindelse": "oprindelse",
    "herkomst": "oprindelse",
    "etni*": "oprindelse",
    "ethni*": "oprindelse",
    "race": "oprindelse",
    "racial": "oprindelse",
    "origin": "oprindelse",
    "indvandr*": "oprindelse",
    "efterkommer*": "oprindelse",
    "indrejs*": "oprindelse",
    "immigra*": "oprindelse",
    "migrant*": "oprindelse",
    "entered": "oprindelse",
    "vestlig*": "oprindelse",
    "western": "oprindelse",
    "foedeland": "oprindelse",
    "fodeland": "oprindelse",
    "foedested": "oprindelse",
    "birthplace": "oprindelse",
    "birthcountry": "oprindelse",
    "country": "oprindelse",
    "land": "oprindelse",
    "opholdsaar": "oprindelse",
    "residence": "oprindelse",
    "sprog*": "oprindelse",
    "modersmaal": "oprindelse",
    "language": "oprindelse",
    "tolk*": "oprindelse",
    "interpreter": "oprindelse",
    "statsborger*": "statsborgerskab",
    "citizenship": "statsborgerskab",
    "nationalit*": "statsborgerskab",
    "religi*": "religion",
    "tro": "religion",
    "trossamfund": "religion",
    "faith": "religion",
    "church": "religion",
    "folkekirke*": "religion",
    "parti": "politisk overbevisning",
    "politi*": "politisk overbevisning",
    "fagforening*": "fagforening",
    "union": "fagforening",
    "seksuel*": "seksuel orientering",
    "sexual*": "seksuel orientering",
    "navn": "hvem det er",
    "name": "hvem det er",
    "cpr": "hvem det er",
    "adresse": "hvor man bor",
    "address": "hvor man bor",
    "postnummer": "hvor man bor",
    "postcode": "hvor man bor",
    "indtryk": "indtryk i fri tekst",
    "impression*": "indtryk i fri tekst",
    "fritekst": "indtryk i fri tekst",
    "freetext": "indtryk i fri tekst",
    "notat*": "indtryk i fri tekst",
    "journal*": "indtryk i fri tekst",
    "bemaerkning*": "indtryk i fri tekst",
    "kommentar*": "indtryk i fri tekst",
    "comment*": "indtryk i fri tekst",
    "remark*": "indtryk i fri tekst",
    "note": "indtryk i fri tekst",
    "notes": "indtryk i fri tekst",
    "text": "indtryk i fri tekst",
    "tekst": "indtryk i fri tekst",
    "motivation*": "indtryk i fri tekst",
    "attitude": "indtryk i fri tekst",
    "snyd*": "kontrol",
    "svig*": "kontrol",
    "fraud*": "kontrol",
    "kontrolsag*": "kontrol",
    "sanktion*": "sanktioner",
    "sanction*": "sanktioner",
}
"""Words in a feature's name that give it away, in Danish and English; a star stands for any ending."""

ACCRUING: Mapping[str, str] = {
    "sick_leave_spells.partial_hours": "timer, der arbejdes undervejs",
    "sick_leave_spells.last_day": "forløbets sidste dag",
    "sick_leave_spells.exit_reason": "hvordan forløbet sluttede",
    "benefit_spells.end": "ydelsens sidste dag",
    "benefit_spells.exit_reason": "hvordan ydelsen sluttede",
    "benefit_spells.hours_paid": "timer, der tælles undervejs",
    "benefit_spells.target_group": "en visitation, der følger af, hvor længe forløbet ventes at vare",
    "persons.moved_out": "en fraflytning",
    "offers.status": "hvad der blev af et tilbud",
    "talks.status": "hvad der blev af en samtale",
}
"""Columns that are filled while the spell runs or when it ends: whoever knows them knows how long it has lasted."""


def denied_word(name: str) -> str | None:
    """What a name gives away that no model may know; None where it gives nothing away."""
    parts = re.split(r"[^a-z]+", plain(name))
    joined = "".join(parts)
    for part in [*parts, joined]:
        for stem, told in _STEMS.items():
            if part == stem or (stem.endswith("*") and part.startswith(stem[:-1])):
                return told
    return None


def plain(text: str) -> str:
    """A name as it would be written without Danish letters: køn is koen."""
    spelled = text.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return "".join(each for each in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(each))
