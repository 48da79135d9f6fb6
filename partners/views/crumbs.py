"""The way back from the pages of this app."""

from django.urls import reverse
from django.utils.translation import gettext as _

Crumbs = list[dict[str, str]]


def crumbs(*steps: tuple[str, str]) -> Crumbs:
    """Home, and then steps of (words, name of the page); the last one is where you are.

    A step may also hold an address that was made already, which begins with a slash.
    """
    way = [{"label": _("My Schuldenlab"), "url": reverse("portal:home")}]
    way += [{"label": label, "url": _address(name)} for label, name in steps]
    return way


def _address(name: str) -> str:
    return name if not name or name.startswith("/") else reverse(name)
