"""Addresses of funding: pledges and plans, and the budget of the years."""

from . import budget, pledges

app_name = "funding"
urlpatterns = [*budget.urlpatterns, *pledges.urlpatterns]
