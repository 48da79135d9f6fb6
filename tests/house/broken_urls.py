"""All addresses of the product, and one behind which everything goes wrong."""

from __future__ import annotations

from typing import NoReturn

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.urls import path

from schuldenlab.urls import urlpatterns as product


@login_not_required
def break_down(request: HttpRequest) -> NoReturn:
    """What no test found before."""
    raise RuntimeError("a secret in a traceback")


urlpatterns = [path("stuk/", break_down), *product]
