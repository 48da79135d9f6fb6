"""Addresses of the year, by subject."""

from . import ballots, course, decisions, meetings, preparing, programme, raad, themes

app_name = "programme"
urlpatterns = [
    *raad.urlpatterns,
    *meetings.urlpatterns,
    *programme.urlpatterns,
    *themes.urlpatterns,
    *ballots.urlpatterns,
    *preparing.urlpatterns,
    *course.urlpatterns,
    *decisions.urlpatterns,
]
