"""The smallest Django project that does what a page cannot do without: what all else is held to."""
