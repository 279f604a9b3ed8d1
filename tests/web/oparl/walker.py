"""A walk through an OParl interface from its system object, with every rule that it must keep as a named check.

The walk goes where the published endpoint validator goes (system, bodies, and of each body papers, organizations,
people and meetings) and on to the lists that OParl 1.1 adds, and it checks what that validator leaves out too. It
knows the server by one function, so it can be let loose on a broken one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from web.oparl.oparl_types import NAMESPACE, TOMBSTONE, links, misfits, missing, type_of, within

LISTS = ("paper", "organization", "person", "meeting")
"""The lists that the published validator walks: what is linked must be told in one of them."""

ADDED = ("agendaItem", "consultation", "file", "locationList", "legislativeTermList", "membership")
EARLY, LATE = "2000-01-01T00:00:00+01:00", "2999-01-01T00:00:00+01:00"


@dataclass(frozen=True)
class Reply:
    """What a server answers. Header names are in small letters."""

    status: int
    headers: dict[str, str]
    content: bytes


Ask = Callable[[str, str, dict[str, str]], Reply]
"""Method, address, headers."""


@dataclass
class Walk:
    """What was met on the way. `problems` holds (rule, where)."""

    ask: Ask
    problems: list[tuple[str, str]] = field(default_factory=list)
    known: dict[str, dict[str, Any]] = field(default_factory=dict)
    added: dict[str, dict[str, Any]] = field(default_factory=dict)
    linked: dict[tuple[str, str], str] = field(default_factory=dict)
    pages: int = 0

    @property
    def rules(self) -> set[str]:
        """The rules that were broken."""
        return {rule for rule, _ in self.problems}

    def breaks(self, rule: str, where: object) -> None:
        """Note that a rule is broken."""
        self.problems.append((rule, str(where)[:300]))

    def get(self, address: str, *, framed: bool = True) -> dict[str, Any]:
        """The object or the page at the address; empty where there is none. `framed` looks at its headers too."""
        if not address.startswith("https://"):
            self.breaks("https", address)
        reply = self.ask("GET", address, {})
        if reply.status != 200:
            self.breaks("status", f"{reply.status} {address}")
            return {}
        if framed:
            self._frame(address, reply)
        try:
            told = json.loads(reply.content.decode("utf-8"))
        except ValueError:
            self.breaks("json", address)
            return {}
        if not isinstance(told, dict):
            self.breaks("json", address)
            return {}
        return told

    def _frame(self, address: str, reply: Reply) -> None:
        if reply.headers.get("access-control-allow-origin") != "*":
            self.breaks("cors", address)
        if not reply.headers.get("content-type", "").startswith("application/json"):
            self.breaks("json", f"{address} says {reply.headers.get('content-type')}")
        head = self.ask("HEAD", address, {})
        if (head.status, head.headers.get("etag")) != (200, reply.headers.get("etag")):
            self.breaks("head", f"{head.status} {address}")
        mark = reply.headers.get("etag", "")
        if not mark or self.ask("GET", address, {"If-None-Match": mark}).status != 304:
            self.breaks("conditional", address)

    def visit(self, told: dict[str, Any], where: str, *, listed: bool) -> None:
        """An object of a list, or the system, and everything told within it."""
        if not type_of(told):
            self.breaks("type", f"{told.get('type')} in {where}")
            return
        own = str(told.get("id", ""))
        if own.startswith("http:"):
            self.breaks("https", own)
        for name in sorted(missing(told)):
            self.breaks("required", f"{type_of(told)}.{name} of {own} in {where}")
        for sentence in misfits(told):
            self.breaks("fields", f"{sentence} in {own}")
        self._nothing_empty(told, own)
        if told.get("deleted") and set(told) - TOMBSTONE:
            self.breaks("tombstone", f"{own} still says {sorted(set(told) - TOMBSTONE)}")
        if str(told.get("created")) > str(told.get("modified")):
            self.breaks("times", f"{own} was changed before it was made")
        (self.known if listed else self.added)[own] = told
        for kind, target in links(told):
            if not target.startswith("https://"):
                self.breaks("https", f"{target} in {own}")
            self.linked.setdefault((kind, target), own)
        for part in within(told):
            if part.get("deleted"):
                self.breaks("deleted", f"{part.get('id')} is told within {own}")
            if str(part.get("modified", "")) > str(told.get("modified", "")):
                self.breaks("times", f"{part.get('id')} was changed after {own}, which tells it")
            self.visit(part, own, listed=listed)

    def _nothing_empty(self, value: Any, where: str, name: str = "") -> None:
        if value in ("", None) or (value == [] and name != "legislativeTerm"):
            self.breaks("empty", f"{name} of {where}")
        parts: Iterable[tuple[str, Any]] = ()
        if isinstance(value, dict):
            parts = value.items()
        elif isinstance(value, list):
            parts = ((name, each) for each in value)
        for inner, each in parts:
            self._nothing_empty(each, where, inner)

    def leaf(self, first: str, kind: str, *, listed: bool = True, **asked: str) -> list[dict[str, Any]]:
        """All objects of a list, page by page, along `next`."""
        address: str | None = _with(first, asked)
        seen: list[dict[str, Any]] = []
        walked: set[str] = set()
        while address and address not in walked:
            walked.add(address)
            page = self.get(address)
            self.pages += 1
            if not page:
                break
            self._cut(page, address, asked)
            for told in page.get("data", []):
                self.visit(told, address, listed=listed)
                if type_of(told) not in ("", kind):
                    self.breaks("type", f"{type_of(told)} in a list of {kind}: {address}")
                seen.append(told)
            address = page.get("links", {}).get("next")
        else:
            if address:
                self.breaks("links", f"{first} comes back to {address}")
        total = page.get("pagination", {}).get("totalElements") if page else None
        if page and total != len(seen):
            self.breaks("pagination", f"{first} says {total} and has {len(seen)}")
        ids = [str(told.get("id")) for told in seen]
        if len(set(ids)) != len(ids):
            self.breaks("order", f"{first} tells something twice")
        return seen

    def _cut(self, page: dict[str, Any], address: str, asked: dict[str, str]) -> None:
        if not isinstance(page.get("data"), list) or not isinstance(page.get("links"), dict):
            self.breaks("links", address)
            return
        if not isinstance(page.get("pagination"), dict):
            self.breaks("pagination", address)
        for name, value in page.get("pagination", {}).items():
            if not isinstance(value, int) or value < 0:
                self.breaks("pagination", f"{name} of {address}")
        for name, link in page["links"].items():
            if not str(link).startswith("https://"):
                self.breaks("https", f"{name} of {address}")
            kept = {key: values[0] for key, values in parse_qs(urlsplit(str(link)).query).items()}
            if name != "web" and any(kept.get(key) != value for key, value in asked.items()):
                self.breaks("filters", f"{name} of {address} drops what was asked")


def walk(start: str, ask: Ask) -> Walk:
    """Everything that can be reached from the system object at `start`."""
    found = Walk(ask)
    system = found.get(start)
    if not system:
        return found
    found.visit(system, start, listed=True)
    if system.get("oparlVersion") != NAMESPACE:
        found.breaks("version", system.get("oparlVersion"))
    if system.get("id") != start:
        found.breaks("canonical", f"{start} calls itself {system.get('id')}")
    for body in found.leaf(str(system.get("body", "")), "Body"):
        for name in LISTS:
            seen = found.leaf(str(body.get(name, "")), name.capitalize())
            _filters(found, str(body.get(name)), name.capitalize(), seen)
        for name in ADDED:
            if isinstance(body.get(name), str):
                kind = name.removesuffix("List")
                seen = found.leaf(body[name], kind[0].upper() + kind[1:], listed=False)
                _filters(found, body[name], kind[0].upper() + kind[1:], seen)
    _links(found)
    _alone(found)
    _files(found)
    _errors(found, start)
    return found


def _with(address: str, asked: dict[str, str]) -> str:
    return f"{address}?{urlencode(asked)}" if asked else address


def _filters(found: Walk, address: str, kind: str, seen: list[dict[str, Any]]) -> None:
    """The four bounds cut where they say, and only `modified_since` tells what is deleted."""
    ids = [told.get("id") for told in seen]
    if any(told.get("deleted") for told in seen):
        found.breaks("deleted", f"{address} tells what is deleted without being asked since when")
    few = max(2, len(ids) // 3)
    again = found.leaf(address, kind, listed=False, created_since=EARLY, created_until=LATE, limit=str(few))
    if [told.get("id") for told in again] != ids:
        found.breaks("order", f"{address} is in another order in pages of {few}")
    if len(ids) > few and len(found.get(_with(address, {"limit": str(few)})).get("data", [])) != few:
        found.breaks("limit", address)
    for name, times in (("created", _times(seen, "created")), ("modified", _times(seen, "modified"))):
        if not times:
            continue
        middle = times[len(times) // 2]
        since = found.leaf(address, kind, listed=False, **{f"{name}_since": middle})
        until = found.leaf(address, kind, listed=False, **{f"{name}_until": middle})
        alive = [told for told in since if not told.get("deleted")]
        if {told["id"] for told in alive} != {told["id"] for told in seen if told[name] >= middle}:
            found.breaks(f"{name}_since", address)
        if {told["id"] for told in until} != {told["id"] for told in seen if told[name] <= middle}:
            found.breaks(f"{name}_until", address)
        if found.leaf(address, kind, listed=False, **{f"{name}_since": LATE}):
            found.breaks(f"{name}_since", f"{address} has something from the future")
    for told in found.leaf(address, kind, listed=False, omit_internal="true"):
        if {"membership", "auxiliaryFile"} & set(told) and kind in {"Person", "Meeting", "AgendaItem", "Paper"}:
            found.breaks("omit_internal", told.get("id"))


def _times(seen: list[dict[str, Any]], name: str) -> list[str]:
    return sorted(str(told.get(name)) for told in seen if told.get(name))


def _links(found: Walk) -> None:
    """What is linked answers HEAD, and is told in one of the lists that every client walks."""
    for (kind, target), source in found.linked.items():
        if target not in found.known:
            answered = found.ask("HEAD", target, {}).status == 200
            found.breaks("listed" if answered else "missing", f"{kind} {target} linked by {source}")


def _alone(found: Walk) -> None:
    """An object by itself says what it says within others, and what it says in its own list."""
    met: set[str] = set()
    for own, told in {**found.known, **found.added}.items():
        if type_of(told) == "System":
            continue
        alone = found.get(own, framed=type_of(told) not in met)  # the frame of one object of each type will do
        met.add(type_of(told))
        if alone.get("id") != own:
            found.breaks("canonical", f"{own} calls itself {alone.get('id')}")
        for kind in (found.known, found.added):
            listed = kind.get(own, {})
            said = {name for name in listed if name in alone and listed[name] != alone[name]}
            if said or set(listed) - set(alone):
                found.breaks("same", f"{own}: {sorted(said | (set(listed) - set(alone)))}")


def _files(found: Walk) -> None:
    """A file can be read and taken, and is what its object says."""
    for own, told in found.known.items():
        if type_of(told) != "File":
            continue
        reply = found.ask("GET", str(told.get("accessUrl")), {})
        taken = found.ask("GET", str(told.get("downloadUrl")), {})
        if reply.status != 200 or taken.content != reply.content:
            found.breaks("file", f"{reply.status} {told.get('accessUrl')}")
        for name, whole in (("accessUrl", reply), ("downloadUrl", taken)):
            head = found.ask("HEAD", str(told.get(name)), {})
            if (head.status, head.headers.get("etag")) != (whole.status, whole.headers.get("etag")):
                found.breaks("file", f"HEAD {head.status} {told.get(name)}")
        if reply.headers.get("content-disposition", "").startswith("attachment"):
            found.breaks("file", f"{own} cannot be read without being taken")
        if f'filename="{told.get("fileName")}"' not in taken.headers.get("content-disposition", ""):
            found.breaks("file", f"{own} does not name the file that is taken")
        if not reply.headers.get("content-type", "").startswith(str(told.get("mimeType"))):
            found.breaks("file", f"{own} is {reply.headers.get('content-type')}")
        if not {"etag", "last-modified", "content-length"} <= set(reply.headers):
            found.breaks("file", f"{own} lacks headers")
        if len(reply.content) != told.get("size"):
            found.breaks("size", own)
        if hashlib.sha512(reply.content).hexdigest() != told.get("sha512Checksum"):
            found.breaks("sha512", own)


def _errors(found: Walk, start: str) -> None:
    """What is not there is said to be missing, as an object, to anyone's script."""
    reply = found.ask("GET", f"{start.removesuffix('system')}nothing/of/this/name", {})
    told = json.loads(reply.content) if reply.content.startswith(b"{") else {}
    if reply.status != 404 or told.get("type") != f"{NAMESPACE}Error" or not told.get("message"):
        found.breaks("error", reply.status)
    if reply.headers.get("access-control-allow-origin") != "*":
        found.breaks("cors", "an error")
