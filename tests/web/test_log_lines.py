"""What the server's log says of an address or a fault tells nobody who it was about."""

from __future__ import annotations

import logging
import sys

from pejl.web.log_lines import WithoutNumbers

PSEUDONYM = "pf3gahoyzxpg5oftqgnnxd7j5hi"


def test_a_line_and_its_trace_hold_no_number_and_no_whole_pseudonym() -> None:
    try:
        raise KeyError(PSEUDONYM)
    except KeyError:
        record = logging.LogRecord("pejl", logging.ERROR, "", 1, "%s failed", (f"/x/{PSEUDONYM}/?q=010180-1234",), None)
        record.exc_info = sys.exc_info()
    written = WithoutNumbers().format(record)
    assert "/x/pf3gah…/?q=[CPR-nummer skjult] failed" in written and "KeyError: 'pf3gah…'" in written
    assert PSEUDONYM not in written


def test_other_words_stay_as_they_are() -> None:
    line = "sagsbehandlingstidsberegningerne p123456789012345678901234567 pejl.web"
    assert WithoutNumbers().format(logging.LogRecord("pejl", logging.INFO, "", 1, line, (), None)) == line


def test_a_line_holds_no_link_by_which_a_citizen_answers() -> None:
    line = "Not Found: /screening/spoergsmaal/3f9Zk-QmT0_vXb/ and '/screening/spoergsmaal/3f9Zk-QmT0_vXb?sprog=en'"
    written = WithoutNumbers().format(logging.LogRecord("pejl", logging.WARNING, "", 1, line, (), None))
    assert written == "Not Found: /screening/spoergsmaal/…/ and '/screening/spoergsmaal/…?sprog=en'"
    wrong = "Not Found: /Screening//SPOERGSMAAL//3f9Zk-QmT0_vXb and /spoergsmaal/3f9Zk-QmT0_vXb/"
    record = logging.LogRecord("pejl", logging.WARNING, "", 1, wrong, (), None)
    assert "3f9Zk" not in WithoutNumbers().format(record)
