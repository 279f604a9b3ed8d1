"""The walker is no good if it cannot fail: each rule is broken by a server made for it, and the walker says so."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from web.oparl.asking import ROOT, START
from web.oparl.broken import Change, changed, refusing, sound, to_all, to_pages
from web.oparl.published_validator import validate
from web.oparl.walker import Ask, Reply, walk

pytestmark = pytest.mark.usefixtures("small")


def test_the_sound_server_is_found_sound() -> None:
    assert not walk(START, sound).problems
    assert not validate(START, sound).problems


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
    "a list without an end": (
        "links",
        to_pages(lambda told: told["links"].update(next=told["links"]["self"]), "/person"),
    ),
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
    "what is deleted, within another": ("deleted", to_all("AgendaItem", lambda told: told.update(deleted=True))),
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


def files_without_head(method: str, address: str, headers: dict[str, str]) -> Reply:
    if method == "HEAD" and address.endswith("?download=1"):
        return Reply(405, {}, b"")
    return sound(method, address, headers)


@pytest.mark.parametrize(
    ("server", "rule"),
    [
        (without("access-control-allow-origin"), "cors"),
        (without("etag"), "conditional"),
        (without("content-type"), "json"),
        (refusing("HEAD", 405), "head"),
        (refusing("GET", 503), "status"),
        (files_without_head, "file"),
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


def elsewhere(method: str, address: str, headers: dict[str, str]) -> Reply:
    """A server whose system has moved, and says where to."""
    if address == START:
        return Reply(301, {"location": f"{ROOT}moved"}, b"")
    return sound(method, START if address == f"{ROOT}moved" else address, headers)


def test_the_published_validator_follows_where_it_is_sent() -> None:
    assert not validate(START, elsewhere).problems


SAID: dict[str, tuple[str, Ask]] = {
    "an http id": ("UsingHttp", changed(BROKEN["an http id"][1])),
    "no terms": ("RequiredFieldMissing", changed(BROKEN["no terms"][1])),
    "no address": ("RequiredFieldMissing", changed(BROKEN["no address"][1])),
    "no type": ("RequiredFieldMissing", changed(to_all("Meeting", lambda told: told.update(type=None)))),
    "an empty text": ("EmptyString", changed(to_all("AgendaItem", lambda told: told.update(number="")))),
    "an empty word": ("EmptyString", changed(to_all("Paper", lambda told: told.update(keyword=[""])))),
    "a link to nothing": ("ObjectMissing", changed(BROKEN["a link to nothing"][1])),
    "a link outside the lists": ("ObjectNotInList", changed(BROKEN["a link outside the lists"][1])),
    "a list of meetings": (
        "ObjectNotInList",
        changed(to_all("Organization", lambda told: told.update(meeting=f"{ROOT}body/fjordby-kommune/meeting"))),
    ),
    "a number as text": ("InvalidJson", changed(to_all("File", lambda told: told.update(size="1")))),
    "an object where its id is wanted": (
        "InvalidJson",
        changed(to_all("Person", lambda told: told.update(body={"id": told["body"]}))),
    ),
    "one where many are wanted": (
        "InvalidJson",
        changed(to_all("Meeting", lambda told: told.update(organization=told["organization"][0]))),
    ),
    "no links": ("InvalidJson", changed(to_pages(lambda told: told.pop("links"), "/paper"))),
    "a total that is none": (
        "InvalidJson",
        changed(to_pages(lambda told: told["pagination"].update(totalElements=-1), "/paper")),
    ),
    "a list without an end": ("Endless", changed(BROKEN["a list without an end"][1])),
    "long names of pages": (
        "Cache",
        changed(to_pages(lambda told: told["links"].update(next=f"{ROOT}{'x' * 256}"), "/person")),
    ),
    "pages with names that a cache takes for one": (
        "Cache",
        changed(to_pages(lambda told: told["links"].update(next=f"{ROOT}body/fjordby-kommune/person.2"), "/person")),
    ),
    "lists that are not there": ("HttpRequestFailedTooOften", with_broken_pages),
    "no system": ("HttpRequestFailedTooOften", refusing("GET", 503)),
}


@pytest.mark.parametrize("fault", SAID)
def test_the_published_validator_would_say_so(fault: str) -> None:
    kind, server = SAID[fault]
    assert kind in {said for said, _ in validate(START, server).problems}
