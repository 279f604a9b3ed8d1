"""Tries mutants one after another, each in a forked process of its own that imports the changed law anew.

What the law itself imports from elsewhere is imported once, before anything is forked. The law is a copy in a folder of
this worker, so that nothing in the repository changes. First the worked cases are asked in the two quick ways, then the
tests are run until one fails. What takes too long (by the processor's time, so that a busy machine
makes no difference) has failed.
"""

from __future__ import annotations

import compileall
import os
import resource
import shutil
import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from law.mutation.mutants import Mutant
from law.mutation.which_tests import STATUTES, tests_for

ROOT = Path(__file__).resolve().parents[3]
LAW = ROOT / "src" / "pejl" / "law"
_BEFOREHAND = ("numpy", "yaml", "ibis", "ibis.backends.duckdb", "duckdb", "pyarrow", "pytest", "pytest_django.plugin")
_BEFOREHAND += ("hypothesis", "typer", "rich.console", "django", "pejl.calendar")
_QUIETLY = ("-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", "--no-header", "--tb=no", "-W", "ignore")
SURVIVED, KILLED_BY_CASES, KILLED_BY_TESTS, TOO_LONG, ON_LOAD = "survived", "cases", "tests", "time", "load"
_CODES = {0: SURVIVED, 10: ON_LOAD, 11: KILLED_BY_CASES, 12: KILLED_BY_TESTS}


class Worker:
    """A folder with a copy of the law, in which one file at a time is changed."""

    def __init__(self, folder: Path, seconds: int, *, all_tests: bool = False) -> None:
        self._folder = folder / "pejl"
        self._seconds = seconds
        self._all_tests = all_tests
        self._trials = 0
        shutil.copytree(LAW, self._folder / "law", copy_function=shutil.copy2)
        compileall.compile_dir(self._folder, quiet=2)
        os.environ |= {"PEJL_HOME": str(folder), "PEJL_MEANING": "off", "DJANGO_SETTINGS_MODULE": "pejl.web.settings"}
        for name in _BEFOREHAND:
            import_module(name)
        import_module("django").setup()
        if loaded := [name for name in sys.modules if name.startswith("pejl.law")]:
            raise RuntimeError(f"The law is loaded before it is changed: {loaded[0]}.")

    def trial(self, mutant: Mutant) -> str:
        """What became of a mutant."""
        path = self._folder / "law" / mutant.file
        kept, times = path.read_bytes(), path.stat()
        path.write_text(mutant.text, encoding="utf-8")
        self._trials += 1  # a time of its own, so that nothing that Python has compiled of the file is taken for it
        os.utime(path, (self._trials, self._trials))
        try:
            _, status = os.waitpid(os.fork() or self._child(mutant.file), 0)
        finally:
            path.write_bytes(kept)
            os.utime(path, (times.st_atime, times.st_mtime))
        code = os.waitstatus_to_exitcode(status)
        return TOO_LONG if code == -signal.SIGXCPU else _CODES.get(code, KILLED_BY_TESTS)

    def _child(self, file: str) -> int:
        """Judges the law as it lies in the folder, and ends the process."""
        code = 12
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (self._seconds, self._seconds))
            sys.dont_write_bytecode = False
            quiet = os.open(os.devnull, os.O_WRONLY)
            os.dup2(quiet, 1)
            os.dup2(quiet, 2)
            import_module("pejl").__path__.insert(0, str(self._folder))
            code = _judged(file, tests_for(file, all_of_them=self._all_tests))
        finally:
            os._exit(code)


def _judged(file: str, tests: tuple[str, ...]) -> int:
    try:
        whole = import_module("pejl.law.law").law()
    except BaseException:  # whatever the mutant made of it
        return 10
    try:
        if not all(_cases_pass(whole, names) for names in _in_turn(file.partition("/")[0])):
            return 11
    except BaseException:
        return 11
    return 12 if _fails(tests) else 0


def _in_turn(statute: str) -> tuple[tuple[str, ...], ...]:
    """The statute's own cases first; what is no statute is judged by all at once."""
    return ((statute,), tuple(one for one in STATUTES if one != statute)) if statute in STATUTES else (STATUTES,)


def _cases_pass(whole: Any, statutes: tuple[str, ...]) -> bool:
    """Whether the worked cases of some statutes come out right for one person; in arrays too, for the engine."""
    cases, case_run = import_module("pejl.law.cases"), import_module("pejl.law.case_run")
    found = [case for name in statutes for case in cases.cases_of(whole, whole.statute(name))]
    ways = (case_run.Way.PERSON, case_run.Way.ARRAYS) if statutes == STATUTES else (case_run.Way.PERSON,)
    return bool(found) and all(result.passed for result in case_run.run(whole, found, ways))


def _fails(tests: tuple[str, ...]) -> bool:
    os.chdir(ROOT)
    hypothesis = import_module("hypothesis")
    quick = (hypothesis.Phase.explicit, hypothesis.Phase.generate)  # a mutant need not be told of in few words
    hypothesis.settings.register_profile(
        "mutation", max_examples=40, derandomize=True, database=None, deadline=None, phases=quick
    )
    hypothesis.settings.load_profile("mutation")
    words = [*_QUIETLY, *(f"tests/{name}" for name in tests)]
    return int(import_module("pytest").main(words)) != 0
