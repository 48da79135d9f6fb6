"""Addresses of partners, people and the framework."""

from django.urls import path

from . import views

app_name = "partners"
urlpatterns = [
    path("partners/", views.OrganisationList.as_view(), name="organisation-list"),
    path("partners/importeren/", views.ImportUpload.as_view(), name="import"),
    path("partners/importeren/controle/", views.ImportCheck.as_view(), name="import-check"),
    path("partners/<int:pk>/", views.OrganisationDetail.as_view(), name="organisation-detail"),
    path("personen/", views.PersonList.as_view(), name="person-list"),
    path("personen/uitnodigen/", views.InvitePerson.as_view(), name="person-invite"),
    path("kernteam/", views.Kernteam.as_view(), name="kernteam"),
    path("kernteam/benoemen/", views.Appoint.as_view(), name="kernteam-appoint"),
    path("kernteam/<int:pk>/einde/", views.EndTerm.as_view(), name="kernteam-end"),
    path("themas/", views.ThemeList.as_view(), name="theme-list"),
    path("themas/nieuw/", views.AddTheme.as_view(), name="theme-add"),
    path("themas/<int:pk>/ambassadeur/", views.BecomeAmbassador.as_view(), name="theme-ambassador"),
    path(
        "ambassadeurschappen/<int:pk>/einde/",
        views.EndAmbassadorship.as_view(),
        name="ambassadorship-end",
    ),
    path("samenwerkingskader/", views.FrameworkNow.as_view(), name="framework"),
    path("samenwerkingskader/<int:pk>/", views.FrameworkDetail.as_view(), name="framework-detail"),
    path(
        "samenwerkingskader/<int:pk>/ondertekening/",
        views.RegisterSignature.as_view(),
        name="signature-register",
    ),
    path("taal/", views.ChooseLanguage.as_view(), name="language"),
]
