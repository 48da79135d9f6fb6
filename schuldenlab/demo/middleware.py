"""While the story is told there is one page: how far it is."""

import os
from collections.abc import Callable
from http import HTTPStatus

from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation

from schuldenlab.web.middleware import asked_language

from . import telling

ROLES = "/demo/"  # the first page of the demo, once there is one
SECONDS = 3  # until the page looks again
GetResponse = Callable[[HttpRequest], HttpResponse]


class FirstPage:
    """Answers in the place of everything else, until the story stands in the database.

    Not there at all unless the supervisor says that the story is being told.
    """

    def __init__(self, get_response: GetResponse) -> None:
        if os.environ.get("SCHULDENLAB_DEMO_TELLING") != "1":
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.is_told = self.was_telling = False

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look how far it is; once it is told, never again."""
        if self.is_told:
            return self.get_response(request)
        far = telling.progress()
        self.was_telling = self.was_telling or far is not None
        self.is_told = far is None and telling.is_told()
        if self.is_told:
            return self.get_response(request)
        if request.path_info == ROLES and request.method in {"GET", "HEAD"}:
            return self.page(request, far)
        answer = HttpResponseRedirect(ROLES, status=HTTPStatus.SEE_OTHER)
        answer.headers["Cache-Control"] = "no-store"
        return answer

    def page(self, request: HttpRequest, far: telling.Progress | None) -> HttpResponse:
        """The month that is told now; or, when nobody tells any more, that it failed."""
        failed = far is None and self.was_telling
        is_still = failed or "stil" in request.GET
        facts = {"far": far, "failed": failed, "is_still": is_still, "here": ROLES}
        language = asked_language(request)
        with translation.override(language):
            answer = render(None, "demo/telling.html", facts)
        answer.headers["Cache-Control"] = "no-store"
        answer.headers["Content-Language"] = language
        if not is_still:
            answer.headers["Refresh"] = str(SECONDS)
        return answer
