"""What is published for others to build on is what the code says: the schemas of documents, API and deliveries."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from house.tree import DOCS
from pejl.minutes.document import Minutes

PEJL = Path(sys.executable).with_name("pejl")
AGAIN = "Write it again with: make schema"


def test_the_published_schema_of_minutes_is_that_of_the_code() -> None:
    published = json.loads((DOCS / "schema" / "pejl.minutes-1.json").read_text(encoding="utf-8"))
    assert published == Minutes.model_json_schema(by_alias=True), AGAIN


@pytest.mark.parametrize(
    ("words", "document"),
    [
        (["minutes", "schema"], "schema/pejl.minutes-1.json"),
        (["api", "schema"], "openapi.yaml"),
        (["register", "contract", "--json"], "schema/pejl.register-1.datapackage.json"),
        (["register", "contract", "--markdown"], "register-contract.md"),
    ],
    ids=["minutes", "api", "register", "register page"],
)
def test_the_committed_document_is_what_the_command_prints(words: list[str], document: str) -> None:
    printed = subprocess.run([PEJL, *words], capture_output=True, text=True, encoding="utf-8", check=True).stdout
    assert (DOCS / document).read_text(encoding="utf-8") == printed, AGAIN
