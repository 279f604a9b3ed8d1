"""In which encoding a file's text is written: what the description states, or what all its bytes say. Never a guess.

An encoding that is stated and does not hold, and bytes that speak for two encodings, refuse the delivery: an æ that
has become Ã¦ can be seen by a reader, but it can no longer be told which rows it has spoiled.
"""

from __future__ import annotations

import codecs

from pejl.intake.faults import Refused
from pejl.intake.files.signs import Signs

WINDOWS = "cp1252"
UTF8 = "utf-8"

KNOWN = {
    "utf-8": UTF8,
    "windows-1252": WINDOWS,
    "iso-8859-1": "iso8859-1",
    "iso-8859-15": "iso8859-15",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "cp850": "cp850",
    "cp865": "cp865",
    "macintosh": "mac-roman",
}
"""What a description may state, and the name by which the text is decoded."""

_CODECS = {codecs.lookup(each).name: each for each in KNOWN.values()}


def codec_of(stated: str) -> str | None:
    """The decoder's name of an encoding that a description states in any of its spellings; None for other words."""
    try:
        return _CODECS.get(codecs.lookup(stated.strip()).name.replace("utf-8-sig", "utf-8"))
    except (LookupError, ValueError):
        return None


def encoding_of(name: str, size: int, signs: Signs, stated: str | None) -> str:
    """The encoding of a file's text. Raises `Refused` where what is stated does not hold, or nothing is sure."""
    if signs.twice:
        raise Refused(
            f"{name}: bogstaverne er kodet to gange som UTF-8, så et æ er blevet til Ã¦. Gem filen på ny fra kilden."
        )
    if stated is not None:
        return _held(name, signs, stated)
    if signs.bom:
        return _marked(name, signs)
    if signs.nulls and signs.nulls * 4 > size:
        raise Refused(
            f"{name}: filen ligner UTF-16 uden det mærke, som hører til i begyndelsen. "
            'Skriv encoding = "utf-16-le" under tabellen i delivery.toml, eller gem filen som UTF-8.'
        )
    if signs.utf8:
        return UTF8
    if signs.mixed:
        raise Refused(
            f"{name}: nogle bogstaver er skrevet som UTF-8 og andre ikke. Filen er sat sammen af flere; "
            "gem den på ny i én kodning, helst UTF-8."
        )
    if signs.dos:
        raise Refused(
            f"{name}: æ, ø og å ser ud til at være skrevet som i DOS. "
            'Skriv encoding = "cp850" under tabellen i delivery.toml, eller gem filen som UTF-8.'
        )
    return WINDOWS


def _marked(name: str, signs: Signs) -> str:
    if signs.bom == "utf-8-sig" and not signs.utf8:
        raise Refused(
            f"{name}: filen siger, at den er UTF-8, men holder tegn, som ikke er det. Gem den på ny som UTF-8."
        )
    return UTF8 if signs.bom == "utf-8-sig" else signs.bom


def _held(name: str, signs: Signs, stated: str) -> str:
    """The stated encoding, where the bytes do not speak against it."""
    encoding = codec_of(stated) or stated
    wide = encoding.startswith("utf-16")
    if wide and not signs.nulls and signs.bom != "utf-16":
        raise _stated_but(name, stated, "det er filen ikke")
    if not wide and signs.bom == "utf-16":
        raise _stated_but(name, stated, "filen er UTF-16")
    if encoding == UTF8 and not signs.utf8:
        raise _stated_but(name, stated, "filen holder tegn, som ikke er UTF-8")
    if encoding != UTF8 and not wide and signs.utf8 and not signs.ascii:
        raise _stated_but(name, stated, "filen er UTF-8")
    return encoding


def _stated_but(name: str, stated: str, what: str) -> Refused:
    return Refused(
        f'{name}: delivery.toml siger encoding = "{stated}", men {what}. '
        "Ret linjen, eller slet den, så kodningen findes ud fra filen."
    )
