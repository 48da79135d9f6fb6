"""The doors of funding."""
