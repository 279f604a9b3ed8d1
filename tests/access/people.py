"""Invented users with their roles, for tests."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.test import Client

from pejl.access.roles import Role
from pejl.access.services import add_user

PASSWORD = "gul-hest-under-broen"  # noqa: S105 - of invented users
PERSON = "p" + "abcdefghijklmnopqrstuvwxyz"


def a_user(name: str, *roles: Role, **more: str) -> User:
    return add_user(name, PASSWORD, roles, who="Prøve", **more)


def logged_in(user: User) -> Client:
    """A browser in which the user is logged in, without the work of checking a password."""
    client = Client()
    client.force_login(user)
    return client
