"""`pejl demo` and `pejl serve`: a newcomer sees the site."""

from __future__ import annotations

import json
import signal
import socket
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from cli.pejl_command import pejl, pejl_alone, start
from pejl.record import fjordby as demo

PATIENCE = 60


def fetched(address: str) -> bytes:
    """What is at the address, once somebody answers there."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 - our own address
                content: bytes = answer.read()
                return content
        except urllib.error.HTTPError:
            raise
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def test_the_demo_holds_every_document_of_its_folder(fjordby: Path) -> None:
    files = [path for path in demo.FOLDER.iterdir() if path.suffix in {".txt", ".md", ".html"}]
    assert len(files) >= 14
    meetings = json.loads(pejl("record", "list", "--json", home=fjordby).stdout)
    assert {meeting["municipality"] for meeting in meetings} == {demo.MUNICIPALITY}
    assert len({meeting["body"] for meeting in meetings}) >= 3
    again = pejl("demo", "--no-serve", "--no-train", home=fjordby)
    assert again.stdout.startswith(f"0 new, {len(files)} here already.")


def test_the_demo_is_built_in_the_folder_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    said = pejl("demo", "--no-serve", "--persons", "0", "--home", "new", home=tmp_path / "elsewhere")
    assert said.returncode == 0
    assert {path.name for path in (tmp_path / "elsewhere").iterdir()} == {"new"}


def test_the_demo_serves_the_site_until_ctrl_c(fjordby: Path, port: int) -> None:
    running = start("demo", "--no-train", "--port", str(port), home=fjordby)
    try:
        page = fetched(f"http://127.0.0.1:{port}/").decode()
        start_of_api = json.loads(fetched(f"http://127.0.0.1:{port}/api/v1/"))
    finally:
        running.send_signal(signal.SIGINT)
        answer, remarks = running.communicate(timeout=PATIENCE)
    assert "Fjordby" in page
    assert start_of_api["meetings"] == "/api/v1/meetings"
    assert running.returncode == 0
    assert f"Pejl is at http://127.0.0.1:{port} (Ctrl-C stops it)" in remarks
    assert "Traceback" not in remarks + answer


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_port_that_is_taken_is_said_before_anything_is_built(command: str, tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = str(other.getsockname()[1])
        said = pejl(command, "--port", taken, home=tmp_path)
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr == f"Port {taken} of 127.0.0.1 is taken by another program. Choose another with --port.\n"
    assert not (tmp_path / "archive").exists()


@pytest.mark.long
def test_the_demo_trains_a_model_and_takes_it_in_use_only_through_the_gate(tmp_path: Path) -> None:
    built = pejl_alone("demo", "--no-serve", home=tmp_path)
    assert built.returncode == 0, built.stderr
    listed = json.loads(pejl("screening", "models", "--json", home=tmp_path).stdout)
    assert [(each["state"], each["signed_by"]) for each in listed["models"]] == [
        ("i_brug", "Fjordby Kommune, eksempel")
    ]
    assert listed["in_use"] == listed["models"][0]["id"]
    again = pejl("demo", "--no-serve", home=tmp_path)
    assert again.returncode == 0 and "Training" not in again.stderr


@pytest.mark.long
def test_a_demo_of_few_has_no_model_in_use_and_says_so(tmp_path: Path) -> None:
    built = pejl("demo", "--no-serve", "--persons", "1000", home=tmp_path)
    assert built.returncode == 0, built.stderr
    assert "Everything else is there." in built.stderr
    assert pejl("screening", "models", home=tmp_path).returncode == 1
