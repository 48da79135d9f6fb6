"""Addresses of funding, by subject."""

from . import pledges, stepin

app_name = "funding"
urlpatterns = [*pledges.urlpatterns, *stepin.urlpatterns]
