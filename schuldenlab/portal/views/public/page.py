"""What all public pages share: no login, kept for some minutes, and an ETag before any page.

For a visitor an answer may be kept by anybody, and its ETag is made of what the database says
before anything is rendered. Who is logged in gets the same page with the own menu.
"""

import hashlib
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, ClassVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from partners.querysets import local_day
from schuldenlab.portal.published import version_of_all
from schuldenlab.portal.views.pages import Page

KEPT_FOR = timedelta(minutes=5)
DESCRIPTION_LENGTH = 155  # characters that a search engine shows
Crumbs = list[dict[str, str]]


@cache
def edition() -> str:
    """Which words and templates this process has: they differ from one release to the next."""
    folders = (settings.BASE_DIR / "templates", settings.BASE_DIR / "locale")
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    marks = [f"{path.name}:{path.stat().st_size}:{path.stat().st_mtime_ns}" for path in files]
    return hashlib.sha256("|".join(marks).encode()).hexdigest()


class PublicPage(Page):
    """A page for everybody, which a browser or a proxy may keep for a while.

    `kinds` are the public facts that it shows (see `portal/published`); its version also has the
    day, because a page says how things stand today.
    """

    kinds: ClassVar[tuple[str, ...]] = ()
    request: HttpRequest

    @property
    def at(self) -> datetime:
        """The one moment of this request."""
        moment: datetime = self.request.at  # type: ignore[attr-defined]
        return moment

    @property
    def day(self) -> date:
        """Today, in the city."""
        return local_day(self.at)

    def version(self) -> str:
        """What the database says about what this page shows; one query, or none."""
        return version_of_all(self.kinds, self.at) if self.kinds else ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """304 to who has this version already."""
        if request.user.is_authenticated:
            return super().get(request, *args, **kwargs)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            # On the way to a login, or just out: the answer may hold a word for this visitor alone.
            answer = super().get(request, *args, **kwargs)
            answer.headers["Cache-Control"] = "private, no-cache"
            return answer
        where = (get_language() or "", request.get_full_path(), self.day.isoformat())
        facts = "|".join([edition(), *where, self.version()])
        etag = f'"{hashlib.sha256(facts.encode()).hexdigest()[:32]}"'
        known: HttpResponse | None = get_conditional_response(request, etag=etag)
        answer = known or super().get(request, *args, **kwargs)
        answer.headers["ETag"] = etag
        answer.headers["Cache-Control"] = f"public, max-age={KEPT_FOR.seconds}"
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What `facts` says, and what a search engine and a link elsewhere show of it."""
        facts = {**super().get_context_data(**kwargs), **self.facts()}
        words = str(facts.get("description") or facts.get("lead") or "")
        return {
            **facts,
            "description": Truncator(" ".join(words.split())).chars(DESCRIPTION_LENGTH),
            "canonical": settings.SITE_URL + self.request.path,
            "day": self.day,
            "public_menu": [] if self.request.user.is_authenticated else menu(self.request.path),
        }

    def facts(self) -> dict[str, Any]:
        """What the page shows; without it everybody would see nothing."""
        return {}


def menu(path: str) -> list[dict[str, Any]]:
    """The public pages for a visitor, with the one where it is now."""
    entries = (
        (_("Start"), reverse("portal:public")),
        (_("Programme"), reverse("portal:public-programme")),
        (_("Projects"), reverse("portal:public-projects")),
        (_("Decisions"), reverse("portal:public-decisions")),
        (_("Calendar"), reverse("portal:public-calendar")),
        (_("Partners"), reverse("portal:public-partners")),
        (_("Framework"), reverse("portal:public-framework")),
        (_("How we work"), reverse("portal:public-how")),
    )
    home = entries[0][1]
    return [
        {
            "label": label,
            "url": url,
            "is_here": path == url,
            "is_below": url not in {home, path} and path.startswith(url),
        }
        for label, url in entries
    ]


def public_crumbs(here: str, *between: tuple[str, str]) -> Crumbs:
    """The way back to the first public page."""
    above = [(settings.SITE_NAME, reverse("portal:public")), *between]
    return [*({"label": label, "url": url} for label, url in above), {"label": here}]
