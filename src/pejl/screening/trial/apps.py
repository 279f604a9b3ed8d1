"""The trials of screening as a Django application."""

from django.apps import AppConfig


class TrialConfig(AppConfig):
    """Who was drawn to which arm. Protocols, looks and stops are acts; nothing here is computed."""

    name = "pejl.screening.trial"
    label = "screening_trial"
    verbose_name = "Forsøg"
    default_auto_field = "django.db.models.BigAutoField"
