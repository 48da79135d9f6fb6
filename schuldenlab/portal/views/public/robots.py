"""For search engines: which pages there are, and that only the public ones are theirs."""

from typing import Any, Final

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView, View

from partners.models import Framework
from programme.models import AnnualAccount
from schuldenlab.portal.published import (
    public_decisions,
    public_programmes,
    public_projects,
    public_themes,
)

from .page import PublicPage

PAGES: Final = (
    *("public", "public-programme", "public-projects", "public-decisions", "public-calendar"),
    *("public-partners", "public-framework", "public-accounts", "public-documents"),
    *("public-how", "open-data"),
)
# What anybody may find besides what is below the first public page.
OPEN_PAGES: Final = ("public", "api-docs", "privacy", "accessibility")
OPEN_FILES: Final = ("events:public-feed", "portal:api-openapi", "portal:sitemap")
LANGUAGES: Final = tuple(code for code, _name in settings.LANGUAGES)


@method_decorator(login_not_required, name="dispatch")
class Robots(View):
    """Everything but the public pages is for people with an account."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The rules of RFC 9309: the longest path that fits decides."""
        del request, args, kwargs
        lines = (
            "User-agent: *",
            "Disallow: /",
            *(
                f"Allow: {before}{reverse(f'portal:{name}')}"
                for name in OPEN_PAGES
                for before in ("", *(f"/{code}" for code in LANGUAGES))
            ),
            *(f"Allow: {reverse(name)}" for name in OPEN_FILES),
            "Allow: /static/",
            f"Sitemap: {settings.SITE_URL}{reverse('portal:sitemap')}",
        )
        return HttpResponse(
            "".join(f"{line}\n" for line in lines),
            content_type="text/plain; charset=utf-8",
            headers={"Cache-Control": "public, max-age=3600"},
        )


class Sitemap(PublicPage, TemplateView):
    """Every public page with its address, and where it is in each language."""

    template_name = "portal/sitemap.xml"
    content_type = "application/xml; charset=utf-8"
    kinds = ("programmes", "themes", "projects", "decisions", "frameworks", "accounts")

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
            *(_path("account", year) for year in _years_of_accounts()),
            *(_path("framework-detail", each.pk) for each in Framework.objects.shown_to_all()),
        ]
        return {"addresses": [_in_each_language(path) for path in paths]}


def _in_each_language(path: str) -> dict[str, Any]:
    """An address, and those of the same page by language; see `other_addresses`."""
    others = {code: f"{settings.SITE_URL}/{code}{path}" for code in LANGUAGES}
    return {"address": settings.SITE_URL + path, "others": others}


def _years_of_accounts() -> list[int]:
    """The latest first."""
    years = AnnualAccount.objects.shown_to_all().order_by("-year").values_list("year", flat=True)
    return list(years.distinct())


def _path(name: str, *args: Any) -> str:
    return reverse(
        f"portal:public-{name}",
        args=[int(each) if each.isdigit() else each for each in map(str, args)],
    )
