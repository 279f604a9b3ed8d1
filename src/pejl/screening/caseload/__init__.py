"""The register's sick leaves as spells with features, at each landmark."""
