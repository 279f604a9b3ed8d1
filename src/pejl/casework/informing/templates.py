"""The texts of letters: files of plain Danish with a head that says which topic and which days of the law they fit.

    ---
    name: arbejdspligt_juli_2025
    danish: Du er omfattet af arbejdspligten
    topic: omfattet_af_arbejdspligt
    kind: besked
    from: 2025-07-01
    until: 2026-12-31      # left out where the law goes on
    version: 1
    ---
    Kære borger ...

A word after a dollar sign is a field: `FIELDS` tells which there are and what they mean. A text that is changed gets a
new version; what was sent is known by the hash of the whole file.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Template as Text
from typing import Any

import yaml

from pejl.casework.informing.letter import LetterKind

_PACKAGE = "pejl.casework.informing"
_FOLDER, _SUFFIX = "letters", ".md"
_FILE = re.compile(r"---\n(?P<head>.*?)\n---\n(?P<text>.*)\Z", re.DOTALL)
_KEYS = {"name", "danish", "topic", "kind", "from", "until", "version"}
_NEEDED = _KEYS - {"until"}
NAME = re.compile(r"[a-z][a-z0-9_]{1,59}\Z")

FIELDS: Mapping[str, str] = {
    "dag": "Den dag, hvor det begynder at gælde for borgeren",
    "paragraf": "Lovens paragraf eller kapitel",
    "regel": "Reglens egen sætning",
    "kontakt": "Enhed og team, hvor borgeren kan spørge",
}
"""What a letter's text may leave open, each with what is put there."""


class BadTemplate(ValueError):
    """A template's file is not as it must be. `str()` says which and what, in Danish."""


@dataclass(frozen=True)
class Template:
    """A letter's text. `since` to `until` are the days of the law for which it is right, both inclusive."""

    name: str
    danish: str
    topic: str
    kind: LetterKind
    since: dt.date
    until: dt.date | None
    version: str
    text: str
    hash: str

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that the text leaves open, in the order of `FIELDS`."""
        used = set(Text(self.text).get_identifiers())
        return tuple(name for name in FIELDS if name in used)

    def fits(self, since: dt.date) -> bool:
        """Whether it is right for what takes effect on a day."""
        return self.since <= since and (self.until is None or since <= self.until)

    @property
    def title(self) -> str:
        """The letter's heading, with its fields open."""
        return self.text.splitlines()[0].removeprefix("# ")

    def filled(self, values: Mapping[str, str]) -> str:
        """The text with its fields filled. Raises KeyError for a field without a value."""
        return Text(self.text).substitute(values)


@cache
def templates() -> tuple[Template, ...]:
    """All texts, by name. Raises `BadTemplate`."""
    found = sorted(file.name for file in _folder().iterdir() if file.name.endswith(_SUFFIX))
    read = [read_template(name, (_folder() / name).read_text(encoding="utf-8")) for name in found]
    names = [each.name for each in read]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise BadTemplate(f"Der er to breve, der hedder »{twice}«.")
    return tuple(read)


def template_named(name: str) -> Template | None:
    """The text of that name, None where there is none."""
    return next((each for each in templates() if each.name == name), None)


def templates_for(topic: str) -> tuple[Template, ...]:
    """The texts about a topic, the newest law first."""
    found = (each for each in templates() if each.topic == topic)
    return tuple(sorted(found, key=lambda each: each.since, reverse=True))


def read_template(file: str, content: str) -> Template:
    """A template as its file has it. Raises `BadTemplate`."""
    parts = _FILE.match(content)
    if parts is None:
        raise BadTemplate(f"{file}: filen skal begynde med et hoved mellem to linjer med ---.")
    head = _head(file, parts["head"])
    template = Template(
        name=str(head["name"]),
        danish=str(head["danish"]),
        topic=str(head["topic"]),
        kind=LetterKind(head["kind"]),
        since=head["from"],
        until=head.get("until"),
        version=str(head["version"]),
        text=parts["text"].strip() + "\n",
        hash=hashlib.sha256(content.encode()).hexdigest(),
    )
    if not Text(template.text).is_valid() or set(Text(template.text).get_identifiers()) - FIELDS.keys():
        raise BadTemplate(f"{file}: et felt efter $ er et af {', '.join(FIELDS)}; selve tegnet skrives $$.")
    return template


def _head(file: str, written: str) -> dict[str, Any]:
    try:
        head = yaml.safe_load(written)
    except yaml.YAMLError as trouble:
        raise BadTemplate(f"{file}: hovedet er ikke skrevet rigtigt.") from trouble
    if not isinstance(head, dict) or head.keys() - _KEYS or _NEEDED - head.keys():
        raise BadTemplate(f"{file}: hovedet har felterne {', '.join(sorted(_KEYS))}; kun »until« kan udelades.")
    if not NAME.match(str(head["name"])) or head["kind"] not in set(LetterKind):
        raise BadTemplate(f"{file}: navnet skrives med små bogstaver og _, og »kind« er besked eller berigtigelse.")
    days = (head["from"], head.get("until", head["from"]))
    if not all(isinstance(day, dt.date) for day in days) or days[1] < days[0]:
        raise BadTemplate(f"{file}: dagene skrives 2025-07-01, og »until« ligger ikke før »from«.")
    return head


def _folder() -> Any:
    return files(_PACKAGE) / _FOLDER
