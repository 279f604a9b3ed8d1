"""A text is published by mistake and taken back by a correction: afterwards only the archive holds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.pejl_command import pejl

pytestmark = pytest.mark.usefixtures("tables")

SECRET = "Kvæsthøjsagen"  # noqa: S105
HEAD = "Beskæftigelsesudvalget\n\n{kind} onsdag den 12. marts 2025 kl. 16.00\n\n"
BUDGET = (
    "Punkt 1. Budget\n\nIndstilling\nForvaltningen indstiller, at budgettet godkendes.\n\nBeslutning\nGodkendt.\n\n"
)
OPEN = f"Punkt 2. Salg af grund\n\nSagsfremstilling\nSalget angår {SECRET} og dens naboer.\n\n"
LATER = "Punkt 3. Eventuelt\n\nBeslutning\nIntet.\n"


def files_that_hold(word: str, home: Path) -> list[Path]:
    forms = {form.encode(code) for form in (word, word.lower()) for code in ("utf-8", "utf-16-le")}
    escaped = {word.encode("ascii", "backslashreplace").replace(b"\\x", b"\\u00")}
    return [
        path
        for path in sorted(home.rglob("*"))
        if path.is_file() and any(form in path.read_bytes() for form in forms | escaped)
    ]


@pytest.mark.parametrize("shut", ["Punkt 2. Lukket punkt\n\n", "Punkt 2. Salg af grund (Lukket)\n\n"])
@pytest.mark.parametrize("kind", ["Referat fra mødet", "Dagsorden til mødet"])
def test_what_a_correction_takes_back_is_left_in_the_archive_only(tmp_path: Path, kind: str, shut: str) -> None:
    home, told, corrected = tmp_path / "home", tmp_path / "a.txt", tmp_path / "b.txt"
    home.mkdir()
    told.write_text(HEAD.format(kind=kind) + BUDGET + OPEN + LATER, encoding="utf-8")
    corrected.write_text(HEAD.format(kind="Referat fra mødet") + BUDGET + shut + LATER, encoding="utf-8")
    assert pejl("record", "import", told, home=home).returncode == 0
    assert any(path.name == "pejl.sqlite3" for path in files_that_hold(SECRET, home))
    assert pejl("record", "import", corrected, home=home).returncode == 0
    assert pejl("record", "search", SECRET, home=home).returncode == 1
    holding = files_that_hold(SECRET, home)
    assert holding and all(path.is_relative_to(home / "archive") for path in holding)
