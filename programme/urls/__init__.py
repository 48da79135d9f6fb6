"""Addresses of the year, by subject."""

from . import ballots, decisions, programme, raad

app_name = "programme"
urlpatterns = [
    *raad.urlpatterns,
    *programme.urlpatterns,
    *ballots.urlpatterns,
    *decisions.urlpatterns,
]
