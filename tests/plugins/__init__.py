"""Plugins of the test run: its database, and the tools it may miss."""
