"""Settings of the site. What differs between installations comes from the environment; see `docs/operation.md`."""
