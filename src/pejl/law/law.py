"""The law: all statutes of the product, loaded and checked once, and asked as of a day."""

from __future__ import annotations

from functools import lru_cache

from pejl.law.law_days import Law
from pejl.law.statutes import STATUTES

__all__ = ["Law", "law"]


@lru_cache(maxsize=1)
def law() -> Law:
    """The law of the product's statutes, loaded once."""
    return Law(STATUTES)
