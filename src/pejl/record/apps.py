"""The room `record` as a Django application."""

from django.apps import AppConfig


class RecordConfig(AppConfig):
    """Meetings, items and references as the pages read them; all of it follows from the archive."""

    name = "pejl.record"
    label = "record"
    verbose_name = "Referater"
    default_auto_field = "django.db.models.BigAutoField"
