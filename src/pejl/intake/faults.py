"""What can be wrong with a row, each with a sentence for the person who mends it.

A fault sends one row to quarantine. What makes a whole delivery unusable is a `Refused` instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """The kinds of faults of a row. The value is what reports and files say; it is never reused for something else."""

    MISSING = "missing"
    NO_DAY = "no_day"
    NO_NUMBER = "no_number"
    NO_WHOLE_NUMBER = "no_whole_number"
    TOO_MANY_DECIMALS = "too_many_decimals"
    NOT_ALLOWED = "not_allowed"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    TOO_LONG = "too_long"
    NO_FLAG = "no_flag"
    NO_PERSON = "no_person"
    """No CPR number, own number or pseudonym of the form that the delivery states."""
    NO_SUCH_DAY_IN_CPR = "no_such_day_in_cpr"
    CPR_IN_OTHER_COLUMN = "cpr_in_other_column"
    ENDS_BEFORE_START = "ends_before_start"
    OTHER_COLUMN_NEEDED = "other_column_needed"
    PART_LARGER_THAN_WHOLE = "part_larger_than_whole"
    KEY_TWICE = "key_twice"
    NOT_FOUND = "not_found"
    """The row refers to a row (mostly a person) that the snapshot does not hold."""
    WRONG_NUMBER_OF_CELLS = "wrong_number_of_cells"
    UNREADABLE_BYTES = "unreadable_bytes"


@dataclass(frozen=True)
class Fault:
    """One fault of one row. `shown` is the value as delivered where it may be shown, "" where it might be personal."""

    kind: FaultKind
    column: str
    shown: str = ""


class Refused(Exception):
    """The delivery as a whole cannot be used, and nothing was changed. `str()` says what, where, and what to do."""
