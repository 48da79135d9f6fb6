"""Error pages: a clear sentence and a way on, also when nothing else works."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old or came from elsewhere; the page says what to do."""
    del reason
    return render(request, "403_csrf.html", status=403)


def files_away(request: HttpRequest) -> HttpResponse:
    """The store of documents does not answer: nothing is lost, so it is no 404."""
    answer = render(request, "503.html", status=HTTPStatus.SERVICE_UNAVAILABLE)
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Retry-After"] = "60"
    return answer
