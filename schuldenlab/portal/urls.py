"""Addresses of the portal."""

from django.urls import path

from .views import (
    Counting,
    Glossary,
    HelpIndex,
    HelpRole,
    Home,
    KompasMeasure,
    KompasNow,
    KompasPdf,
    KompasYear,
    OnBehalf,
    Page,
    Privacy,
    PublicFramework,
    PublicHome,
    PublicPartners,
    Search,
    SecurityText,
    Takeover,
    Worklist,
)

app_name = "portal"
urlpatterns = [
    path("", Home.as_view(), name="home"),
    path("kompas/", KompasNow.as_view(), name="kompas"),
    path("kompas/<int:year>/", KompasYear.as_view(), name="kompas-year"),
    path("kompas/<int:year>/pdf/", KompasPdf.as_view(), name="kompas-pdf"),
    path("werklijst/", Worklist.as_view(), name="worklist"),
    path("kompas/<int:year>/<slug:measure>/", KompasMeasure.as_view(), name="kompas-measure"),
    path("overname/", Takeover.as_view(), name="takeover"),
    path("partners/<int:pk>/namens/", OnBehalf.as_view(), name="on-behalf"),
    path("zoeken/", Search.as_view(), name="search"),
    path("hulp/", HelpIndex.as_view(), name="help"),
    path("hulp/begrippen/", Glossary.as_view(), name="glossary"),
    path("hulp/tellen/", Counting.as_view(), name="counting"),
    path("hulp/<slug:slug>/", HelpRole.as_view(), name="help-role"),
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
    path("privacy/", Privacy.as_view(), name="privacy"),
    path("openbaar/", PublicHome.as_view(), name="public"),
    path("openbaar/partners/", PublicPartners.as_view(), name="public-partners"),
    path("openbaar/samenwerkingskader/", PublicFramework.as_view(), name="public-framework"),
    path(
        "openbaar/samenwerkingskader/<int:pk>/",
        PublicFramework.as_view(),
        name="public-framework-detail",
    ),
    path(".well-known/security.txt", SecurityText.as_view(), name="security-txt"),
    path(
        "kwetsbaarheid-melden/",
        Page.as_view(template_name="portal/vulnerability.html"),
        name="vulnerability",
    ),
]
