"""What a delivery says of itself: `delivery.toml`, read against a contract."""
