"""What the frame of every page needs: menu, account and banner."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string

from .ports import page_frame


def frame(request: HttpRequest) -> dict[str, Any]:
    """Menu and account of who is logged in, and the line that the demo puts above every page.

    It reads nothing besides the person's standing, which every rule reads as well.
    """
    banner = getattr(settings, "SITE_BANNER", "")
    around = page_frame(request)
    return {
        "menu": around.menu,
        "account_name": around.account_name,
        "site_banner": import_string(banner)() if banner else "",
        "site_name": settings.SITE_NAME,
        "contact_email": settings.CONTACT_EMAIL,
        "languages": other_addresses(request),
    }


def other_addresses(request: HttpRequest) -> list[dict[str, str]]:
    """The same page in every language, for a visitor; a link for one person has that person's."""
    user, found = getattr(request, "user", None), request.resolver_match
    if user is None or user.is_authenticated or (found and "token" in found.kwargs):
        return []
    query = request.META.get("QUERY_STRING", "")
    page = request.path_info + (f"?{query}" if query else "")
    return [
        {"code": code, "name": name, "path": path, "url": settings.SITE_URL + path}
        for code, name in settings.LANGUAGES
        for path in [f"/{code}{page}"]
    ]
