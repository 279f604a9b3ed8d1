"""Sending one message to a receiver: over TLS, to the address that was given and no other, and not for long."""

from __future__ import annotations

import http.client
import ipaddress
import ssl
from collections.abc import Mapping
from urllib.parse import SplitResult, urlsplit

SECONDS = 10.0
"""How long a receiver may take to answer."""
LONGEST_ADDRESS = 400


class NotSent(Exception):
    """A message did not get through. `str()` says why, without what was in it."""


class UnusableAddress(ValueError):
    """An address that nothing is sent to. `str()` says why, in English, for whoever types it in."""


def checked_address(address: str) -> str:
    """The address as it is kept. Only https, or http to this machine itself; no user, no fragment."""
    parts = _split(address.strip())
    if parts.username or parts.password or parts.fragment:
        raise UnusableAddress("An address has no user name, password or fragment in it.")
    if parts.scheme == "https" or (parts.scheme == "http" and _is_here(parts.hostname or "")):
        return address.strip()
    raise UnusableAddress("Messages are sent over https; http is used to this machine itself and nowhere else.")


def post(address: str, body: bytes, sent_with: Mapping[str, str]) -> None:
    """Send the message. Raises `NotSent` where the answer is not of the 200s: a redirection is not followed."""
    parts = _split(address)
    connection = _connection(parts)
    target = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
    try:
        connection.request("POST", target, body, {"Content-Type": "application/json", **sent_with})
        answer = connection.getresponse()
        answer.read(1000)
    except (OSError, http.client.HTTPException) as trouble:
        raise NotSent(f"{parts.hostname} could not be reached ({type(trouble).__name__}).") from trouble
    finally:
        connection.close()
    if not 200 <= answer.status < 300:
        raise NotSent(f"{parts.hostname} answered {answer.status}.")


def _connection(parts: SplitResult) -> http.client.HTTPConnection:
    host = parts.hostname or ""
    if parts.scheme == "https":
        return http.client.HTTPSConnection(host, parts.port, timeout=SECONDS, context=ssl.create_default_context())
    return http.client.HTTPConnection(host, parts.port, timeout=SECONDS)


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        usable = bool(parts.hostname) and len(address) <= LONGEST_ADDRESS and address.isprintable()
        usable = usable and " " not in address and parts.port != 0
    except ValueError as wrong:
        raise UnusableAddress("This is no address of a receiver.") from wrong
    if not usable:
        raise UnusableAddress("This is no address of a receiver.")
    return parts


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
