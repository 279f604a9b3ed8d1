"""What is done to users, and rows taken out as files, each an act with the name of whoever did it."""

from __future__ import annotations

from enum import StrEnum


class Verb(StrEnum):
    """What was done, mostly to a user. The word is kept; it is never used for something else."""

    ADD_USER = "access.add_user"
    GIVE_ROLES = "access.give_roles"
    DISABLE_USER = "access.disable_user"
    ENABLE_USER = "access.enable_user"
    TAKE_APP = "access.take_app"
    SET_PASSWORD = "access.set_password"  # noqa: S105 - the name of an act

    SET_CASEWORKER = "access.set_caseworker"
    """Which caseworker of the register the user is."""

    MAKE_TOKEN = "access.make_token"  # noqa: S105 - the name of an act
    TAKE_TOKEN = "access.take_token"  # noqa: S105
    """A token was made for another system, or taken back. The subject says which."""

    TAKE_OUT = "access.take_out"
    """Rows of several persons were taken out as a file. The subject says which."""

    @property
    def needs_reason(self) -> bool:
        """None does: the act itself says what changed."""
        return False
