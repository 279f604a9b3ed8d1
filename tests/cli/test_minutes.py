"""`pejl minutes`: a person looks at files of minutes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cli.pejl_command import PEJL, environment, pejl
from pejl.minutes.document import Minutes

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "minutes"


def test_a_file_is_summed_up_in_lines(minutes_file: Path, tmp_path: Path) -> None:
    said = pejl("minutes", "read", minutes_file, home=tmp_path)
    assert said.returncode == 0
    assert "referat.txt: minutes of Beskæftigelsesudvalget" in said.stdout
    assert "2025-03-12" in said.stdout
    assert "Budgetopfølgning for kontanthjælp" in said.stdout
    assert said.stderr == ""
    assert {path.name for path in tmp_path.iterdir()} == {"referat.txt"}, "reading made a data folder"


def test_one_file_gives_one_document_and_several_give_a_list(minutes_file: Path, tmp_path: Path) -> None:
    other = minutes_file.with_name("andet.md")
    other.write_text(minutes_file.read_text(encoding="utf-8").replace("12. marts", "9. april"), encoding="utf-8")
    one = Minutes.model_validate_json(pejl("minutes", "read", minutes_file, "--json", home=tmp_path).stdout)
    assert [item.title for item in one.items] == ["Budgetopfølgning for kontanthjælp", "Eventuelt"]
    several = json.loads(pejl("minutes", "read", minutes_file, other, "--json", home=tmp_path).stdout)
    assert [document["date"] for document in several] == ["2025-03-12", "2025-04-09"]
    folder = json.loads(pejl("minutes", "read", tmp_path, "--json", home=tmp_path).stdout)
    assert sorted(document["source"]["name"] for document in folder) == ["andet.md", "referat.txt"]


def test_one_bad_file_does_not_stop_the_others(minutes_file: Path, bad_file: Path, tmp_path: Path) -> None:
    said = pejl("minutes", "read", bad_file, "findes-ikke.txt", minutes_file, "--json", home=tmp_path)
    assert said.returncode == 2
    assert [document["source"]["name"] for document in json.loads(said.stdout)] == ["referat.txt"]
    sentences = said.stderr.splitlines()
    assert len(sentences) == 2
    assert sentences[0].startswith(f"Cannot read {bad_file} (")
    assert sentences[1] == "Cannot read findes-ikke.txt (the whole file): there is no such file."


def test_a_single_bad_file_leaves_standard_output_empty(bad_file: Path, tmp_path: Path) -> None:
    said = pejl("minutes", "read", bad_file, "--json", home=tmp_path)
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr.count("\n") == 1


def test_a_folder_without_minutes_is_nothing_found(tmp_path: Path) -> None:
    (tmp_path / "billede.png").write_bytes(b"\x89PNG")
    (tmp_path / ".skjult.txt").write_text("Dagsorden", encoding="utf-8")
    said = pejl("minutes", "read", tmp_path, home=tmp_path)
    assert said.returncode == 1
    assert said.stderr.startswith("There are no files of minutes in ")


def test_a_file_named_twice_is_read_once(minutes_file: Path, tmp_path: Path) -> None:
    said = pejl("minutes", "read", minutes_file, tmp_path, "--json", home=tmp_path)
    assert len(json.loads(said.stdout)) == 1


def test_a_reader_that_has_had_enough_ends_it_quietly(minutes_file: Path, tmp_path: Path) -> None:
    files = []
    for number in range(60):
        path = tmp_path / f"{number}.txt"
        path.write_text(minutes_file.read_text(encoding="utf-8"), encoding="utf-8")
        files.append(path)
    running = subprocess.Popen(
        [PEJL, "minutes", "read", *files, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
    )
    assert running.stdout and running.stderr
    running.stdout.read(1)
    running.stdout.close()
    assert running.stderr.read() == b""
    running.stderr.close()
    running.wait(timeout=60)


def test_reading_minutes_needs_no_django(minutes_file: Path, tmp_path: Path) -> None:
    asked = (
        "import sys; from pejl.cli.main import app; "
        f"app(['minutes', 'read', {str(minutes_file)!r}], standalone_mode=False); "
        "app(['--help'], standalone_mode=False); "
        "print(sorted(name for name in sys.modules if name.split('.')[0] in ('django', 'ninja')))"
    )
    said = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, env=environment(tmp_path), check=True
    )
    assert said.stdout.splitlines()[-1] == "[]"


def test_the_schema_describes_what_is_printed(minutes_file: Path, tmp_path: Path) -> None:
    schema = json.loads(pejl("minutes", "schema", home=tmp_path).stdout)
    document = json.loads(pejl("minutes", "read", minutes_file, "--json", home=tmp_path).stdout)
    assert set(document) <= set(schema["properties"])
    assert schema["properties"]["schema"]["const"] == document["schema"] == "pejl.minutes/1"


@pytest.mark.skipif(not SHARED.is_dir(), reason="The sample minutes of ../shared are not here.")
def test_the_vote_on_an_amendment_and_a_withdrawn_case_are_told(tmp_path: Path) -> None:
    said = pejl("minutes", "read", SHARED / "gladsaxe" / "2025-12-03.txt", "--json", home=tmp_path)
    document = Minutes.model_validate_json(said.stdout)
    first, second = document.items[:2]
    assert first.outcome == "withdrawn"
    (vote,) = second.votes
    assert (len(vote.for_), len(vote.against), len(vote.abstain), vote.outcome) == (2, 3, 1, "rejected")
    assert second.decision
    assert [(clause.number, clause.outcome) for clause in second.decision.clauses] == [
        (number, "recommended") for number in range(1, 6)
    ]


FAULTY = """REFERAT Fjordudvalget 2022-2025 d. 05-11-2025

Mødedato 05-11-2025 kl. 17:00

Punkt 1: Opfølgning

Gennemgang af sagen

Sagen er kendt, jf. punkt 7.

Bilag

Bilag 1: Oversigt

Punkt 2: Godkendelse

Beslutning

Godkendt.
"""


def test_check_names_the_place_and_what_was_stated_and_ends_well(tmp_path: Path) -> None:
    faulty = tmp_path / "referat.txt"
    faulty.write_text(FAULTY, encoding="utf-8")
    said = pejl("minutes", "check", faulty, home=tmp_path)
    assert said.returncode == 0
    assert "item 1, lines 9 [reference: reference-no-item, certain]" in said.stdout
    assert "Tjek dette: " in said.stdout


def test_check_as_json_gives_one_object_for_one_file_and_a_list_for_several(tmp_path: Path) -> None:
    faulty = tmp_path / "referat.txt"
    faulty.write_text(FAULTY, encoding="utf-8")
    one = json.loads(pejl("minutes", "check", faulty, "--json", home=tmp_path).stdout)
    assert (one["body"], one["date"]) == ("Fjordudvalget", "2025-11-05")
    assert [(flag["kind"], flag["item"], flag["stated"]) for flag in one["flags"]] == [("reference", 1, "punkt 7")]
    several = json.loads(pejl("minutes", "check", tmp_path, "--json", home=tmp_path).stdout)
    assert several == [one]


def test_checked_files_know_each_other(minutes_file: Path, tmp_path: Path) -> None:
    later = tmp_path / "senere.txt"
    later.write_text(FAULTY.replace("punkt 7", "Beskæftigelsesudvalget 12.03.2025, punkt 9"), encoding="utf-8")
    alone = json.loads(pejl("minutes", "check", later, "--json", home=tmp_path).stdout)
    assert alone["flags"] == []
    both = json.loads(pejl("minutes", "check", later, minutes_file, "--json", home=tmp_path).stdout)
    assert [flag["rule"] for flag in both[0]["flags"]] == ["reference-no-item"]


def test_minutes_that_open_what_the_agenda_closed_are_told_of_when_both_are_given(tmp_path: Path) -> None:
    text = "{0} Fjordudvalget d. 05-11-2025\n\nPunkt 1: Budget\n\n{1}\n\nPunkt 2: {2}Salg af grunden\n\n{1}\n"
    agenda, minutes = tmp_path / "dagsorden.txt", tmp_path / "referat.txt"
    agenda.write_text(text.format("DAGSORDEN", "Indstilling\n\nAt sagen godkendes.", "(Lukket) "), encoding="utf-8")
    minutes.write_text(text.format("REFERAT", "Beslutning\n\nGodkendt.", ""), encoding="utf-8")
    said = pejl("minutes", "check", agenda, minutes, home=tmp_path)
    assert "Punkt 2 er lukket på dagsordenen, men åbent i referatet. Må det offentliggøres?" in said.stdout
    assert "dagsordenen, men" not in pejl("minutes", "check", minutes, home=tmp_path).stdout


def test_check_of_a_bad_file_names_it_and_checks_the_others(minutes_file: Path, bad_file: Path, tmp_path: Path) -> None:
    said = pejl("minutes", "check", bad_file, minutes_file, home=tmp_path)
    assert said.returncode == 2
    assert "nothing to look at" in said.stdout
    assert said.stderr.startswith(f"Cannot read {bad_file} (")
