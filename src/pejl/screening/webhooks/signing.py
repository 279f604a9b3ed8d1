"""Signatures after Standard Webhooks (standardwebhooks.com): the receiver can check them with a library of its own."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

PREFIX = "whsec_"


def new_secret() -> str:
    """A secret for one receiver: 32 bytes in base64 after the standard's prefix."""
    return PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def headers(message: str, timestamp: int, body: bytes, secret: str) -> dict[str, str]:
    """The standard's three headers. `message` is the same for every try, so that a receiver counts it once."""
    signed = f"{message}.{timestamp}.".encode() + body
    key = base64.b64decode(secret.removeprefix(PREFIX))
    signature = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return {
        "webhook-id": message,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": f"v1,{signature}",
    }
