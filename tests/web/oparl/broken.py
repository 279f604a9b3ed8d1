"""Broken servers, made from the sound one: what a walker must find."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from web.oparl.asking import ask
from web.oparl.walker import Ask, Reply

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
    """A server that changes what it tells."""

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
    """Do it to every object of the type."""

    def change(_address: str, told: dict[str, Any]) -> None:
        for part in each(told, kind):
            do(part)

    return change


def to_pages(do: Callable[[dict[str, Any]], object], of: str = "") -> Change:
    """Do it to every page of the lists whose addresses hold `of`."""

    def change(address: str, told: dict[str, Any]) -> None:
        if "data" in told and of in address:
            do(told)

    return change


def refusing(method_refused: str, status: int) -> Ask:
    """A server that knows a method less."""

    def broken(method: str, address: str, headers: dict[str, str]) -> Reply:
        return Reply(status, {}, b"") if method == method_refused else sound(method, address, headers)

    return broken
