"""Nothing in the project tells of one machine, or names the place that packages are downloaded from."""

from __future__ import annotations

import re

import pytest

from house.tree import named, text_of, tracked_files

# Written with brackets, so that no pattern matches this file.
FORBIDDEN = {
    "a path of one machine": r"(?<![\w.}/*-])/([w]ork|[f]arm|[r]oot|[h]ome/[a-z]+|[U]sers/[a-zA-Z]+)/"
    r"|(?<![\w.}])/[t]mp/[a-z]",
    "a place of downloads": r"[p]ypi\.org|[p]ythonhosted\.org|[n]pmjs\.(org|com)|[d]eb\.debian\.org"
    r"|--[i]ndex-url \S|--find[-]links \S",
    "how the project was made": r"(?i)\b([s]ubagent|[s]teering repo|[c]laude|[a]nthropic|[c]hat ?gpt|[o]penai|[c]opilot"
    r"|[l]lms?\b|[l]arge language model|[a]i[- ]generated|[g]enerated by an? ai)\b",
}


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_no_file_holds(kind: str) -> None:
    pattern = re.compile(FORBIDDEN[kind])
    found = [
        f"{named(path)}:{number}: {line.strip()[:120]}"
        for path in tracked_files()
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if pattern.search(line)
    ]
    assert not found


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("a path of one machine", "see /" + "work/main/src"),
        ("a path of one machine", "open('/t" + "mp/x.txt')"),
        ("a place of downloads", "https://files.python" + "hosted.org/packages/x.whl"),
        ("a place of downloads", "--index" + "-url https://somewhere"),
        ("how the project was made", "written by a Sub" + "agent"),
    ],
)
def test_the_patterns_find_what_they_are_for(kind: str, text: str) -> None:
    assert re.search(FORBIDDEN[kind], text)
