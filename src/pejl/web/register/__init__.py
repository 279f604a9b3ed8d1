"""The room Register: deliveries, quarantine, differences, the contract, and what is known about one person."""
