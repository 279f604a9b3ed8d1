"""The walk of the published endpoint validator, rule for rule, so that what it would say is known before it is asked.

It reads the system, the first page of the bodies, and of each body the four lists that OParl 1.0 had, along `next`. It
takes every field for optional but those that are required, refuses values of another type, and lets fields that it does
not know be. It asks HEAD of nothing but what is linked and in no list. It has no table of OParl 1.1, which is why it
knows a few fields by other names; everything else is as in `oparl_types`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from web.oparl.oparl_types import FIELDS, FLAG, NUMBER, TEXT, URL, Link, Many, Within
from web.oparl.walker import Ask

LISTS = {"paper": "Paper", "organization": "Organization", "person": "Person", "meeting": "Meeting"}
HEADERS = {"User-Agent": "oparl-validator/oparl-validator"}
TRIES, REDIRECTS, LONGEST_NAME = 3, 10, 255

_OWN = {"id": URL, "type": TEXT, "keyword": Many(TEXT), "web": URL}
_TIMES = {"created": TEXT, "modified": TEXT, "deleted": FLAG}
_TIMED = {"System", "Body", "Organization", "Person", "Meeting", "Paper", "File", "Location"}
_UNKNOWN = {
    "System": {"keyword"},
    "File": {"sha512Checksum"},
    "AgendaItem": {"order"},
    "Body": {"agendaItem", "consultation", "file", "locationList", "legislativeTermList", "membership"},
    "Location": {"organizations", "persons", "meetings"},
}
_OTHERWISE: dict[str, dict[str, Any]] = {
    "System": {"license": URL},
    "Body": {"license": URL},
    "Organization": {"meeting": Link("Meeting")},  # the address of a list, which it takes for that of a meeting
    "Location": {"organization": Many(Link("Organization")), "meeting": Many(Link("Meeting"))},
}
REQUIRED = {
    "System": {"oparlVersion", "body"},
    "Body": {"name", "organization", "person", "meeting", "paper", "legislativeTerm"},
    "File": {"accessUrl"},
}
PAGE = {"totalElements": NUMBER, "elementsPerPage": NUMBER, "currentPage": NUMBER, "totalPages": NUMBER}
LINKS = {"next": URL, "first": URL, "self": URL, "last": URL}


class Failed(Exception):
    """Nothing could be fetched."""


class Unfit(Exception):
    """What was fetched is no page, or holds an object with a value of another type."""


def known_fields(kind: str) -> dict[str, Any]:
    """The fields of the type as the validator knows them."""
    every = {**_OWN, **FIELDS[kind], **_OTHERWISE.get(kind, {}), **(_TIMES if kind in _TIMED else {})}
    return {name: value for name, value in every.items() if name not in _UNKNOWN.get(kind, set())}


@dataclass
class Validation:
    """What it has met. `problems` holds (kind, detail), the kinds by the validator's own names."""

    ask: Ask
    prefix: str
    problems: list[tuple[str, str]] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    linked: dict[str, str] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)

    def says(self, kind: str, detail: object) -> None:
        """Note a problem."""
        self.problems.append((kind, str(detail)[:300]))

    def get(self, address: str) -> dict[str, Any]:
        """The JSON at the address. Raises `Failed`."""
        self._keep(address)
        target = address
        for _ in range(REDIRECTS):
            reply = self.ask("GET", target, HEADERS)
            if reply.status not in {301, 302, 303, 307, 308}:
                break
            target = urljoin(target, reply.headers.get("location", ""))
        if not 200 <= reply.status < 400:
            raise Failed(f"{reply.status} {address}")
        try:
            told = json.loads(reply.content)
        except ValueError as error:
            raise Failed(f"no JSON at {address}") from error
        if not isinstance(told, dict):
            raise Unfit(address)
        return told

    def _keep(self, address: str) -> None:
        """With --cache each answer is a file: under the entry's prefix, its ending replaced, its name not too long."""
        name = address.removeprefix(self.prefix)
        folder, _, last = name.rpartition("/")
        file = f"{folder}/{last.rpartition('.')[0] or last}.json"
        if name == address or len(last) + len(".json") > LONGEST_NAME or self.kept.setdefault(file, address) != address:
            self.says("Cache", address)

    def visit(self, told: dict[str, Any], kind: str, where: str) -> None:
        """An object and all that is told within it."""
        own = told.get("id")
        if own is not None:
            self.known.add(own)
            if own.startswith("http:"):
                self.says("UsingHttp", own)
        for name, fits in known_fields(kind).items():
            value = told.get(name)
            if value is None and name in {"id", "type"} | REQUIRED.get(kind, set()):
                self.says("RequiredFieldMissing", f"{kind}.{name} of {own} in {where}")
            if value is not None:
                self._value(value, fits, own or where, f"{kind}.{name}")

    def _value(self, value: Any, fits: Any, where: str, name: str) -> None:
        match fits:
            case Many(of=each):
                for part in value:
                    self._value(part, each, where, name)
            case Within(type=kind):
                self.visit(value, kind, where)
            case Link(type=kind):
                self.linked.setdefault(value, f"{kind} linked by {where}")
            case _ if value == "" and fits not in {URL, "external list"}:
                self.says("EmptyString", f"{name} of {where}")


def validate(start: str, ask: Ask) -> Validation:
    """What the published validator says of the endpoint."""
    found = Validation(ask, start.removesuffix("system"))
    try:
        system = _object(found.get(start), "System")
        found.visit(system, "System", start)
        bodies = _page(found.get(system["body"]), "Body")
    except (Failed, Unfit, KeyError) as reason:
        found.says("HttpRequestFailedTooOften", reason)
        return found
    for body in bodies["data"]:
        found.visit(body, "Body", system["body"])
        for name, kind in LISTS.items():
            if name in body:
                _leaf(found, body[name], kind)
    for target, how in found.linked.items():
        if target not in found.known:
            answered = 200 <= ask("HEAD", target, {}).status < 300
            found.says("ObjectNotInList" if answered else "ObjectMissing", f"{target}, {how}")
    return found


def _leaf(found: Validation, first: str, kind: str) -> None:
    address: str | None = first
    walked: set[str] = set()
    while address:
        if address in walked:
            found.says("Endless", address)  # it has no rule for this: it would go round for ever
            return
        walked.add(address)
        told = _tried(found, address)
        if told is None:
            return
        links = told.get("links")
        address = links.get("next") if isinstance(links, dict) else None
        try:
            page = _page(told, kind)
        except Unfit as reason:
            found.says("InvalidJson", reason)
            continue
        for each in page["data"]:
            found.visit(each, kind, first)


def _tried(found: Validation, address: str) -> dict[str, Any] | None:
    for count in range(1, TRIES + 1):
        try:
            return found.get(address)
        except Failed as reason:
            found.says("HttpRequestFailedTooOften" if count == TRIES else "HttpRequestFailedRetrying", reason)
        except Unfit as reason:
            found.says("InvalidJson", reason)
            return None
    return None


def _page(told: dict[str, Any], kind: str) -> dict[str, Any]:
    data = told.get("data")
    if not isinstance(data, list):
        raise Unfit("data")
    for name, fields in (("pagination", PAGE), ("links", LINKS)):
        if not isinstance(told.get(name), dict):
            raise Unfit(name)
        _all_fit(told[name], fields, name)
    for each in data:
        _object(each, kind)
    return told


def _object(told: Any, kind: str) -> dict[str, Any]:
    if not isinstance(told, dict):
        raise Unfit(f"{told!r:.80} is no {kind}")
    _all_fit(told, known_fields(kind), kind)
    return told


def _all_fit(told: dict[str, Any], fields: dict[str, Any], name: str) -> None:
    for each, fits in fields.items():
        if told.get(each) is not None and (wrong := next(_misfits(told[each], fits), None)):
            raise Unfit(f"{name}.{each} holds {wrong}")


def _misfits(value: Any, fits: Any) -> Iterator[str]:
    match fits:
        case Many(of=each):
            parts = value if isinstance(value, list) else None
            if parts is None:
                yield f"{value!r:.80}"
            for part in parts or []:
                yield from _misfits(part, each)
        case Within(type=kind):
            _object(value, kind)
        case _:
            if not _PLAIN.get(str(fits), _is_text)(value):
                yield f"{value!r:.80}"


def _is_text(value: object) -> bool:
    return isinstance(value, str)


_PLAIN: dict[str, Callable[[object], bool]] = {
    FLAG: lambda value: isinstance(value, bool),
    NUMBER: lambda value: isinstance(value, int) and not isinstance(value, bool) and value >= 0,
    "object": lambda value: isinstance(value, dict),
}
