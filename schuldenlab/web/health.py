"""Is it well: for a load balancer, a container and whoever watches. No login, no session.

The answer holds two words and a number, so it can be public. A page that is served does not need
the clock: `/gezond/` is 503 only without a database, `/gezond/klok/` when the clock stands still.
"""

from datetime import datetime
from http import HTTPStatus

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import Error
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .models import Tick


def clock_age(at: datetime) -> int | None:
    """Seconds since the last tick; None when there was none yet."""
    last = Tick.objects.filter(pk=settings.CLOCK).values_list("last_at", flat=True).first()
    return None if last is None else max(0, int((at - last).total_seconds()))


def is_late(age: int | None, *, interval: int = 0) -> bool:
    """Say whether that is too long ago for a task that should run every `interval` seconds."""
    allowed = settings.CLOCK_LATE_AFTER
    return allowed is not None and (age is None or age > allowed + interval)


@never_cache
@login_not_required
@require_safe
def health(request: HttpRequest, *, with_clock: bool = False) -> JsonResponse:
    """200 when it is well, else 503; seconds since the last tick in both cases."""
    try:
        age = clock_age(request.at)  # type: ignore[attr-defined]
    except Error:  # the reason stands in the database's own log, not in a public answer
        return JsonResponse({"database": "away"}, status=HTTPStatus.SERVICE_UNAVAILABLE)
    late = is_late(age)
    status = HTTPStatus.SERVICE_UNAVAILABLE if late and with_clock else HTTPStatus.OK
    facts = {"database": "ok", "clock": age, "clock_is_late": late}
    return JsonResponse(facts, status=status)
