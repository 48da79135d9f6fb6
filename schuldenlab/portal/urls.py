"""Addresses of the portal."""

from django.urls import path

from .views import Home, KompasNow, KompasYear, Page

app_name = "portal"
urlpatterns = [
    path("", Home.as_view(), name="home"),
    path("kompas/", KompasNow.as_view(), name="kompas"),
    path("kompas/<int:year>/", KompasYear.as_view(), name="kompas-year"),
    path("hulp/", Page.as_view(template_name="portal/help.html"), name="help"),
    path(
        "zo-werkt-het/",
        Page.as_view(template_name="portal/how_it_works.html"),
        name="how-it-works",
    ),
    path(
        "toegankelijkheid/",
        Page.as_view(template_name="portal/accessibility.html"),
        name="accessibility",
    ),
    path("privacy/", Page.as_view(template_name="portal/privacy.html"), name="privacy"),
    path(
        "kwetsbaarheid-melden/",
        Page.as_view(template_name="portal/vulnerability.html"),
        name="vulnerability",
    ),
]
