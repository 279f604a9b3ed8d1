"""The room `access` as a Django application."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """The log of looks. Users and their groups are Django's own tables."""

    name = "pejl.access"
    label = "access"
    verbose_name = "Adgang"
    default_auto_field = "django.db.models.BigAutoField"
