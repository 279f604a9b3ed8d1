"""The site as a WSGI application, for gunicorn: `gunicorn pejl.web.wsgi`."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pejl.web.settings")

application = get_wsgi_application()
