"""The room `screening` as a Django application: the log of assessments, and the links that citizens answer by."""

from django.apps import AppConfig


class ScreeningConfig(AppConfig):
    """What people and models did about sick leaves. Scores are nowhere but in the log."""

    name = "pejl.screening"
    label = "screening"
    verbose_name = "Screening"
    default_auto_field = "django.db.models.BigAutoField"
