"""Addresses of funding, by subject."""

from . import budget, ledger, pledges, stepin

app_name = "funding"
urlpatterns = [
    *budget.urlpatterns,
    *pledges.urlpatterns,
    *ledger.urlpatterns,
    *stepin.urlpatterns,
]
