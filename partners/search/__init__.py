"""Finding what somebody means: on the pages of the site, and on the staff desk."""

from .words import Plain, looked_up, together

__all__ = ["Plain", "looked_up", "together"]
