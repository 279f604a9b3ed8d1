"""One writer at a time, and a clear sentence for the one who waited in vain."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pejl.home.turn import Busy, turn

HOLD = """
import sys, time
from pathlib import Path
from pejl.home.turn import turn
with turn(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_second_writer_waits_and_is_told_who_writes(tmp_path: Path) -> None:
    lock = tmp_path / "home" / "lock"
    with turn(lock), pytest.raises(Busy, match=f"number {os.getpid()}.*try again"), turn(lock, patience=0.2):
        raise AssertionError("two writers at once")
    with turn(lock, patience=0):
        pass


def test_lock_goes_with_its_killed_holder(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(lock)], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    with pytest.raises(Busy, match=f"number {holder.pid}"), turn(lock, patience=0):
        raise AssertionError("two writers at once")
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    holder.stdout.close()
    with turn(lock, patience=5):
        pass
