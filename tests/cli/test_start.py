"""A command starts with what it needs, so that it answers at once."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cli.pejl_command import environment, pejl

pytestmark = pytest.mark.usefixtures("tables")

LOADED = """
import atexit, json, sys
atexit.register(lambda: print(json.dumps(sorted(sys.modules)), file=sys.stderr))
from pejl.cli.main import main
main()
"""
READERS = {"pdfplumber", "pypdfium2", "lxml", "pejl.minutes.sources.pdf"}
WRITERS = {"pejl.minutes.reader", "pejl.record.services.importing", "pejl.record.services.mending"}
NEVER_NEEDED = {"rich", "numpy"}


@pytest.mark.parametrize(
    ("words", "spared"),
    [
        (["--help"], READERS | WRITERS | NEVER_NEEDED | {"django", "pydantic"}),
        (["minutes", "check", "referat.txt"], {"pdfplumber", "pypdfium2", "django"} | NEVER_NEEDED),
        (["record", "list"], READERS | WRITERS | NEVER_NEEDED | {"pejl.web.urls", "pejl.cli.record_write"}),
        (["record", "search", "kontanthjælp"], READERS | WRITERS | NEVER_NEEDED | {"pejl.cli.record_write"}),
    ],
    ids=lambda words: " ".join(words[:2]) if isinstance(words, list) else "",
)
def test_what_is_not_needed_is_not_loaded(
    words: list[str], spared: set[str], minutes_file: Path, tmp_path: Path
) -> None:
    pejl("record", "import", minutes_file, "--municipality", "Fjordby Kommune", home=tmp_path)
    said = subprocess.run(
        [sys.executable, "-c", LOADED, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(tmp_path),
        cwd=tmp_path,
        check=False,
    )
    assert said.returncode == 0, said.stderr
    in_vain = spared & set(json.loads(said.stderr))
    assert not in_vain
