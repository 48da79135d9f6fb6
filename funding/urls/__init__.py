"""Addresses of funding, by subject."""

from . import ledger, pledges

app_name = "funding"
urlpatterns = [*pledges.urlpatterns, *ledger.urlpatterns]
