"""The audit table as a Django application of its own, so that nothing else of screening shares its tables."""

from django.apps import AppConfig


class FairnessConfig(AppConfig):
    """Sensitive attributes, for tests of unequal treatment only; never joined into scoring."""

    name = "pejl.screening.fairness"
    label = "screening_fairness"
    verbose_name = "Screening: prøve for forskelsbehandling"
    default_auto_field = "django.db.models.BigAutoField"
