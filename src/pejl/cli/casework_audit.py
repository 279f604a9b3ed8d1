"""`pejl casework audit`: a random sample of cases with the checks of the yearly audit, beside the truth."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from pejl.access.rights import CASEWORK_AUDIT
from pejl.casework.audit.audited import Audit, CheckResult, audit
from pejl.casework.audit.cases import Case, Finding
from pejl.casework.duty_book import DutyBook
from pejl.casework.timeliness.told import Told
from pejl.cli.casework_asked import (
    AsKnown,
    First,
    On,
    Scenario,
    in_percent,
    in_percents,
    rows_of_time,
)
from pejl.cli.casework_looks import Persons, Who, Why, log_looks, see_may_look
from pejl.cli.chapters import new_app
from pejl.cli.console import NOTHING_FOUND, AsJson, answer, answer_json, remark
from pejl.cli.count_words import in_words
from pejl.cli.register_lines import aligned
from pejl.register.small_counts import without_few

Sample = Annotated[int, typer.Option("--sample", min=1, max=10_000, help="How many cases to draw.")]
Seed = Annotated[int, typer.Option("--seed", min=0, max=2**31, help="The same seed draws the same cases again.")]
ByGroup = Annotated[bool, typer.Option("--by-target-group", help="Draw of each target group as many as is its part.")]

HEADINGS = ("check", "in sample", "pass", "percent", "95 percent interval", "mark", "verdict", "in all", "true percent")
PAGE = "pejl casework audit"

app = new_app(name="audit", add_completion=False)


@app.command("audit")
def audit_command(
    on: On = None,
    sample: Sample = 40,
    seed: Seed = 1,
    first: First = None,
    snapshot: AsKnown = "",
    by_target_group: ByGroup = False,
    scenario: Scenario = "",
    persons: Persons = False,
    who: Who = "",
    why: Why = "",
    as_json: AsJson = False,
) -> None:
    """Draw cases at random and check them as the audit of the accounts of 2024 did, with the truth of all beside.

    The interval is that of the share in all cases, as far as the sample can tell. With --persons each case is listed
    with its errors and the section; every person is written in the log.
    """
    with rows_of_time(on, first, snapshot, scenario) as (rows, book, time):
        if persons:
            see_may_look(who, why, CASEWORK_AUDIT)
        found = audit(rows, time.last, sample=sample, seed=seed, time=time, by_stratum=by_target_group)
        if persons:
            log_looks(who, why, CASEWORK_AUDIT, (case.person for case in found.sample), PAGE)
    if as_json:
        answer_json(_as_data(found, book, persons=persons))
    else:
        _tell(found, book, persons=persons)
    for check in found.unchecked:
        remark(f"{check.name}: no case to check. Its time may not be confirmed; --scenario supposes one.")
    if not found.of_cases:
        raise typer.Exit(NOTHING_FOUND)


def _tell(found: Audit, book: DutyBook, *, persons: bool) -> None:
    answer(f"{_many(len(found.sample))} of {_many(found.of_cases)} cases drawn with seed {found.seed}")
    answer(f"Last days from {found.time.first} to {found.time.last}, as they stood on {found.day}")
    answer()
    checked = [each for each in found.results if each.in_all]
    answer("\n".join(aligned([HEADINGS, *(_row(each, exact=persons) for each in checked)])))
    if persons:
        answer()
        for case in found.sample:
            answer(f"{case.person}  {case.target_group}  since {case.case_start}  {case.team}")
            answer("\n".join(_errors(case, book)))


def _many(cases: int) -> str:
    return in_words(without_few(cases))


def _errors(case: Case, book: DutyBook) -> Iterator[str]:
    for error in case.faults:
        cites = f" ({found})" if (found := _cites(case, error, book)) else ""
        came = f", came {error.met_on}" if error.met_on else ", did not come"
        yield f"  {error.check.name}: by {error.asked}{came}. {book.danish(error.duty)}{cites}"
    if not case.faults:
        yield "  no error"


def _cites(case: Case, found: Finding, book: DutyBook) -> str:
    duty = book.version(found.duty, found.due, case_start=case.case_start, target_group=case.target_group)
    return duty.cites if duty else ""


def _row(result: CheckResult, *, exact: bool) -> tuple[str, ...]:
    sampled, whole = result.told()
    shown = sampled if not exact else None
    interval = result.interval if exact or not sampled.blurred else None
    between = in_percents(interval.least, interval.most) if interval else ""
    verdict = result.verdict.danish if result.verdict and interval else ""
    return (
        result.check.name,
        in_words(shown.judged) if shown else str(result.in_sample),
        in_words(shown.kept) if shown else str(result.passed_in_sample),
        in_percent(interval.share) if interval else "",
        between,
        in_percent(result.check.mark),
        verdict,
        in_words(whole.judged),
        _true(whole),
    )


def _true(whole: Told) -> str:
    return in_percent(whole.share.share) if whole.share else in_percents(whole.least, whole.most)


def _as_data(found: Audit, book: DutyBook, *, persons: bool) -> dict[str, Any]:
    data: dict[str, Any] = {
        "day": found.day.isoformat(),
        "from": found.time.first.isoformat(),
        "to": found.time.last.isoformat(),
        "seed": found.seed,
        "by_target_group": found.by_stratum,
        "cases": without_few(found.of_cases).as_data(),
        "sampled": without_few(len(found.sample)).as_data(),
        "checks": [_result_data(each, exact=persons) for each in found.results],
    }
    return data | {"sample": [_case_data(case, book) for case in found.sample]} if persons else data


def _result_data(result: CheckResult, *, exact: bool) -> dict[str, Any]:
    sampled, whole = result.told()
    interval = result.interval if exact or not sampled.blurred else None
    return {
        "check": result.check.name,
        "danish": result.check.danish,
        "mark": result.check.mark,
        "in_sample": sampled.judged.as_data(),
        "passed_in_sample": sampled.kept.as_data(),
        "share": interval.share if interval else None,
        "least": interval.least if interval else None,
        "most": interval.most if interval else None,
        "verdict": result.verdict.value if result.verdict and interval else None,
        "in_all": whole.judged.as_data(),
        "true_share": whole.share.share if whole.share else None,
    }


def _case_data(case: Case, book: DutyBook) -> dict[str, Any]:
    return {
        "person": case.person,
        "case_start": case.case_start.isoformat(),
        "target_group": case.target_group,
        "team": case.team,
        "findings": [
            {
                "check": each.check.name,
                "duty": each.duty,
                "danish": book.danish(each.duty),
                "cites": _cites(case, each, book),
                "by": each.asked.isoformat(),
                "came": each.met_on and each.met_on.isoformat(),
                "kept": each.kept,
            }
            for each in case.findings
        ],
    }
