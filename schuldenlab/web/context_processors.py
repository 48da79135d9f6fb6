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
    }
