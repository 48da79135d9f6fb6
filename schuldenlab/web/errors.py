"""Error pages: a clear sentence and a way on, also when nothing else works."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old or came from elsewhere; the page says what to do."""
    del reason
    return render(request, "403_csrf.html", status=403)
