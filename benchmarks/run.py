"""Measure the house and print what came out: `make bench`."""

from __future__ import annotations

import reading
import search

HEAD = ("what", "median", "middle half or p95", "aim")


def main() -> None:
    """Run every benchmark in turn, never side by side, and print one table."""
    print_table([HEAD, *reading.measure(), *search.measure()])


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
