"""Django made ready for a command: chapters that use the database import this module before what reads the tables.

Importing it is all there is to it. The settings read PEJL_HOME and DATABASE_URL now, so they must be set before. Where
the settings cannot be used, the command ends here with a sentence.
"""

from __future__ import annotations

import os
import sys

import django

from pejl.cli.console import UNUSABLE, remark

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pejl.web.settings")
try:
    django.setup()
except ValueError as unusable:
    remark(str(unusable))
    sys.exit(UNUSABLE)
