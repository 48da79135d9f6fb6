"""The public pages: partners and the framework, as far as each was marked public. No login.

For a visitor an answer may be kept for some minutes by anybody, and its ETag is made of what the
database says before anything is rendered. Who is logged in gets the same page with the own menu.
"""

import hashlib
from datetime import timedelta
from functools import cache
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.aggregates import StringAgg
from django.db.models import CharField, Count, Q, Value
from django.db.models.functions import MD5, Cast, Concat
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.querysets.feeds import public_meetings
from partners.models import Framework, Organisation
from partners.querysets import local_day

from .pages import Page

KEPT_FOR = timedelta(minutes=5)
Crumbs = list[dict[str, str]]


@cache
def edition() -> str:
    """Which words and templates this process has: they differ from one release to the next."""
    folders = (settings.BASE_DIR / "templates", settings.BASE_DIR / "locale")
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    marks = [f"{path.name}:{path.stat().st_size}:{path.stat().st_mtime_ns}" for path in files]
    return hashlib.sha256("|".join(marks).encode()).hexdigest()


class PublicPage(Page):
    """A page for everybody, which a browser or a proxy may keep for a while."""

    def version(self) -> str:
        """What the database says about what this page shows; one query."""
        raise NotImplementedError

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """304 to who has this version already."""
        if request.user.is_authenticated:
            return super().get(request, *args, **kwargs)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            # On the way to a login, or just out: the answer may hold a word for this visitor alone.
            answer = super().get(request, *args, **kwargs)
            answer.headers["Cache-Control"] = "private, no-cache"
            return answer
        facts = [edition(), get_language() or "", request.path, self.version()]
        etag = f'"{hashlib.sha256("|".join(facts).encode()).hexdigest()[:32]}"'
        known: HttpResponse | None = get_conditional_response(request, etag=etag)
        answer = known or super().get(request, *args, **kwargs)
        answer.headers["ETag"] = etag
        answer.headers["Cache-Control"] = f"public, max-age={KEPT_FOR.seconds}"
        return answer

    @property
    def partners(self) -> Any:
        """The partners of today that may be shown."""
        day = local_day(self.request.at)  # type: ignore[attr-defined]
        return Organisation.objects.shown_to_all(day)


class PublicHome(PublicPage):
    """What the network is, and where to go on."""

    template_name = "portal/public.html"

    def version(self) -> str:
        """How many partners, which frameworks, and whether there is a calendar."""
        frameworks = Framework.objects.shown_to_all().values_list("pk", "status")
        return f"{self.partners.count()} {sorted(frameworks)} {self.has_calendar}"

    @cached_property
    def has_calendar(self) -> bool:
        """Whether there are meetings whose dates everybody may know."""
        at = self.request.at  # type: ignore[attr-defined]
        return bool(public_meetings(at).exists())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The ways on, as far as there is something behind them."""
        return {
            **super().get_context_data(**kwargs),
            "has_calendar": self.has_calendar,
            "partner_count": self.partners.count(),
            "framework": Framework.objects.shown_to_all().first(),
        }


class PublicPartners(PublicPage):
    """The partners that may be shown: name, sector, website and description."""

    template_name = "portal/public_partners.html"
    FIELDS: ClassVar[tuple[str, ...]] = ("pk", "name", "sector", "website", "description")

    def version(self) -> str:
        """A hash of exactly what is shown, made where the rows are."""
        fields = [Cast(field, CharField()) for field in self.FIELDS]
        between = [part for field in fields for part in (field, Value("\x1f"))]
        row = Concat(*between, output_field=CharField())
        found = self.partners.aggregate(version=MD5(StringAgg(row, "\x1e", order_by="pk")))
        return str(found["version"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """By name, never ranked."""
        return {
            **super().get_context_data(**kwargs),
            "heading": _("Our partners"),
            "lead": _("These organisations fight debts together in the city."),
            "crumbs": public_crumbs(_("Partners")),
            "partners": self.partners.only(*self.FIELDS).order_by("name"),
        }


class PublicFramework(PublicPage):
    """What the partners agreed: text and clauses, and how many signed. No names of people."""

    template_name = "portal/public_framework.html"

    def version(self) -> str:
        """The text of what is no draft stands still; its state, signatures and host do not."""
        holding = Count("signatures", filter=Q(signatures__withdrawal=None))
        shown = Framework.objects.shown_to_all().annotate(holding=holding)
        host = ("host__name", "host__is_public")
        return str(list(shown.values_list("pk", "status", "holding", *host)))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The one in force comes first; the others are links."""
        frameworks = list(Framework.objects.shown_to_all().select_related("host"))
        wanted = self.kwargs.get("pk")
        framework = next((each for each in frameworks if wanted in {None, each.pk}), None)
        if wanted is not None and framework is None:
            raise Http404
        return {
            **super().get_context_data(**kwargs),
            "heading": framework.title if framework else _("Framework"),
            "crumbs": public_crumbs(_("Framework")),
            "framework": framework,
            "others": [each for each in frameworks if each != framework],
            "clauses": framework.clauses.order_by("number") if framework else [],
            "signed": framework.signatures.holding().count() if framework else 0,
        }


def public_crumbs(here: str) -> Crumbs:
    """The way back to the first public page."""
    return [{"label": settings.SITE_NAME, "url": reverse("portal:public")}, {"label": here}]
