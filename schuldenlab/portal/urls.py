"""Addresses of the portal."""

from django.urls import path

from .views import (
    AccountChanges,
    AccountEdition,
    AccountFigure,
    AccountList,
    AccountPdf,
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
    PublicAccount,
    PublicAccountChanges,
    PublicAccountFigure,
    PublicAccountJson,
    PublicAccountPdf,
    PublicAccounts,
    PublicFramework,
    PublicHome,
    PublicPartners,
    PublishAccount,
    SecurityText,
    StartAccount,
    Takeover,
    Worklist,
    WriteAccount,
    WriteBlock,
)

app_name = "portal"
ACCOUNTS = "jaarverantwoording/"
YEAR = f"{ACCOUNTS}<int:year>/"
EDITION = f"{YEAR}<int:edition>/"
PUBLIC = "openbaar/jaarverantwoording/"
PUBLIC_EDITION = f"{PUBLIC}<int:year>/<int:edition>/"
urlpatterns = [
    path("", Home.as_view(), name="home"),
    path("kompas/", KompasNow.as_view(), name="kompas"),
    path("kompas/<int:year>/", KompasYear.as_view(), name="kompas-year"),
    path("kompas/<int:year>/pdf/", KompasPdf.as_view(), name="kompas-pdf"),
    path("werklijst/", Worklist.as_view(), name="worklist"),
    path("kompas/<int:year>/<slug:measure>/", KompasMeasure.as_view(), name="kompas-measure"),
    path(ACCOUNTS, AccountList.as_view(), name="account-list"),
    path(f"{YEAR}beginnen/", StartAccount.as_view(), name="account-start"),
    path(f"{YEAR}schrijven/", WriteAccount.as_view(), name="account-write"),
    path(f"{YEAR}schrijven/<slug:heading>/", WriteBlock.as_view(), name="account-block"),
    path(f"{YEAR}publiceren/", PublishAccount.as_view(), name="account-publish"),
    path(EDITION, AccountEdition.as_view(), name="account-edition"),
    path(f"{EDITION}cijfers/<slug:code>/", AccountFigure.as_view(), name="account-figure"),
    path(f"{EDITION}verschillen/", AccountChanges.as_view(), name="account-changes"),
    path(f"{EDITION}pdf/", AccountPdf.as_view(), name="account-pdf"),
    path(PUBLIC, PublicAccounts.as_view(), name="public-accounts"),
    path(f"{PUBLIC}<int:year>/", PublicAccount.as_view(), name="public-account"),
    path(PUBLIC_EDITION, PublicAccount.as_view(), name="public-account-edition"),
    path(
        f"{PUBLIC_EDITION}cijfers/<slug:code>/",
        PublicAccountFigure.as_view(),
        name="public-account-figure",
    ),
    path(
        f"{PUBLIC_EDITION}verschillen/",
        PublicAccountChanges.as_view(),
        name="public-account-changes",
    ),
    path(f"{PUBLIC_EDITION}pdf/", PublicAccountPdf.as_view(), name="public-account-pdf"),
    path(f"{PUBLIC_EDITION}json/", PublicAccountJson.as_view(), name="public-account-json"),
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
