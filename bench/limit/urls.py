"""A list, a form that adds a row, a calendar, and an answer that nothing changed."""

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_POST

from .models import Happening, Row

SHOWN = 50
STAMP = "%Y%m%dT%H%M%SZ"


def rows(request: HttpRequest) -> HttpResponse:
    """The session, one query, fifty rows."""
    who = request.session.get("who", "")
    return render(request, "limit/rows.html", {"who": who, "rows": Row.objects.all()[:SHOWN]})


@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """The session, and one insert."""
    request.session.get("who", "")
    Row.objects.create(name=request.POST["name"], sector="bank", since=datetime.now(UTC))
    return HttpResponseRedirect("/rows/")


def calendar(request: HttpRequest, count: int) -> HttpResponse:
    """So many events, written as text."""
    del request
    now = datetime.now(UTC).strftime(STAMP)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//limit//EN"]
    for each in Happening.objects.order_by("starts_at")[:count]:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{each.pk}@limit",
            f"DTSTAMP:{now}",
            f"SUMMARY:{each.title}",
            f"DTSTART:{each.starts_at.strftime(STAMP)}",
            f"DTEND:{each.ends_at.strftime(STAMP)}",
            f"LOCATION:{each.place}",
            "END:VEVENT",
        ]
    return HttpResponse("\r\n".join([*lines, "END:VCALENDAR", ""]), content_type="text/calendar")


def same(request: HttpRequest) -> HttpResponse:
    """The session, one query for the version, and 304."""
    request.session.get("who", "")
    version = f'"{Row.objects.order_by("-pk").values_list("pk", flat=True).first()}"'
    if request.headers.get("If-None-Match") == version:
        return HttpResponseNotModified(headers={"ETag": version})
    return HttpResponse("changed", headers={"ETag": version})


urlpatterns = [
    path("rows/", rows),
    path("add/", add),
    path("calendar/<int:count>/", calendar),
    path("same/", same),
]
