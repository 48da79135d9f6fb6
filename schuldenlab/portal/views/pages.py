"""The pages of text under every page."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import ngettext
from django.views.generic import TemplateView, View


@method_decorator(login_not_required, name="dispatch")
class Page(TemplateView):
    """A page of text that everybody may read."""


class Privacy(Page):
    """What is kept, why and how long: the terms come from the settings that are applied."""

    template_name = "portal/privacy.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The terms in words."""
        session_days = settings.SESSION_COOKIE_AGE // (24 * 60 * 60)
        days = {**settings.RETENTION, "sessions": session_days + settings.RETENTION["sessions"]}
        kept = {kind: _term(count) for kind, count in days.items()}
        return {**super().get_context_data(**kwargs), "kept": kept}


def _term(days: int) -> str:
    """Whole years as years, everything else in days."""
    years, rest = divmod(days, 365)
    if years and not rest:
        return ngettext("%(years)s year", "%(years)s years", years) % {"years": years}
    return ngettext("%(days)s day", "%(days)s days", days) % {"days": days}


@method_decorator(login_not_required, name="dispatch")
class SecurityText(View):
    """Where to report a weak spot, for machines (RFC 9116)."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Five lines; `check --deploy` watches that the last day has not passed."""
        del request, args, kwargs
        lines = {
            "Contact": f"mailto:{settings.CONTACT_EMAIL}",
            "Expires": settings.SECURITY_TXT_EXPIRES,
            "Preferred-Languages": "nl, en",
            "Canonical": settings.SITE_URL + reverse("portal:security-txt"),
            "Policy": settings.SITE_URL + reverse("portal:vulnerability"),
        }
        text = "".join(f"{name}: {value}\n" for name, value in lines.items())
        return HttpResponse(
            text,
            content_type="text/plain; charset=utf-8",
            headers={"Cache-Control": "public, max-age=3600"},
        )
