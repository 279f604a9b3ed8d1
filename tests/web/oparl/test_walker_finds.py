"""The walker is no good if it cannot fail: each rule is broken by a server made for it, and the walker says so."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from web.oparl.asking import ROOT, START, ask
from web.oparl.walker import Ask, Reply, walk

pytestmark = pytest.mark.usefixtures("small")

Change = Callable[[str, dict[str, Any]], None]
"""What a broken server does to the JSON that it would rightly give at an address."""

remembered: dict[tuple[str, str, str], Reply] = {}


def sound(method: str, address: str, headers: dict[str, str]) -> Reply:
    """The sound server, asked once for each thing."""
    key = (method, address, json.dumps(headers))
    if key not in remembered:
        remembered[key] = ask(method, address, headers)
    return remembered[key]


def changed(change: Change) -> Ask:
    def broken(method: str, address: str, headers: dict[str, str]) -> Reply:
        reply = sound(method, address, headers)
        if method != "GET" or not reply.content.startswith(b"{"):
            return reply
        told = json.loads(reply.content)
        change(address, told)
        return replace(reply, content=json.dumps(told).encode())

    return broken


def each(told: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """All objects of the type in what a server tells, however deep."""
    found = [told] if str(told.get("type", "")).endswith(f"/{kind}") else []
    for value in told.values():
        parts = value if isinstance(value, list) else [value]
        found += [inner for part in parts if isinstance(part, dict) for inner in each(part, kind)]
    return found


def to_all(kind: str, do: Callable[[dict[str, Any]], object]) -> Change:
    def change(_address: str, told: dict[str, Any]) -> None:
        for part in each(told, kind):
            do(part)

    return change


def to_pages(do: Callable[[dict[str, Any]], object], of: str = "") -> Change:
    def change(address: str, told: dict[str, Any]) -> None:
        if "data" in told and of in address:
            do(told)

    return change


def test_the_sound_server_is_found_sound() -> None:
    assert not walk(START, sound).problems


BROKEN: dict[str, tuple[str, Change]] = {
    "an http id": ("https", to_all("Person", lambda told: told.update(id=told["id"].replace("https:", "http:")))),
    "an http link": ("https", to_all("Person", lambda told: told.update(body="http://elsewhere.example.dk/"))),
    "an old type": ("type", to_all("Paper", lambda told: told.update(type="https://oparl.org/schema/1.0/Paper"))),
    "a null": ("empty", to_all("AgendaItem", lambda told: told.update(result=None))),
    "an empty text": ("empty", to_all("AgendaItem", lambda told: told.update({"pejl:note": ""}))),
    "an empty list": ("empty", to_all("Meeting", lambda told: told.update(participant=[]))),
    "no times": ("required", to_all("Location", lambda told: told.pop("modified"))),
    "no order": ("required", to_all("AgendaItem", lambda told: told.pop("order"))),
    "no terms": ("required", to_all("Body", lambda told: told.pop("legislativeTerm"))),
    "no address": ("required", to_all("File", lambda told: told.pop("accessUrl"))),
    "a field of nobody's": ("fields", to_all("Meeting", lambda told: told.update(mood="good"))),
    "a day as a moment": ("fields", to_all("Meeting", lambda told: told.update(start="2025-03-12"))),
    "a moment without an offset": ("fields", to_all("Meeting", lambda told: told.update(end="2025-03-12T12:00:00"))),
    "a day that is none": ("fields", to_all("Paper", lambda told: told.update(date="2025-02-30"))),
    "a tombstone that tells": ("tombstone", to_all("Person", lambda told: told.update(deleted=True))),
    "a child younger than its parent": (
        "times",
        to_all("AgendaItem", lambda told: told.update(modified="2999-01-01T00:00:00+01:00")),
    ),
    "times turned round": ("times", to_all("Person", lambda told: told.update(created="2999-01-01T00:00:00+01:00"))),
    "a link to nothing": (
        "missing",
        to_all("Organization", lambda told: told.update(subOrganizationOf=f"{ROOT}organization/nowhere/nothing")),
    ),
    "a link outside the lists": (
        "listed",
        to_all("Organization", lambda told: told.update(membership=[ROOT + "body"])),
    ),
    "no links": ("links", to_pages(lambda told: told.pop("links"))),
    "no pagination": ("pagination", to_pages(lambda told: told.pop("pagination"))),
    "a wrong total": ("pagination", to_pages(lambda told: told["pagination"].update(totalElements=99))),
    "the same twice": ("order", to_pages(lambda told: told["data"].extend(told["data"][:1]), "/person")),
    "another order in short pages": (
        "order",
        to_pages(lambda told: told["data"].reverse(), "agendaitem?created_since"),
    ),
    "a page that is not cut": ("limit", to_pages(lambda told: told["data"].clear(), "agendaitem?limit=2")),
    "filters that get lost": (
        "filters",
        to_pages(lambda told: told["links"].update(first=f"{ROOT}body/fjordby-kommune/meeting"), "created_since"),
    ),
    "what is deleted, unasked": (
        "deleted",
        to_pages(lambda told: [part.update(deleted=True) for part in told["data"]], "/person"),
    ),
    "another version": ("version", to_all("System", lambda told: told.update(oparlVersion="https://x.example/1.0/"))),
    "another name for itself": ("canonical", to_all("System", lambda told: told.update(id=f"{ROOT}"))),
    "another size": ("size", to_all("File", lambda told: told.update(size=1))),
    "another sum": ("sha512", to_all("File", lambda told: told.update(sha512Checksum="0" * 128))),
    "another file name": ("file", to_all("File", lambda told: told.update(fileName="andet.txt"))),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_answer_is_found(fault: str) -> None:
    rule, change = BROKEN[fault]
    assert rule in walk(START, changed(change)).rules


def without(header: str) -> Ask:
    def broken(method: str, address: str, headers: dict[str, str]) -> Reply:
        reply = sound(method, address, headers)
        return replace(reply, headers={name: value for name, value in reply.headers.items() if name != header})

    return broken


def refusing(method_refused: str, status: int) -> Ask:
    def broken(method: str, address: str, headers: dict[str, str]) -> Reply:
        return Reply(status, {}, b"") if method == method_refused else sound(method, address, headers)

    return broken


def ignoring(parameter: str) -> Ask:
    """A server that does not know the parameter, and answers as if it had not been given."""

    def broken(method: str, address: str, headers: dict[str, str]) -> Reply:
        path, _, query = address.partition("?")
        kept = "&".join(part for part in query.split("&") if not part.startswith(f"{parameter}="))
        return sound(method, f"{path}?{kept}" if kept else path, headers)

    return broken


def alone_otherwise(method: str, address: str, headers: dict[str, str]) -> Reply:
    """A server whose people have another name by themselves than in the list."""
    reply = sound(method, address, headers)
    if method == "GET" and "/v1.1/person/" in address and reply.content:
        return replace(reply, content=json.dumps({**json.loads(reply.content), "name": "En anden"}).encode())
    return reply


def with_pages_of_errors(method: str, address: str, headers: dict[str, str]) -> Reply:
    if address.endswith("nothing/of/this/name"):
        return Reply(404, {"access-control-allow-origin": "*"}, b"<!DOCTYPE html>")
    return sound(method, address, headers)


def with_broken_pages(method: str, address: str, headers: dict[str, str]) -> Reply:
    reply = sound(method, address, headers)
    return replace(reply, content=b"{") if address.endswith("/paper") else reply


def never_unchanged(method: str, address: str, headers: dict[str, str]) -> Reply:
    return sound(method, address, {})


@pytest.mark.parametrize(
    ("server", "rule"),
    [
        (without("access-control-allow-origin"), "cors"),
        (without("etag"), "conditional"),
        (without("content-type"), "json"),
        (refusing("HEAD", 405), "head"),
        (refusing("GET", 503), "status"),
        (ignoring("created_since"), "created_since"),
        (ignoring("created_until"), "created_until"),
        (ignoring("modified_since"), "modified_since"),
        (ignoring("modified_until"), "modified_until"),
        (ignoring("omit_internal"), "omit_internal"),
        (ignoring("limit"), "limit"),
        (alone_otherwise, "same"),
        (with_pages_of_errors, "error"),
        (with_broken_pages, "json"),
        (never_unchanged, "conditional"),
    ],
)
def test_a_broken_server_is_found(server: Ask, rule: str) -> None:
    assert rule in walk(START, server).rules
