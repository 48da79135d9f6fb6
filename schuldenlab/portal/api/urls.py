"""Addresses of version 1 of the API, without a slash at the end."""

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, path

from . import api
from .views import described


def resources() -> list[URLPattern]:
    """Those of the routers, which ask no login; a slash alone is no resource."""
    found = [
        each for each in api.urls[0] if isinstance(each, URLPattern) and each.name != "api-root"
    ]
    for each in found:
        login_not_required(each.callback)
    return found


urlpatterns = [*resources(), path("openapi.json", described, name="api-openapi")]
