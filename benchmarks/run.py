"""Measure the house and print what came out: `make bench`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial

import answering
import deadlines
import importing
import judging
import loading
import reading
import search

import screening

HEAD = ("what", "median", "middle half, p95 or mean", "aim")


def main() -> None:
    """Run every benchmark that is asked for in turn, never side by side, and print one table."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument(
        "--only",
        choices=["reading", "importing", "search", "answering", "loading", "law", "deadlines", "screening"],
        help="this one and no other",
    )
    wanted.add_argument("--meetings", type=int, default=importing.MEETINGS, help="how many meetings are imported")
    wanted.add_argument("--rows", type=int, default=loading.ROWS, help="how many rows the delivery has that is loaded")
    wanted.add_argument("--spells", type=int, default=deadlines.SPELLS, help="of how many spells deadlines are asked")
    wanted.add_argument("--scored", type=int, default=screening.SPELLS, help="how many sick leaves are scored")
    asked = wanted.parse_args()
    benchmarks: dict[str, Callable[[], list[tuple[str, str, str, str]]]] = {
        "reading": reading.measure,
        "importing": partial(importing.measure, asked.meetings),
        "search": search.measure,
        "answering": answering.measure,
        "loading": partial(loading.measure, asked.rows),
        "law": judging.measure,
        "deadlines": partial(deadlines.measure, asked.spells),
        "screening": partial(screening.measure, asked.scored),
    }
    rows = [row for name, measure in benchmarks.items() if asked.only in (None, name) for row in measure()]
    print_table([HEAD, *rows])


def print_table(rows: list[tuple[str, ...]]) -> None:
    """Rows as columns, the first left-aligned and the others right-aligned."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    for row in rows:
        first, *others = (
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        print("  ".join([first, *others]).rstrip())


if __name__ == "__main__":
    main()
