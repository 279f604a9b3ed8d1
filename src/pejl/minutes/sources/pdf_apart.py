"""A PDF that may be heavy is read in a process of its own, which the system stops when it takes too much.

That costs about half a second, so only files for which `is_heavy` says so are read this way. The process gets the
file's bytes and gives back JSON; it has no other task and keeps nothing.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys

from pejl.minutes.sources import limits
from pejl.minutes.sources.limits import MEGABYTE
from pejl.minutes.sources.pdf import read_pdf
from pejl.minutes.sources.unreadable import Refusal, Words

MEMORY = 1_500 * MEGABYTE

TOO_MUCH = Words(
    f"the PDF needs more than {limits.SECONDS} seconds or {limits.megabytes(MEMORY)} of memory to read, "
    "which is the limit",
    f"PDF-filen kræver mere end {limits.SECONDS} sekunder eller {limits.megabytes(MEMORY)} hukommelse at læse, "
    "og det er grænsen",
)


def read_pdf_apart(data: bytes) -> tuple[list[str], tuple[int, ...]]:
    """As `read_pdf`, for a file that may take too much."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pejl.minutes.sources.pdf_apart"],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.SECONDS + 10,
            check=True,
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
        raise Refusal(TOO_MUCH) from error
    answer = json.loads(done.stdout)
    if "reason" in answer:
        raise Refusal(Words(*answer["reason"]), Words(*answer["place"]))
    return answer["lines"], tuple(answer["pages"])


def main() -> None:
    """Read the PDF on standard input and write what came of it on standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.SECONDS, limits.SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        lines, pages = read_pdf(sys.stdin.buffer.read())
    except Refusal as refusal:
        print(json.dumps({"reason": refusal.reason, "place": refusal.place}))
    else:
        print(json.dumps({"lines": lines, "pages": pages}))


if __name__ == "__main__":
    main()
