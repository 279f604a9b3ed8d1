"""A protocol read from a TOML file, or refused with a sentence for each thing that is wrong in it."""

from __future__ import annotations

import hashlib
import math
import re
import tomllib
from collections.abc import Iterator

from pydantic import ValidationError

from pejl.calendar.days import danish_day
from pejl.calendar.numbers import danish_number
from pejl.calendar.rows import in_a_row
from pejl.screening.landmarks import EXITS
from pejl.screening.trial.compares import Compares
from pejl.screening.trial.power import ends_needed
from pejl.screening.trial.protocol import HARMS, NOT_PLAIN, Protocol
from pejl.screening.trial.statistics.bounds import inflation

LONGEST = 1 << 18
_KINDS = {
    "missing": "mangler",
    "extra_forbidden": "er ikke et felt i en protokol",
    "string_pattern_mismatch": "skal være et kort ord af små bogstaver, cifre, - og _ (en hash: 64 tegn 0-9 a-f)",
    NOT_PLAIN: "har tegn, som ikke kan ses, eller noget, der ligner et CPR-nummer",
    "enum": "er ikke et af de ord, som kan stå dér",
}


class BadProtocol(ValueError):
    """A protocol that cannot be registered. `str()` has a Danish sentence for each thing that is wrong."""


def sha256(written: bytes) -> str:
    """The hash by which a protocol's text is known."""
    return hashlib.sha256(written).hexdigest()


def read_protocol(written: bytes) -> Protocol:
    """The protocol that a file holds. Raises `BadProtocol`."""
    protocol = _shaped(written)
    wrong = list(_wrong(protocol))
    if wrong:
        raise BadProtocol(" ".join(wrong))
    return protocol


def needed_ends(protocol: Protocol) -> int:
    """The ends that the protocol's own alpha, power, ratio and looks need."""
    asked = protocol.primary
    alone = ends_needed(asked.ratio, alpha=asked.alpha, power=asked.power)
    return round(alone * inflation(protocol.looks.at, asked.alpha / 2, asked.power, protocol.looks.bound))


def _shaped(written: bytes) -> Protocol:
    if len(written) > LONGEST:
        raise BadProtocol("Filen er over 256 kB. Det er ikke en protokol.")
    try:
        values = tomllib.loads(written.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadProtocol("Filen er ikke gemt som UTF-8. Gem den på ny som UTF-8.") from None
    except (tomllib.TOMLDecodeError, RecursionError) as trouble:
        line = re.search(r"line ([0-9]+)", str(trouble))
        where = f"Linje {line[1]}" if line else "Filen"
        raise BadProtocol(
            f"{where} er ikke skrevet som TOML. Tekst står i anførselstegn, en dag uden: starts = 2027-01-04."
        ) from None
    try:
        return Protocol.model_validate(values)
    except ValidationError as refused:
        raise BadProtocol(" ".join(_sentence(each["loc"], each["type"]) for each in refused.errors())) from None


def _sentence(place: tuple[int | str, ...], kind: str) -> str:
    field = ".".join(str(part + 1) if isinstance(part, int) else part for part in place)
    return f"»{field}« {_KINDS.get(kind, 'har en værdi, som det ikke kan have')}."


def _wrong(protocol: Protocol) -> Iterator[str]:
    yield from _arms_and_sites(protocol)
    yield from _days(protocol)
    yield from _draws(protocol)
    yield from _outcomes(protocol)
    yield from _looks(protocol)


def _arms_and_sites(protocol: Protocol) -> Iterator[str]:
    arms = protocol.arms
    if len(arms) != 2 or sum(arm.control for arm in arms) != 1 or arms[0].word == arms[1].word:
        yield "Et forsøg har to arme med hvert sit ord: én med control = true (sædvanlig praksis) og én, der prøves."
    words = [site.word for site in protocol.sites]
    if len(set(words)) < len(words):
        yield "To steder har samme ord. Hvert sted skal have sit eget."
    for site in protocol.sites:
        others = [each for each in protocol.sites if each is not site and each.municipality == site.municipality]
        if others and not site.units and not site.teams:
            yield f"Stedet »{site.word}« er hele kommunen og dækker dens andre steder. Nævn dets enheder eller team."


def _days(protocol: Protocol) -> Iterator[str]:
    if not protocol.starts <= protocol.enrols_until < protocol.ends:
        yield (
            f"Dagene passer ikke: forsøget begynder {danish_day(protocol.starts)}, trækker til og med "
            f"{danish_day(protocol.enrols_until)} og følges til {danish_day(protocol.ends)}."
        )
    followed = (protocol.ends - protocol.enrols_until).days / 7
    if followed < protocol.primary.weeks:
        yield (
            f"Den sidst trukne følges i {danish_number(followed, 0)} uger, og det primære udfald måles efter "
            f"{danish_number(protocol.primary.weeks, 0)} uger. Flyt ends eller enrols_until."
        )


def _draws(protocol: Protocol) -> Iterator[str]:
    bands, blocks = protocol.draw.bands, protocol.draw.blocks
    if list(bands) != sorted(set(bands)):
        yield "draw.bands skal være stigende tal mellem 0 og 1."
    if len(set(blocks)) < 2 or any(each % 2 for each in blocks):
        yield "draw.blocks skal have mindst to lige tal (fx 4 og 6): én fast størrelse gør den næste arm til at gætte."


def _outcomes(protocol: Protocol) -> Iterator[str]:
    primary = protocol.primary
    unknown = sorted(set(primary.exits) - set(EXITS))
    if unknown:
        yield f"primary.exits: {in_a_row(unknown)} er ikke en måde at slutte på. De er {in_a_row(EXITS)}."
    if primary.compares is Compares.BEDRE and math.isclose(primary.ratio, 1.0):
        yield "primary.ratio er den virkning, forsøget ikke må overse; den kan ikke være 1."
        return
    if primary.compares is Compares.IKKE_RINGERE and primary.ratio >= 1:
        yield "primary.ratio er den margin, hazard-forholdet ikke må ligge under; den skal være under 1, fx 0,90."
        return
    yield from _size(protocol)
    words = [harm.word for harm in protocol.harms]
    if set(words) - set(HARMS) or len(set(words)) < len(words):
        yield f"harms: hver skade følges én gang, og de kan være {in_a_row(HARMS)}."


def _size(protocol: Protocol) -> Iterator[str]:
    primary = protocol.primary
    if _looks_in_order(protocol) and primary.ends < needed_ends(protocol):
        yield (
            f"Protokollen venter på {danish_number(primary.ends)} afslutninger, men forholdet "
            f"{danish_number(primary.ratio)} kræver {danish_number(needed_ends(protocol))} med disse kig, styrke "
            f"{danish_number(primary.power)} og niveau {danish_number(primary.alpha)} (Schoenfeld)."
        )
    if primary.persons < primary.ends:
        yield "primary.persons er mindre end primary.ends: hver person kan kun slutte én gang."


def _looks(protocol: Protocol) -> Iterator[str]:
    if not _looks_in_order(protocol):
        yield "looks.at skal være stigende dele af afslutningerne, og den sidste er 1.0: forsøgets slutning."


def _looks_in_order(protocol: Protocol) -> bool:
    at = protocol.looks.at
    return bool(at) and list(at) == sorted(set(at)) and at[-1] == 1.0
