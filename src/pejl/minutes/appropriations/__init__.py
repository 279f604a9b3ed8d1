"""Appropriations: the money that a recommendation asks a body to grant, move or release."""
