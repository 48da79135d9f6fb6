"""For search engines: which pages there are, and that only the public ones are theirs."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView, View

from partners.models import Framework
from schuldenlab.portal.published import (
    public_decisions,
    public_programmes,
    public_projects,
    public_themes,
)

from .page import PublicPage

PAGES = (
    *("public", "public-programme", "public-projects", "public-decisions", "public-calendar"),
    *("public-partners", "public-framework", "public-accounts", "public-how", "open-data"),
)


@method_decorator(login_not_required, name="dispatch")
class Robots(View):
    """Everything but the public pages is for people with an account."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The rules of RFC 9309: the longest path that fits decides."""
        del request, args, kwargs
        lines = (
            "User-agent: *",
            "Disallow: /",
            *(f"Allow: {prefix}{reverse('portal:public')}" for prefix in ("", "/nl", "/en")),
            "Allow: /static/",
            f"Sitemap: {settings.SITE_URL}{reverse('portal:sitemap')}",
        )
        return HttpResponse(
            "".join(f"{line}\n" for line in lines),
            content_type="text/plain; charset=utf-8",
            headers={"Cache-Control": "public, max-age=3600"},
        )


class Sitemap(PublicPage, TemplateView):
    """Every public page with its address."""

    template_name = "portal/sitemap.xml"
    content_type = "application/xml; charset=utf-8"
    kinds = ("programmes", "themes", "projects", "decisions", "frameworks")

    def facts(self) -> dict[str, Any]:
        """In the order of the menu; what is not public has no address."""
        at = self.at
        paths = [
            *(reverse(f"portal:{name}") for name in PAGES),
            *(_path("programme-year", each.year) for each in public_programmes(at)),
            *(_path("theme", each.number) for each in public_themes(at)),
            *(_path("project", each.code) for each in public_projects(at)),
            *(
                _path("decision", *map(int, each.number.split("-")))
                for each in public_decisions(at)
            ),
            *(_path("framework-detail", each.pk) for each in Framework.objects.shown_to_all()),
        ]
        return {"addresses": [settings.SITE_URL + path for path in paths]}


def _path(name: str, *args: Any) -> str:
    return reverse(
        f"portal:public-{name}",
        args=[int(each) if each.isdigit() else each for each in map(str, args)],
    )
