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
    SecurityText,
    Takeover,
    Worklist,
    public,
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
    path("openbaar/", public.PublicHome.as_view(), name="public"),
    path("openbaar/programma/", public.PublicProgramme.as_view(), name="public-programme"),
    path(
        "openbaar/programma/<int:year>/",
        public.PublicProgramme.as_view(),
        name="public-programme-year",
    ),
    path("openbaar/themas/<int:pk>/", public.PublicThemePage.as_view(), name="public-theme"),
    path("openbaar/projecten/", public.PublicProjects.as_view(), name="public-projects"),
    path(
        "openbaar/projecten/<slug:code>/",
        public.PublicProjectPage.as_view(),
        name="public-project",
    ),
    path("openbaar/besluiten/", public.PublicDecisions.as_view(), name="public-decisions"),
    path(
        "openbaar/besluiten/<int:year>-<int:sequence>/",
        public.PublicDecisionPage.as_view(),
        name="public-decision",
    ),
    path("openbaar/agenda/", public.PublicCalendar.as_view(), name="public-calendar"),
    path("openbaar/partners/", public.PublicPartners.as_view(), name="public-partners"),
    path(
        "openbaar/samenwerkingskader/",
        public.PublicFramework.as_view(),
        name="public-framework",
    ),
    path(
        "openbaar/samenwerkingskader/<int:pk>/",
        public.PublicFramework.as_view(),
        name="public-framework-detail",
    ),
    path("openbaar/zo-werken-wij/", public.PublicHow.as_view(), name="public-how"),
    path("robots.txt", public.Robots.as_view(), name="robots"),
    path("sitemap.xml", public.Sitemap.as_view(), name="sitemap"),
    path(".well-known/security.txt", SecurityText.as_view(), name="security-txt"),
    path(
        "kwetsbaarheid-melden/",
        Page.as_view(template_name="portal/vulnerability.html"),
        name="vulnerability",
    ),
]
