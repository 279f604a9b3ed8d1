"""Roles: who somebody is to the house, in a sentence, and the rights that come with it. What is not given is denied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pejl.access.rights import (
    ACCESS_LOG,
    ACCESS_USERS,
    CASEWORK_ALL_LISTS,
    CASEWORK_AUDIT,
    CASEWORK_FRONT,
    CASEWORK_INFORMING,
    CASEWORK_LETTERS,
    CASEWORK_LISTS,
    CASEWORK_MARK,
    CASEWORK_PERSON,
    CASEWORK_TIMELINESS,
    ENTER,
    LAW_EFFECTS,
    OWN_ACCOUNT,
    PUBLIC_LAW,
    PUBLIC_RECORD,
    PUBLIC_SCREENING,
    PUBLIC_SITE,
    REGISTER_CHANGE,
    REGISTER_COUNTS,
    REGISTER_FRONT,
    REGISTER_PERSON,
    REGISTER_QUARANTINE,
    SCREENING_ANSWER,
    SCREENING_COUNTS,
    SCREENING_DECIDE,
    SCREENING_FRONT,
    SCREENING_LIST,
    SCREENING_LOG,
    SCREENING_MODELS,
    SCREENING_PERSON,
    Right,
)


@dataclass(frozen=True)
class Role:
    """A role by its name, its Danish word, and what it is, in both languages. Rights are those listed and no others."""

    name: str
    word: str
    sentence: str
    danish: str
    rights: frozenset[Right]


EVERYONE = frozenset(
    {
        PUBLIC_RECORD,
        PUBLIC_SITE,
        PUBLIC_LAW,
        PUBLIC_SCREENING,
        SCREENING_ANSWER,
        ENTER,
        OWN_ACCOUNT,
        REGISTER_FRONT,
        CASEWORK_FRONT,
        SCREENING_FRONT,
    }
)
"""What nobody is denied. The own account is part of it: whoever has none has nothing there to see."""


_ALL_CASEWORK = frozenset(
    {
        CASEWORK_LISTS,
        CASEWORK_ALL_LISTS,
        CASEWORK_PERSON,
        CASEWORK_MARK,
        CASEWORK_TIMELINESS,
        CASEWORK_AUDIT,
        CASEWORK_INFORMING,
        CASEWORK_LETTERS,
    }
)
_SCREENING = frozenset({SCREENING_LIST, SCREENING_PERSON, SCREENING_DECIDE, SCREENING_COUNTS})


def _with(*rights: Right) -> frozenset[Right]:
    return EVERYONE | frozenset(rights)


READER = Role(
    "reader",
    "Læser",
    "Everyone: reads what is public, without a login.",
    "Alle: læser det, der er offentligt, uden at logge ind.",
    EVERYONE,
)
COUNCILLOR = Role(
    "councillor",
    "Rådsmedlem",
    "An elected member: follows decisions and the data that their figures stand on, and sees no citizen's data.",
    "Et valgt medlem: følger beslutningerne og de data, tallene bygger på, og ser ingen borgers oplysninger.",
    _with(REGISTER_COUNTS, CASEWORK_TIMELINESS, SCREENING_COUNTS, LAW_EFFECTS),
)
CASEWORKER = Role(
    "caseworker",
    "Sagsbehandler",
    "Works with citizens' cases: has the team's worklists, and looks up the persons that the work is about.",
    "Arbejder med borgernes sager: har teamets arbejdslister og slår de personer op, som arbejdet handler om.",
    _with(
        REGISTER_COUNTS,
        REGISTER_PERSON,
        CASEWORK_LISTS,
        CASEWORK_PERSON,
        CASEWORK_MARK,
        CASEWORK_TIMELINESS,
        *_SCREENING,
        LAW_EFFECTS,
    ),
)
TEAM_LEADER = Role(
    "team_leader",
    "Teamleder",
    "Leads a team of caseworkers: sees what they see in all teams, and what the register could not accept.",
    "Leder et hold af sagsbehandlere: ser det, de ser, i alle team, og det, registeret ikke kunne godtage.",
    _with(
        REGISTER_COUNTS,
        REGISTER_PERSON,
        REGISTER_QUARANTINE,
        *_ALL_CASEWORK,
        *_SCREENING,
        SCREENING_LOG,
        LAW_EFFECTS,
    ),
)
ANALYST = Role(
    "analyst",
    "Analytiker",
    "Counts and compares: sees deliveries and rows that were not accepted, and looks no person up.",
    "Tæller og sammenligner: ser leverancer og rækker, der ikke blev godtaget, og slår ingen person op.",
    _with(REGISTER_COUNTS, REGISTER_QUARANTINE, CASEWORK_TIMELINESS, SCREENING_COUNTS, LAW_EFFECTS),
)
QUALITY_CONSULTANT = Role(
    "quality_consultant",
    "Kvalitetskonsulent",
    "Examines samples and complaints: looks up the persons that they are about, and sees rows not accepted.",
    "Gennemgår stikprøver og klager: slår de personer op, de handler om, og ser rækker, der ikke blev godtaget.",
    _with(
        REGISTER_COUNTS,
        REGISTER_PERSON,
        REGISTER_QUARANTINE,
        *_ALL_CASEWORK,
        *(_SCREENING - {SCREENING_DECIDE}),
        SCREENING_LOG,
        LAW_EFFECTS,
    ),
)
SECRETARY = Role(
    "secretary",
    "Sekretær",
    "Prepares the committee's meetings: sees which data the figures stand on, and no citizen's data.",
    "Forbereder udvalgets møder: ser, hvilke data tallene bygger på, og ingen borgers oplysninger.",
    _with(REGISTER_COUNTS, CASEWORK_TIMELINESS, SCREENING_COUNTS, LAW_EFFECTS),
)
ADMINISTRATOR = Role(
    "administrator",
    "Administrator",
    "Keeps the installation: gives roles, reads the log and has rows removed, and looks no person up.",
    "Passer installationen: giver roller, læser loggen og får rækker fjernet, og slår ingen person op.",
    _with(
        REGISTER_COUNTS,
        REGISTER_QUARANTINE,
        REGISTER_CHANGE,
        CASEWORK_TIMELINESS,
        SCREENING_COUNTS,
        SCREENING_LOG,
        SCREENING_MODELS,
        LAW_EFFECTS,
        ACCESS_LOG,
        ACCESS_USERS,
    ),
)

ROLES = (READER, COUNCILLOR, CASEWORKER, TEAM_LEADER, ANALYST, QUALITY_CONSULTANT, SECRETARY, ADMINISTRATOR)
"""Every role of the house, in the order in which the site lists them."""


class NoSuchRole(ValueError):
    """A name that no role has. `str()` says which there are."""


def role_named(name: str) -> Role:
    """The role of that name; a space or a hyphen will do for the underscore."""
    wanted = name.strip().casefold().replace("-", "_").replace(" ", "_")
    for role in ROLES:
        if role.name == wanted:
            return role
    raise NoSuchRole(f"There is no role {name!r}. The roles are: {', '.join(role.name for role in ROLES)}.")


def allowed(roles: Iterable[Role], right: Right) -> bool:
    """Whether somebody with these roles has the right. Without a role one is a reader."""
    return any(right in role.rights for role in (READER, *roles))


def roles_with(right: Right) -> list[Role]:
    """The roles that have the right, in the order of the site."""
    return [role for role in ROLES if right in role.rights]
