"""Django made ready for a command: chapters that use the database import this module before what reads the tables.

Importing it is all there is to it. The settings read PEJL_HOME and DATABASE_URL now, so
they must be set before.
"""

from __future__ import annotations

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pejl.web.settings")
django.setup()
