"""Settings of the site. What differs between installations comes from the environment; see `docs/operation.md`."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from csp.constants import NONE, SELF

from pejl.home.folders import home
from pejl.web.base_address import configured, hosts
from pejl.web.database import database

HOME = home()
ROOT = Path(__file__).resolve().parents[3]
WEB = Path(__file__).resolve().parent

# The front-end packages that `make` installs; served from where they lie, never copied.
NODE_MODULES = Path(os.environ.get("PEJL_NODE_MODULES") or ROOT / "node_modules")

DEBUG = False
# Nothing that outlives a process is signed for readers, so a key of its own per process will do until one is given.
SECRET_KEY = os.environ.get("PEJL_SECRET_KEY") or secrets.token_urlsafe(48)
# What ids in open data and links in feeds begin with; without it, the address that is asked.
BASE_ADDRESS = configured(os.environ.get("PEJL_BASE_ADDRESS"))
ALLOWED_HOSTS = hosts(os.environ.get("PEJL_HOSTS", "127.0.0.1,localhost,[::1]"), BASE_ADDRESS)
MUNICIPALITY = os.environ.get("PEJL_MUNICIPALITY", "")
# Whether questions are asked by what they mean, where the extra for it is installed.
BY_MEANING = os.environ.get("PEJL_MEANING") != "off"
LICENSE = os.environ.get("PEJL_LICENSE", "")
CONTACT_NAME = os.environ.get("PEJL_CONTACT_NAME", "")
CONTACT_EMAIL = os.environ.get("PEJL_CONTACT_EMAIL", "")

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "csp",
    "pejl.acts.apps.ActsConfig",
    "pejl.record.apps.RecordConfig",
]
MIDDLEWARE = [
    "pejl.web.page.delivery.CompressText",
    "django.middleware.security.SecurityMiddleware",
    "pejl.web.page.delivery.FewPowers",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "pejl.web.page.delivery.OnlyRead",
    "pejl.web.api_delivery.ApiDelivery",
    "pejl.web.open_delivery.OpenDelivery",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
    "pejl.web.gate.Gate",
]
ROOT_URLCONF = "pejl.web.urls"
WSGI_APPLICATION = "pejl.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / room / "templates" for room in ("page", "front", "record", "about")],
        "OPTIONS": {
            "builtins": ["django.templatetags.static", "pejl.web.page.tags"],
            "context_processors": ["django.template.context_processors.request", "pejl.web.page.context.frame"],
        },
    }
]

DATABASES = {"default": database(os.environ.get("DATABASE_URL"), HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# There is no LocaleMiddleware: days and numbers are Danish whatever the browser asks for.
LANGUAGE_CODE = "da"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Copenhagen"

STATIC_URL = "/static/"
STATICFILES_DIRS = [("pejl", WEB / "page" / "static" / "pejl")]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "pejl.web.page.design.HtmxFinder",
    "pejl.web.page.design.DesignFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "pejl.web.page.design.NamedByContent"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_ALLOW_ALL_ORIGINS = False
# The addresses that pages write change when the file does; see `page/design.py`.
WHITENOISE_MAX_AGE = 30 * 24 * 3600

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
# Set PEJL_HTTPS=1 where a proxy in front speaks HTTPS and says so in X-Forwarded-Proto.
if os.environ.get("PEJL_HTTPS") == "1":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 3600

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
