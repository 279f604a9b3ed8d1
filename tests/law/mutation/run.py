"""Changes the law in one place at a time, and tells which changes no test notices: `make mutation`.

    make mutation ONLY="klage columns"        # the files whose path begins so
    make mutation ARGS="--again"              # those that survived last time, once more
    make mutation ARGS="--share 0.05"         # a twentieth of all

What was tried is kept in `build/mutation/` and not tried again, so the run can be stopped and started.
"""

from __future__ import annotations

import argparse
import multiprocessing as mp
import random
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from law.mutation.amounts import mutants_of_amounts
from law.mutation.mutants import Mutant, enums_of, mutants_of
from law.mutation.outcomes import Outcomes
from law.mutation.trial import LAW, ROOT, Worker

KEPT = ROOT / "build" / "mutation"
_SEED = 20250701


def all_mutants(*only: str) -> Iterator[Mutant]:
    """The mutants of every file of the law, or of those whose path begins so."""
    begins = only or ("",)
    enums = enums_of(LAW.rglob("*.py"))
    for path in sorted(LAW.rglob("*")):
        file = path.relative_to(LAW).as_posix()
        if file.startswith(begins) and path.suffix == ".py":
            yield from mutants_of(file, path, enums)
        elif file.startswith(begins) and path.name == "parameters.yaml":
            yield from mutants_of_amounts(file, path)


def tried(mutants: list[Mutant], workers: int, seconds: int, *, all_tests: bool) -> Iterator[tuple[Mutant, str]]:
    """Each mutant with what became of it, as they come in."""
    fresh = mp.get_context("spawn")  # a worker must not have imported the law
    todo, done = fresh.Queue(), fresh.Queue()
    args = (todo, done, seconds, all_tests)
    several = [fresh.Process(target=_work, args=args, daemon=True) for _ in range(workers)]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))  # so that the workers are stopped too
    for place, mutant in enumerate(mutants):
        todo.put((place, mutant))
    for process in several:
        todo.put(None)
        process.start()
    try:
        for _ in mutants:
            place, outcome = done.get()
            yield mutants[place], outcome
    finally:
        for process in several:
            process.terminate()
            process.join()


def _work(todo: Any, done: Any, seconds: int, all_tests: bool) -> None:
    with tempfile.TemporaryDirectory(prefix="pejl-mutation-") as folder:
        worker = Worker(Path(folder), seconds, all_tests=all_tests)
        while (each := todo.get()) is not None:
            place, mutant = each
            done.put((place, worker.trial(mutant)))


def main() -> None:
    """Try what is asked for, tell how far it has come, and report."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--only", nargs="*", default=(), help="files whose path below pejl/law begins so")
    wanted.add_argument("--share", type=float, default=1.0, help="what share of the mutants, drawn at random")
    wanted.add_argument("--again", action="store_true", help="try those that survived once more")
    wanted.add_argument("--all-tests", action="store_true", help="with every test that may notice, not the likely ones")
    wanted.add_argument("--workers", type=int, default=2)
    wanted.add_argument("--seconds", type=int, default=60, help="of processor time; what takes longer has failed")
    wanted.add_argument("--kept", type=Path, default=KEPT, help="the folder where what was tried is kept")
    asked = wanted.parse_args()
    mutants = list(all_mutants(*asked.only))
    random.Random(_SEED).shuffle(mutants)  # so that a run that is stopped has tried a fair share
    mutants = mutants[: round(asked.share * len(mutants))]
    outcomes = Outcomes(asked.kept / "outcomes.jsonl")
    todo = [mutant for mutant in mutants if outcomes.is_new(mutant, again=asked.again)]
    for number, (mutant, outcome) in enumerate(
        tried(todo, asked.workers, asked.seconds, all_tests=asked.all_tests), start=1
    ):
        outcomes.add(mutant, outcome)
        if sys.stderr.isatty() or number % 50 == 0:
            print(f"{number:,} of {len(todo):,}: {mutant.file} {outcome}   ", end="\r", file=sys.stderr, flush=True)
    report = outcomes.report(mutants)
    (asked.kept / "report.txt").write_text("\n".join(report) + "\n", encoding="utf-8")
    print("\n".join(report))


if __name__ == "__main__":
    main()
