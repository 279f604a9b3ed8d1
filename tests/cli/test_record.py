"""`pejl record`: a person keeps minutes and finds them again."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest

from cli.pejl_command import pejl, start
from pejl.record import fjordby as demo

pytestmark = pytest.mark.usefixtures("tables")


def test_what_is_there_already_is_skipped(minutes_file: Path, tmp_path: Path) -> None:
    first = pejl("record", "import", minutes_file, "--municipality", "Fjordby Kommune", home=tmp_path)
    assert (first.returncode, first.stderr) == (0, "1/1 referat.txt: new\n")
    assert first.stdout.startswith("1 new.")
    again = pejl("record", "import", minutes_file, "--json", home=tmp_path)
    (told,) = json.loads(again.stdout)["imported"]
    assert (told["status"], told["body"], told["date"]) == ("unchanged", "Beskæftigelsesudvalget", "2025-03-12")


def test_a_corrected_file_becomes_a_new_version(minutes_file: Path, tmp_path: Path) -> None:
    pejl("record", "import", minutes_file, "--municipality", "Fjordby Kommune", home=tmp_path)
    minutes_file.write_text(minutes_file.read_text(encoding="utf-8").replace("Intet.", "Drøftet."), encoding="utf-8")
    said = pejl("record", "import", minutes_file, "--municipality", "Fjordby Kommune", "--json", home=tmp_path)
    (told,) = json.loads(said.stdout)["imported"]
    assert (told["status"], told["version"]) == ("new_version", 2)


def test_one_bad_file_does_not_stop_the_others(minutes_file: Path, bad_file: Path, tmp_path: Path) -> None:
    said = pejl("record", "import", bad_file, minutes_file, "--json", home=tmp_path)
    assert said.returncode == 2
    told = json.loads(said.stdout)
    assert [entry["file"] for entry in told["imported"]] == [str(minutes_file)]
    assert [set(entry) for entry in told["refused"]] == [{"file", "place", "reason"}]
    assert f"Cannot read {bad_file} (" in said.stderr


def test_what_does_not_look_like_minutes_is_pointed_out(tmp_path: Path) -> None:
    (tmp_path / "huskeseddel.txt").write_text("Husk at bestille kaffe til gæsterne.\n", encoding="utf-8")
    said = pejl("record", "import", "huskeseddel.txt", home=tmp_path)
    assert said.returncode == 0
    assert "huskeseddel.txt: neither a date nor an item was found in it. Is it minutes?\n" in said.stderr


def test_a_stopped_import_goes_on_where_it_stopped(tmp_path: Path) -> None:
    running = start("record", "import", demo.FOLDER, home=tmp_path)
    assert running.stderr
    assert running.stderr.readline().startswith("1/")
    running.send_signal(signal.SIGINT)
    answer, remarks = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Stopping after this file." in remarks
    assert "The same command again goes on from here." in remarks
    done = int(answer.split()[0])
    again = json.loads(pejl("record", "import", demo.FOLDER, "--json", home=tmp_path).stdout)
    statuses = [entry["status"] for entry in again["imported"]]
    assert statuses[:done] == ["unchanged"] * done
    assert "unchanged" not in statuses[done:]


def test_the_list_tells_the_addresses_that_show_understands(fjordby: Path) -> None:
    rows = json.loads(pejl("record", "list", "--body", "byraad", "--year", "2025", "--json", home=fjordby).stdout)
    assert rows
    assert {(row["body"], row["date"][:4]) for row in rows} == {("Byrådet", "2025")}
    address = rows[0]["address"]
    meeting = json.loads(pejl("record", "show", address, "--json", home=fjordby).stdout)
    assert (meeting["schema"], meeting["date"], len(meeting["items"])) == (
        "pejl.minutes/1",
        rows[0]["date"],
        rows[0]["items"],
    )
    item = json.loads(pejl("record", "show", f"{address}/punkt-1", "--json", home=fjordby).stdout)
    assert item == meeting["items"][0]
    shown = pejl("record", "show", address, home=fjordby).stdout
    assert item["title"] in shown
    assert item["title"] in pejl("record", "show", f"{address}/punkt-1", home=fjordby).stdout


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["show", "fjordby-kommune/byraad/1999-01-01"], 1, "The record holds nothing at "),
        (["show", "byraad"], 2, "byraad is not an address: "),
        (["list", "--year", "1999"], 1, "The record holds no such meeting."),
        (["search", "hvalros"], 1, "Nothing found."),
    ],
)
def test_nothing_found_is_said_and_told_by_the_exit_code(
    fjordby: Path, words: list[str], code: int, sentence: str
) -> None:
    said = pejl("record", *words, home=fjordby)
    assert said.returncode == code
    assert said.stderr.startswith(sentence)
    assert said.stdout == ""


def test_a_search_is_narrowed_down(fjordby: Path) -> None:
    def hits(*words: str) -> list[dict[str, str]]:
        said = pejl("record", "search", *words, "--limit", "100", "--json", home=fjordby)
        found: list[dict[str, str]] = json.loads(said.stdout)["hits"]
        return found

    every = hits("kontanthjælp")
    assert every
    without = hits("kontanthjælp", "-budget")
    assert {hit["address"] for hit in without} < {hit["address"] for hit in every}
    year = hits("kontanthjælp", "--year", "2025")
    assert {hit["date"][:4] for hit in year} == {"2025"}
    outcome = hits("kontanthjælp", "--outcome", "for_information")
    assert {hit["outcome"] for hit in outcome} == {"for_information"}


def test_a_search_marks_what_it_found(fjordby: Path) -> None:
    said = pejl("record", "search", "kontanthjælp", home=fjordby)
    assert said.returncode == 0
    assert "*" in said.stdout
    assert "found" in said.stdout.splitlines()[0]


def test_a_misspelt_option_is_not_taken_for_a_word(fjordby: Path) -> None:
    said = pejl("record", "search", "kontanthjælp", "--yaer", "2025", home=fjordby)
    assert said.returncode == 2
    assert "There is no option --yaer." in said.stderr


def test_an_empty_record_says_how_it_gets_filled(tmp_path: Path) -> None:
    for words in (["list"], ["search", "kontanthjælp"], ["promises"], ["money"], ["check"], ["completeness"]):
        said = pejl("record", *words, home=tmp_path)
        assert (said.returncode, said.stdout) == (1, ""), words
        taught = "is empty. `pejl record import PATH` takes minutes in; PEJL_HOME names another data folder.\n"
        assert said.stderr == f"The record in {tmp_path} {taught}", words
    assert json.loads(pejl("record", "list", "--json", home=tmp_path).stdout) == []


def test_the_record_is_derived_again_from_the_archive(minutes_file: Path, tmp_path: Path) -> None:
    pejl("record", "import", minutes_file, home=tmp_path)
    before = pejl("record", "list", home=tmp_path).stdout
    (tmp_path / "pejl.sqlite3").unlink()
    rebuilt = pejl("record", "rebuild", "--json", home=tmp_path)
    assert rebuilt.returncode == 0
    assert json.loads(rebuilt.stdout)["documents"] == 1
    assert pejl("record", "list", home=tmp_path).stdout == before
