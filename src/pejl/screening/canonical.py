"""JSON in the one way in which the room hashes it, so that the same thing has the same hash wherever it is asked."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def canonical(value: Any) -> str:
    """Keys in order, no spaces, letters as they are, no NaN."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def hash_of(value: Any) -> str:
    """The SHA-256 of it as canonical JSON."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()
