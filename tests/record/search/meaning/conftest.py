"""The tests of an extra that set-up installs. Where its packages do not exist for a machine, they are left out; the
labelled questions say so.
"""

from __future__ import annotations

from pejl.record.search import meaning

collect_ignore_glob = ["test_*.py"] if meaning.MISSING else []
