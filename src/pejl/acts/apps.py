"""The room `acts` as a Django application."""

from django.apps import AppConfig


class ActsConfig(AppConfig):
    """One table of acts for all rooms. Nothing in it is computed, and nothing computed is in it."""

    name = "pejl.acts"
    label = "acts"
    verbose_name = "Handlinger"
    default_auto_field = "django.db.models.BigAutoField"
