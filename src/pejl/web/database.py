"""Which database the site writes to: SQLite in the data folder, or the server that DATABASE_URL names."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

from pejl.home.folders import Home


def database(url: str | None, home: Home) -> dict[str, Any]:
    """Django's database setting for `url` ("postgresql://user:password@host:port/name"), or SQLite without one.

    Raises ValueError with a sentence when the address is of another kind.
    """
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": home.database,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 30,
                # secure_delete: what a correction takes back must not stay behind in the file's free pages.
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;",
            },
        }
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ValueError(f"DATABASE_URL is no address: {error}.") from error
    if parts.scheme not in {"postgresql", "postgres"}:
        raise ValueError(f"DATABASE_URL begins with {parts.scheme!r}; it must be a postgresql:// address.")
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise ValueError("DATABASE_URL names no database; it must end in one: postgresql://user:password@host/name.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(port or ""),
        "CONN_MAX_AGE": 60,
    }
