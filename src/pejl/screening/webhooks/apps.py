"""The part `webhooks` as a Django application."""

from django.apps import AppConfig


class WebhooksConfig(AppConfig):
    """Who is told when something happens, and how far each has been told."""

    name = "pejl.screening.webhooks"
    label = "screening_webhooks"
    verbose_name = "Beskeder til fagsystemer"
    default_auto_field = "django.db.models.BigAutoField"
