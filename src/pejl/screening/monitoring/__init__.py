"""Whether a model in use still holds: drift, calibration, overrides, alarms."""
