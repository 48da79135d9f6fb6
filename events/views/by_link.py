"""The base of pages behind a link in a mail: no login, one question of one person."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from events.models import GuestLink
from partners.models import Person
from schuldenlab.web.doors import Door

GONE = 410


class ByLink(Door):
    """For whoever holds a link that still works; no cache keeps it and no other house hears of it.

    `question` names the field of the link that this page answers; a link of another question opens
    nothing here. Unknown, expired and revoked links get one and the same page.
    """

    question = ""
    related = ""
    closed_template_name = "events/link_closed.html"

    @method_decorator(login_not_required)
    @method_decorator(never_cache)
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Speak the language of whoever is asked.

        The referrer says no more than our name: not `no-referrer`, which hides the origin from
        the check on forged forms.
        """
        self.object = self.get_object()
        language = self.whose().language if self.object else translation.get_language()
        with translation.override(language):
            answer = self._enter(request, *args, **kwargs)
            if isinstance(answer, TemplateResponse):
                answer.render()
        answer.headers["Content-Language"] = language
        answer.headers["Referrer-Policy"] = "strict-origin"
        answer.headers["X-Robots-Tag"] = "noindex, nofollow"
        return answer

    def _enter(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.object is None:
            return TemplateResponse(request, self.closed_template_name, {}, status=GONE)
        return super().dispatch(request, *args, **kwargs)

    def get_object(self) -> Any:
        """What the link asks, of whom; None when it opens nothing, or its person has left."""
        links = GuestLink.objects.select_related(*self.related.split())
        link = links.filter(**{f"{self.question}__isnull": False}).opened_by(
            self.kwargs["token"], self.at
        )
        self.object = getattr(link, self.question, None)
        return self.object if self.object is not None and self.whose().is_active else None

    def whose(self) -> Person:
        """Whom the question asks."""
        asked: Person = self.object.person
        return asked
