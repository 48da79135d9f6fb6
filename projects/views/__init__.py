"""The doors of projects."""
