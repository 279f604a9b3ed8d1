"""Organization, Person and Membership: who sits where, as far as the lists of members say it."""

from __future__ import annotations

from pejl.record.oparl.ground import Base, OParl, day, opened, stamped, told
from pejl.record.oparl.shapes import MembershipShape, OrganizationShape, PersonShape
from pejl.record.oparl.words import Words
from pejl.record.published.paths import Kind

_COUNCILS = frozenset({"byråd", "kommunalbestyrelse", "borgerrepræsentation", "regionsråd"})


def organization(base: Base, shape: OrganizationShape) -> OParl:
    """A council, a committee or a party.

    `meeting`, a list of the body's meetings, is left out: a widespread validator takes the list for a meeting. The
    municipality's list of meetings names the organization of each.
    """
    return told(
        {
            **opened(base, Kind.ORGANIZATION, shape.path),
            "body": base.id(shape.body),
            "name": shape.name,
            "organizationType": "Gremium" if shape.key else "Fraktion",
            "classification": _classification(shape.key),
            "membership": base.ids(shape.memberships),
            **stamped(shape.stamp),
            "web": base.web(shape.page),
        }
    )


def person(base: Base, words: Words, shape: PersonShape, *, omit_internal: bool = False) -> OParl:
    """A person by the name as printed; nothing else is known of people."""
    memberships = () if omit_internal else shape.memberships
    return told(
        {
            **opened(base, Kind.PERSON, shape.path),
            "body": base.id(shape.body),
            "name": shape.name,
            "membership": [membership(base, words, each, embedded=True) for each in memberships],
            **stamped(shape.stamp),
            "web": base.web(shape.page),
        }
    )


def membership(base: Base, words: Words, shape: MembershipShape, *, embedded: bool = False) -> OParl:
    """That a person is on the members' list of a body. When a membership began and ended is not stated: the days of
    the first and the last meeting that names the person are given under names of our own.
    """
    return told(
        {
            **opened(base, Kind.MEMBERSHIP, shape.path),
            "person": None if embedded else base.id(shape.person),
            "organization": base.id(shape.organization),
            "role": shape.role or (words.substitute if shape.substitute else ""),
            "onBehalfOf": base.id(shape.party) if shape.party else None,
            "pejl:firstMeeting": day(shape.first),
            "pejl:lastMeeting": day(shape.last),
            **stamped(shape.stamp),
        }
    )


def _classification(key: str) -> str:
    """OParl's own words for the kinds of bodies, where the name tells the kind."""
    if not key:
        return "Partei"
    if key in _COUNCILS:
        return "Parlament"
    return "Ausschuss" if key.endswith("udvalg") else ""
