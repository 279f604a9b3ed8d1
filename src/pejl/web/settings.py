"""Settings of the site. What differs between installations comes from the environment; see `docs/operation.md`."""

from __future__ import annotations

import os
from pathlib import Path

from pejl.record.home import home
from pejl.web.database import database

HOME = home()
ROOT = Path(__file__).resolve().parents[3]

DEBUG = False
SECRET_KEY = os.environ.get("PEJL_SECRET_KEY") or "only-for-a-machine-of-ones-own"
ALLOWED_HOSTS = os.environ.get("PEJL_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
MUNICIPALITY = os.environ.get("PEJL_MUNICIPALITY", "")

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "django_htmx",
    "pejl.record.apps.RecordConfig",
]
MIDDLEWARE: list[str] = []
ROOT_URLCONF = "pejl.web.urls"
DATABASES = {"default": database(os.environ.get("DATABASE_URL"), HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "Europe/Copenhagen"
LANGUAGE_CODE = "da"
USE_I18N = True
STATIC_URL = "/static/"
