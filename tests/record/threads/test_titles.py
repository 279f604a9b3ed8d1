"""What a case is called."""

from __future__ import annotations

from pejl.record.threads.title import usual_title


def test_a_case_has_the_title_that_most_of_its_treatments_print() -> None:
    assert usual_title(["Ny jobstrategi", "Ny jobstrategi", "Ny jobstrategi (2. behandling)"]) == "Ny jobstrategi"


def test_of_titles_that_are_as_frequent_the_latest_counts_and_none_is_no_title() -> None:
    assert usual_title(["Budget 2025", "Budget 2026", ""]) == "Budget 2026"
    assert usual_title(["", ""]) == ""
