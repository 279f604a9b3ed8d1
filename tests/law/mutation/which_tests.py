"""Which tests judge a mutant of which file, the quickest and most likely first.

All of them would do, and take a minute for each mutant that lives. `--all-tests` runs them all.
"""

from __future__ import annotations

STATUTES = ("kontanthjaelp", "indsats", "sygedagpenge", "refusion", "klage")

_ENGINE = (
    "law/engine/test_text_of_a_rule.py",
    "law/engine/test_loading.py",
    "law/engine/test_parameter_file.py",
    "law/engine/test_refusals.py",
    "law/engine/test_two_time_axes.py",
    "law/engine/test_scenarios.py",
    "law/engine/test_explanations.py",
    "law/engine/test_differences.py",
    "law/test_facts.py",
    "law/test_labels.py",
    "law/test_outlines.py",
    "law/test_told_to_programs.py",
)
_COMPUTING = (
    "law/engine/test_one_text_three_ways.py",
    "law/engine/test_days_months_and_money.py",
    "law/engine/test_random_rules.py",
)
_CASES = ("law/test_worked_cases.py",)
_HOUSE = ("house/test_law.py", "house/test_duties_described.py")
_ROOM = (
    "law/test_amounts_without_holes.py",
    "law/test_words_of_the_register.py",
    "law/test_outlines.py",
    "law/test_documented_rules.py",
)
_COMMAND = ("cli/test_law.py",)
_SLOW = ("law/test_random_persons.py", "law/engine/test_any_engine.py", "casework")

_FIRST = {
    "facts.py": "law/test_facts.py",
    "label.py": "law/test_labels.py",
    "told.py": "law/test_told_to_programs.py",
    "told_person.py": "law/test_told_to_programs.py",
    "asked.py": "law/test_told_to_programs.py",
    "outline.py": "law/test_outlines.py",
    "commencements.py": "law/test_outlines.py",
    "difference.py": "law/engine/test_differences.py",
    "person_difference.py": "law/engine/test_differences.py",
    "explanation.py": "law/engine/test_explanations.py",
    "answer.py": "law/engine/test_explanations.py",
    "parameter_file.py": "law/engine/test_parameter_file.py",
    "scenario.py": "law/engine/test_scenarios.py",
    "arithmetic.py": "law/engine/test_days_months_and_money.py",
    "array_functions.py": "law/engine/test_days_months_and_money.py",
    "column_functions.py": "law/engine/test_days_months_and_money.py",
    "duty.py": "law/indsats",
    "kleene.py": "law/engine/test_one_text_three_ways.py",
}
_ARRAYS = ("array_functions.py", "array_program.py", "arrays.py")
_COLUMNS = ("column_functions.py", "column_plan.py", "columns.py")
_READING = ("expression.py", "folding.py", "kinds.py", "text.py")
_COMPUTES = frozenset(
    (*_ARRAYS, *_COLUMNS, *_READING, "arithmetic.py", "chosen.py", "kleene.py", "law_day.py", "person.py", "plan.py")
)
_RUNS_CASES = frozenset(("case_run.py", "case_tables.py", "cases.py", "columns.py", "column_plan.py", "yaml_text.py"))
_TOLD = frozenset(("asked.py", "written.py", "explanation.py", "outline.py"))


def tests_for(file: str, *, all_of_them: bool = False) -> tuple[str, ...]:
    """The test files and folders, below `tests`, in the order in which they are run. `file` is below `pejl/law`."""
    statute = file.partition("/")[0]
    if statute in STATUTES:
        chosen = [f"law/{statute}", *_HOUSE, *_ROOM]
    else:
        chosen = [_FIRST[file]] if file in _FIRST else []
        chosen += _COMMAND if file in _TOLD else ()
        chosen += _CASES if file in _RUNS_CASES else ()
        chosen += (*_ENGINE, *_ROOM)
        chosen += _COMPUTING if file in _COMPUTES else ()
    more = (*_ENGINE, *_COMPUTING, *_CASES, *_HOUSE, *_ROOM, *_COMMAND, *_SLOW) if all_of_them else ()
    return tuple(dict.fromkeys([*chosen, *more]))
