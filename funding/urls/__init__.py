"""Addresses of funding, by subject."""

from . import budget, pledges, stepin

app_name = "funding"
urlpatterns = [*budget.urlpatterns, *pledges.urlpatterns, *stepin.urlpatterns]
