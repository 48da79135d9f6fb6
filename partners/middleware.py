"""The second step of the kernteam: no page that asks a login opens without it."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from .adapters import has_second_factor

GetResponse = Callable[[HttpRequest], HttpResponse]
# Where somebody sets it up, says who they are, or leaves.
OPEN = ("/account/", "/inloggen/", "/uitloggen/", "/taal/", "/demo/")


class SecondFactor:
    """Lead whoever of the kernteam came in with one step to the page that sets up another."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The look is at the door, below."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Public pages ask nothing, not even who somebody is."""
        del args, kwargs
        is_desk = request.path.startswith("/beheer/")
        if request.path.startswith(OPEN) or not (getattr(view, "login_required", True) or is_desk):
            return None
        person: Any = request.user
        if not settings.SECOND_FACTOR_FOR_KERNTEAM or not person.is_authenticated:
            return None
        if has_second_factor(request, person) or not person.standing.is_kernteam:
            return None
        return HttpResponseRedirect(reverse("mfa_index"))
