"""Addresses of projects, by subject."""

from . import dossier, progress

app_name = "projects"
urlpatterns = [*dossier.urlpatterns, *progress.urlpatterns]
