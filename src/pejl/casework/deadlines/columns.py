"""The columns of the table of deadlines: one row for each person, duty and round of its clock."""

from __future__ import annotations

from collections.abc import Mapping

DEADLINE_COLUMNS: Mapping[str, str] = {
    "person": "string",
    "spell": "string",
    "duty": "string",
    "kind": "string",
    "benefit": "string",
    "target_group": "string",
    "unit": "string",
    "team": "string",
    "caseworker": "string",
    "case_start": "date",
    "starts": "date",
    "opens": "date",
    "due": "date",
    "round": "int64",
    "required": "int64",
    "done": "int64",
    "met_on": "date",
    "booked": "date",
    "exempt": "string",
    "ends": "date",
    "state": "string",
}
"""The kind of each column, as Ibis names it.

`spell` is the id of the benefit spell (for sick leave of the sick-leave spell) whose row lies under the clock. `starts`
is the clock's day, `opens` the first day on which something counts, `due` the last one in time; both inclusive. `done`
is how many times it was done up to the judged day, never more than counts; for duties of hours, whole hours a week.
`met_on` is the day on which the last required time took place. `booked` is the next booked day that would count.
`exempt` is the name of the exception that holds. `ends` is the duty's last day as law where that lies before `due`.
`state` is a value of `State`.
"""
