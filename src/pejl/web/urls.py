"""Addresses of the site, one line per room."""

urlpatterns: list[object] = []
